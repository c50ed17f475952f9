import { circleIn } from './moonshine';

const again = (row: readonly number[], times: number): number[] => Array.from({ length: times }, () => row).flat();

describe('a decoder that goes round in a circle', () => {
  it.each([
    ['one token for ever', again([7], 8), 1],
    ['"third, third, third, third,"', [5, 9, ...again([41, 12], 4)], 2],
    ['a whole phrase', [1, ...again([3, 4, 5, 6, 7, 8], 4)], 6],
  ])('%s', (_what, tokens, length) => {
    expect(circleIn(tokens)).toBe(length);
  });

  it.each([
    ['nothing', []],
    ['"no, no, no"', again([41, 12], 3)],
    ['a number with four fives', [...again([5], 4), 0, 1, 9, 9]],
    ['seven times the same token', again([5], 7)],
    ['a circle that was left', [...again([41, 12], 5), 3, 4]],
    ['a phrase said three times', again([3, 4, 5, 6, 7, 8], 3)],
  ])('is not seen in %s', (_what, tokens) => {
    expect(circleIn(tokens)).toBe(0);
  });
});
