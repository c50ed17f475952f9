import { neededStrings } from './needed-strings';

interface Needed {
  readonly text: string;
  /** Which pattern needs it. */
  readonly at: number;
}

/**
 * Which of many patterns can match in a text at all, by what each needs in it: a sentence has a few of the strings that a hundred and
 * more claims need, and one walk over it tells which. What is sifted out would not have matched.
 */
export class Sieve<Pattern> {
  /** By their first three letters. */
  private readonly needed = new Map<number, Needed[]>();
  private readonly always: Uint8Array;

  constructor(
    private readonly patterns: readonly Pattern[],
    wordsOf: (pattern: Pattern) => RegExp,
    asWritten: (needed: string) => string = (needed) => needed,
  ) {
    this.always = new Uint8Array(patterns.length);
    patterns.forEach((pattern, at) => {
      const strings = neededStrings(wordsOf(pattern))?.map(asWritten);
      if (strings === undefined) this.always[at] = 1;
      for (const text of strings ?? []) {
        const key = keyAt(text, 0);
        const others = this.needed.get(key);
        if (others === undefined) this.needed.set(key, [{ text, at }]);
        else others.push({ text, at });
      }
    });
  }

  /** In their order. */
  left(text: string): Pattern[] {
    const may = this.always.slice();
    for (let from = 0; from < text.length - 2; from++) {
      for (const { text: string, at } of this.needed.get(keyAt(text, from)) ?? NONE)
        if (may[at] === 0 && text.startsWith(string, from)) may[at] = 1;
    }
    return this.patterns.filter((_pattern, at) => may[at] === 1);
  }
}

const NONE: readonly Needed[] = [];

const keyAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
