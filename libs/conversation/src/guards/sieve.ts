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
  /** Those that need nothing that could be told. */
  private readonly always: number[] = [];

  constructor(
    private readonly patterns: readonly Pattern[],
    wordsOf: (pattern: Pattern) => RegExp,
    asWritten: (needed: string) => string = (needed) => needed,
  ) {
    patterns.forEach((pattern, at) => {
      const strings = neededStrings(wordsOf(pattern))?.map(asWritten);
      if (strings === undefined) this.always.push(at);
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
    const found = new Uint8Array(this.patterns.length);
    const left = [...this.always];
    for (let from = 0; from < text.length - 2; from++) {
      for (const { text: string, at } of this.needed.get(keyAt(text, from)) ?? NONE) {
        if (found[at] === 1 || !text.startsWith(string, from)) continue;
        found[at] = 1;
        left.push(at);
      }
    }
    return left.sort((one, other) => one - other).flatMap((at) => this.patterns[at] ?? []);
  }
}

const NONE: readonly Needed[] = [];

const keyAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
