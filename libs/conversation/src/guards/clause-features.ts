/** The many beginnings of a word: "reserved", "reserving". */
const STEM = 5;
/** A Spanish pretérito lives in its last accent: "anoté" tells what "anote" asks for. */
const TOLD = /[éíó]$|[éáí](?:is|mos)$/u;

/**
 * What clauses of a model may have in common, in both languages: words, their beginnings, pairs of near words, how they begin, and what the
 * patterns saw in them.
 * @param masked folded words in which items stand as zdoc, zdate, ztime, zprice and znum (statements.ts).
 * @param text as it is said, for its accents and its question mark.
 */
export function clauseFeatures(masked: string, text: string, claims: readonly string[]): string[] {
  const words = masked.split(' ').filter((word) => word !== '');
  const features = new Set<string>([
    `^${words[0] ?? ''}`,
    `^${words[0] ?? ''} ${words[1] ?? ''}`,
    `$${words.at(-1) ?? ''}`,
  ]);
  words.forEach((word, at) => {
    const [next, after, third] = [words[at + 1], words[at + 2], words[at + 3]];
    features.add(word);
    if (word.length > STEM) features.add(`${word.slice(0, STEM)}~`);
    if (next !== undefined) features.add(`${word} ${next}`);
    if (after !== undefined) features.add(`${word}_${after}`);
    if (third !== undefined && next !== undefined && after !== undefined) features.add(`${word} ${next} ${after}`);
  });
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (!TOLD.test(word)) continue;
    features.add('told').add(`told ${word}`);
  }
  if (text.includes('?')) features.add('<?>');
  features.add(`#${words.length > 3 ? (words.length > 7 ? (words.length > 14 ? 3 : 2) : 1) : 0}`);
  for (const claim of claims) features.add(`k:${claim}`);
  if (claims.length === 0) features.add('k:');
  return [...features];
}
