import type { Reading } from './concepts';
import { concepts } from './known-concepts';
import { denied } from './sign-rules';

/** Letters of a word that its endings do not touch. */
const STEM = 5;
/** Letters of the pieces of words: what a misspelt word still has of the right one. */
const PIECE = 4;
/** Words between two that are taken together, at most: "is not really breathing". */
const MOST_BETWEEN = 3;

export const stemOf = (word: string): string => word.slice(0, STEM);

/** Of a word by itself: its first letters, and all pieces of it, `<` and `>` being its ends. */
export function traitsOfWord(word: string): string[] {
  const whole = `<${word}>`;
  const pieces = Array.from(
    { length: Math.max(0, whole.length - PIECE + 1) },
    (_, at) => `~${whole.slice(at, at + PIECE)}`,
  );
  return [...new Set([stemOf(word), ...pieces])];
}

/** Two words beside each other, each end of the sentence beside one, and two words with few between them. */
export function neighboursOf(words: readonly string[]): string[] {
  const stems = ['^', ...words.map(stemOf), '$'];
  const found = new Set<string>();
  stems.forEach((one, at) => {
    const next = stems[at + 1];
    if (next !== undefined) found.add(`${one}_${next}`);
    if (at === 0) return;
    const last = Math.min(at + 1 + MOST_BETWEEN, stems.length - 2);
    for (let other = at + 2; other <= last; other++) found.add(`${one}..${stems[other] ?? ''}`);
  });
  return [...found];
}

/** The concepts that words mean, in order. One that is denied wherever it stands ("no fever") is another one. */
export function conceptsOf(words: readonly string[]): string[] {
  const reading = concepts.read(words);
  return [...reading.of.keys()].map((name) => (isDenied(name, reading) ? `no ${name}` : name)).sort();
}

/** What leanings are summed of: each word by itself, words near each other, concepts, and any two of these together. */
export function traitsOf(words: readonly string[]): string[] {
  const named = conceptsOf(words);
  return [
    ...new Set(words.flatMap(traitsOfWord)),
    ...neighboursOf(words),
    ...named,
    ...named.flatMap((one, at) => named.slice(at + 1).map((other) => `${one}+${other}`)),
  ];
}

function isDenied(name: string, reading: Reading): boolean {
  return reading.of.get(name)?.every((span) => denied(span, reading)) ?? false;
}
