/** Number words of both languages, folded, as far as clocks and calendars need them. */
const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const spanish =
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte'.split(
    ' ',
  );
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const values = new Map<string, number>([
  ['una', 1],
  ['primero', 1],
  ['oh', 0],
]);
for (const list of [english, spanish, ordinals]) list.forEach((word, at) => values.set(word, at + 1));
for (const [tens, value] of [
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
] as const) {
  values.set(tens, value);
  english.slice(0, 9).forEach((unit, at) => values.set(`${tens} ${unit}`, value + at + 1));
  ordinals.slice(0, 9).forEach((unit, at) => values.set(`${tens} ${unit}`, value + at + 1));
}
for (const [tens, value] of [
  ['treinta', 30],
  ['cuarenta', 40],
  ['cincuenta', 50],
] as const) {
  values.set(tens, value);
  spanish.slice(0, 9).forEach((unit, at) => values.set(`${tens} y ${unit}`, value + at + 1));
}
spanish.slice(0, 9).forEach((unit, at) => values.set(`veinti${unit}`, 21 + at));
values.set('veintiun', 21).set('thirtieth', 30);

/** "fifteen", "forty-five", "veintiuno", "4th" or "12"; undefined for other words. */
export function numberOf(words: string): number | undefined {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(words);
  if (digits !== null) return Number(digits[1]);
  return values.get(words.replace(/[-\s]+/g, ' '));
}

const byLength = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll(' ', '[-\\s]'));
const within = (lowest: number, highest: number, words: (word: string) => boolean = () => true) =>
  byLength(
    [...values].filter(([word, value]) => value >= lowest && value <= highest && words(word)).map(([word]) => word),
  ).join('|');

const isOrdinal = (word: string) => ordinals.some((ordinal) => word.endsWith(ordinal)) || word === 'thirtieth';

/** Alternations for regular expressions over folded text. */
export const HOUR_WORDS = within(1, 12, (word) => !isOrdinal(word) && word !== 'primero');
export const MINUTE_WORDS = within(
  1,
  59,
  (word) => !isOrdinal(word) && word !== 'primero' && word !== 'una' && word !== 'one' && word !== 'uno',
);
export const DAY_WORDS = within(
  1,
  31,
  (word) => word !== 'one' && word !== 'una' && !/^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(word),
);
export const ORDINAL_WORDS = within(4, 31, isOrdinal);
/** Days of the month in Spanish words, as they follow a weekday: "lunes catorce". */
export const SPANISH_DAYS = within(
  1,
  31,
  (word) => spanish.includes(word) || /^(?:veinti|treinta$|treinta y uno|primero)/.test(word),
);
export const COUNT_WORDS = within(1, 20, (word) => !isOrdinal(word));
