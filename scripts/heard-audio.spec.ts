import { readBackShare, readBackShares } from './heard-audio';

describe('the share that is read back', () => {
  it('counts words and figures in their order, however they were written', () => {
    expect(readBackShare('Tuesday, May 4, at 1:30 PM', 'Tuesday May fourth at one 30 p.m.')).toBe(1);
    expect(readBackShare('one two three four', 'one three four')).toBe(0.75);
    expect(readBackShare('one two', 'two one')).toBe(0.5);
  });

  it('belongs to each sentence by itself', () => {
    const said = ['Are you still there?', 'I am still checking.', 'Goodbye.'];
    expect(readBackShares(said, 'are you still there goodbye')).toEqual([1, 0, 1]);
    expect(readBackShares(said, 'I am still checking')).toEqual([0, 1, 0]);
  });
});
