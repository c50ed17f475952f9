import { wordsOf } from '../words';

const YOUNG = 16;
const OLD = 70;

const COUNTED: ReadonlyMap<string, number> = new Map([
  ...wordsOf(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  ).map((word, value): [string, number] => [word, value]),
  ...wordsOf(
    'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete',
  ).map((word, value): [string, number] => [word, value]),
  ...wordsOf('twenty thirty forty fifty sixty seventy eighty ninety').map((word, at): [string, number] => [
    word,
    20 + at * 10,
  ]),
  ...wordsOf('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa').map((word, at): [string, number] => [
    word,
    20 + at * 10,
  ]),
  ['una', 1],
  ['veinticinco', 25],
  ['dieciocho', 18],
  ['eighteen', 18],
  ['nineteen', 19],
]);

const YEARS = new Set(wordsOf('year years yr yrs yo anos anitos ano'));
const MONTHS = new Set(wordsOf('month months meses mes week weeks semanas'));
const BEFORE = new Set(wordsOf('shes hes is aged age tiene de cumple'));
/** "She is thirty and …": a bare number is an age. */
const BARE = new Set(wordsOf('shes hes is aged'));
/** "My A1c is nine" is no age. */
const MEASURES = new Set(
  wordsOf(
    'a1c hba1c sugar sugars glucose pressure level levels temperature temp pain score number psa tsh ferritin count bp oxygen rate pulse weight',
  ),
);
const OLDNESS = new Set(wordsOf('old olds yo edad'));

/** "Charlie's five and …" */
const NAMED = /\p{L}['’]s (?:only |just )?(\p{L}+|\d{1,2})(?= and\b| months?\b|,|[.!]?$)/u;

export type Age = 'young' | 'grown' | 'old';

/** How old the patient is, where the words say so: "she's three", "six year old", "tiene cuatro añitos", "de 88 años". */
export function ageIn(words: readonly string[], text: string): Age | undefined {
  const named = NAMED.exec(text)?.[1];
  if (named !== undefined && (numberAt(named.toLowerCase()) ?? YOUNG) < YOUNG) return 'young';
  for (let at = 0; at < words.length; at++) {
    const count = numberAt(words[at] ?? '');
    if (count === undefined || count > 110) continue;
    const [before, unit, after] = [words[at - 1] ?? '', words[at + 1] ?? '', words[at + 2] ?? ''];
    if (MONTHS.has(unit) && OLDNESS.has(after)) return 'young';
    if (YEARS.has(unit) && !told(before, unit, after)) continue;
    if (!YEARS.has(unit) && !(BARE.has(before) && (unit === '' || unit === 'and' || unit === 'but'))) continue;
    if (!YEARS.has(unit) && MEASURES.has(words[at - 2] ?? '')) continue;
    if (count < YOUNG) return 'young';
    return count >= OLD ? 'old' : 'grown';
  }
  return undefined;
}

/** Years of a life rather than of an illness ("for two years"). */
function told(before: string, unit: string, after: string): boolean {
  return unit === 'yo' || unit === 'anitos' || OLDNESS.has(after) || BEFORE.has(before);
}

function numberAt(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : COUNTED.get(word);
}
