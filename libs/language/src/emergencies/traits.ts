import type { Reading } from './concepts';
import { concepts } from './known-concepts';
import { denied } from './sign-rules';

/** Letters of a word that its endings do not touch. */
const STEM = 5;

export const stemOf = (word: string): string => word.slice(0, STEM);

/**
 * What leanings are summed of: words by their first letters, the concepts that they mean, and any two of these together. A concept that is
 * denied wherever it stands ("no fever") is another one.
 */
export function traitsOf(words: readonly string[]): Set<string> {
  const reading = concepts.read(words);
  const named = [...reading.of.keys()].map((name) => (isDenied(name, reading) ? `no ${name}` : name)).sort();
  const traits = new Set(words.map(stemOf));
  named.forEach((one, at) => {
    traits.add(one);
    for (const other of named.slice(at + 1)) traits.add(`${one}+${other}`);
  });
  return traits;
}

function isDenied(name: string, reading: Reading): boolean {
  return reading.of.get(name)?.every((span) => denied(span, reading)) ?? false;
}
