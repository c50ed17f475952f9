import { spokenWords } from './spoken-words';

/** Words put in, left out or changed between what was said and what was understood (Levenshtein over words). */
export function wordErrors(said: string, understood: string): { errors: number; words: number } {
  const [wanted, found] = [spokenWords(said), spokenWords(understood)];
  let row = Array.from({ length: found.length + 1 }, (_unused, index) => index);
  for (const [line, word] of wanted.entries()) {
    const next = [line + 1];
    for (const [index, other] of found.entries()) {
      const kept = (row[index] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(kept, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return { errors: row.at(-1) ?? 0, words: wanted.length };
}

/** A share of 1, to three places. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((part / whole).toFixed(3));
}
