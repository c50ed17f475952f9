import { withCallersName } from './caller-name';
import type { Encoded, Moonshine } from './moonshine';

/** A model whose tokens are words, and to which some names are likely: the mean of the logarithms of their words. */
function modelOf(likely: Readonly<Record<string, number>>): Moonshine {
  const words: string[] = [];
  const numbered = (word: string): number => (words.includes(word) ? words.indexOf(word) : words.push(word) - 1);
  const textOf = (tokens: readonly number[]): string => tokens.map((token) => words[token]).join(' ');
  const meanOf = (text: string): number => Object.entries(likely).find(([name]) => text.includes(name))?.[1] ?? -6;
  const judgeFrom = (_sound: Encoded, readings: readonly (readonly number[])[], from: number) =>
    Promise.resolve(readings.map((tokens) => meanOf(textOf(tokens)) * (tokens.length - from)));
  return {
    tokens: (text: string) => text.split(' ').map(numbered),
    judgeFrom,
    judge: (sound: Encoded, readings: readonly (readonly number[])[]) => judgeFrom(sound, readings, 0),
  } as unknown as Moonshine;
}

const sound = {} as Encoded;
const callers = ['Rohan Mistry', 'Anna Vale'];
const hear = (text: string, likely: Readonly<Record<string, number>>) =>
  withCallersName(modelOf(likely), sound, text, callers);

describe("a caller's name", () => {
  it('stands where the sound says it, and what is behind it stays', async () => {
    expect(await hear('Grow in mystery.', { 'Rohan Mistry': -1 })).toBe('Rohan Mistry.');
    expect(await hear('My name is grow in mystery', { 'Rohan Mistry': -1 })).toMatch(/^My name is Rohan Mistry/);
    expect(await hear('Grow in mystery. April 12th', { 'Rohan Mistry': -1 })).toMatch(/^Rohan Mistry\b.* April 12th$/);
  });

  it('is the likeliest of several', async () => {
    expect(await hear('Grow in mystery.', { 'Rohan Mistry': -1, 'Anna Vale': -2 })).toBe('Rohan Mistry.');
  });

  it('is not put in a stranger’s mouth', async () => {
    expect(await hear('Peter Lennon.', {})).toBe('Peter Lennon.');
    expect(await hear('Peter Lennon.', { 'Rohan Mistry': -3.2 })).toBe('Peter Lennon.');
    // A common name suits the sound as well.
    expect(await hear('Maury Jonson.', { 'Rohan Mistry': -2, 'Mary Johnson': -1.8 })).toBe('Maury Jonson.');
  });

  it('is left as it was heard', async () => {
    expect(await hear('Anna Vale, April 12th', { 'Rohan Mistry': -0.1 })).toBe('Anna Vale, April 12th');
    expect(await withCallersName(modelOf({}), sound, 'Anna Vale', [])).toBe('Anna Vale');
  });

  it('is written as a name', async () => {
    expect(await withCallersName(modelOf({}), sound, 'Darnell price, 1988', ['Darnell Price'])).toBe(
      'Darnell Price, 1988',
    );
    expect(await withCallersName(modelOf({}), sound, "it's daniel obrien", ["Daniel O'Brien"])).toBe(
      "it's Daniel O'Brien",
    );
  });
});
