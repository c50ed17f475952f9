import { shareOf, wordErrors } from './word-errors';

describe('word errors', () => {
  it('count words changed, left out and put in', () => {
    expect(wordErrors('book a room', 'book a room')).toEqual({ errors: 0, words: 3 });
    expect(wordErrors('book a room', 'look a room now')).toEqual({ errors: 2, words: 3 });
    expect(wordErrors('book a room', '')).toEqual({ errors: 3, words: 3 });
  });

  it('do not mind how it is written', () => {
    expect(wordErrors('2:30 p.m.', 'Two thirty PM.').errors).toBe(0);
    expect(wordErrors("what's the weather like", 'Whats the weather-like?').errors).toBe(0);
  });

  it('are a share of what was said', () => {
    expect(shareOf(1, 3)).toBe(0.333);
    expect(shareOf(0, 0)).toBe(0);
  });
});
