import { spokenWords } from './spoken-words';

describe('spoken words', () => {
  it.each([
    ['at 1:30 PM.', 'at one 30 p.m.'],
    ['9:00 AM', "nine o'clock a.m."],
    ['Tuesday, May 4', 'Tuesday, May fourth'],
    ['May 21st', 'may twenty first'],
    ['April 12, 1985', 'april twelfth nineteen eighty-five'],
    ['born in 2005', 'born in two thousand five'],
    ['Your code is 204816.', 'your code is two zero four eight one six'],
    ['call 202-555-0100', 'call two oh two five five five oh one zero zero'],
    ['10:05', 'ten oh five'],
    ['Dr. Núñez', 'doctor nunez'],
    ["I'll", 'ill'],
  ])('%s is heard as %s', (written, said) => {
    expect(spokenWords(written)).toEqual(spokenWords(said));
  });

  it('keep apart what sounds different', () => {
    expect(spokenWords('1:30 PM')).not.toEqual(spokenWords('1:13 PM'));
    expect(spokenWords('May 4')).not.toEqual(spokenWords('May 14'));
    expect(spokenWords('8:00 AM')).not.toEqual(spokenWords('8:00 PM'));
  });
});
