const NUMBERS: Readonly<Record<string, string>> = {
  '0': 'zero',
  '1': 'one',
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine',
  '30': 'thirty',
};

/** Words as they are compared: folded, without signs, small figures written out, a.m. and p.m. as one word. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(/['’]/g, '')
    .replace(/[-–]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => NUMBERS[word] ?? word);
}

/** Words put in, left out or changed between what was said and what was understood (Levenshtein over words). */
export function wordErrors(said: string, understood: string): { errors: number; words: number } {
  const [wanted, found] = [wordsOf(said), wordsOf(understood)];
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
