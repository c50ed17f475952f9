import { mendWords } from '../spelling';
import { fold } from '../words';

/**
 * One word of what was said. Digits carry `value`; "17th" is also `ordinal`; "4:30" and "5/6/27" keep their `parts`.
 * `pause` is a comma, dash or full stop before the word.
 */
export interface Token {
  word: string;
  shape: 'word' | 'number' | 'clock' | 'date';
  value?: number;
  ordinal?: boolean;
  parts?: number[];
  pause: boolean;
}

const piece = new RegExp(
  [
    '(?<iso>\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})(?:t\\d{2}:\\d{2})?',
    '(?<date>\\d{1,2}([-/.])\\d{1,2}\\3\\d{2,4}|\\d{1,2}/\\d{1,2}|\\d{1,2}-0[1-9]|(?:0?[1-9]|1[0-2])-(?:1[9]|2\\d|3[01])|(?:19|2\\d|3[01])-(?:0?[1-9]|1[0-2]))(?![\\d])',
    '(?<clock>\\d{1,2}[:.h]\\d{2})(?!\\d)(?:h\\b)?',
    '(?<ordinal>\\d{1,2})(?:st|nd|rd|th|er|ero|ro|ra|do|da|[ºª°])(?![a-z])',
    '(?<number>\\d+)(?=h\\b)h|(?<plain>\\d+)',
    '(?<word>\\p{L}+|&)',
    '(?<hyphen>(?<=\\d)-(?=\\d))',
    '(?<pause>[,;.!?…–—:]|-)',
  ].join('|'),
  'gu',
);

/** As a recogniser writes hours that sound like other words: "at ate thirty", "half past for". */
const SOUNDS_LIKE: Readonly<Record<string, string>> = {
  won: 'one',
  to: 'two',
  too: 'two',
  tree: 'three',
  for: 'four',
  fore: 'four',
  ate: 'eight',
};
const AN_HOUR =
  /\b(at|half past|quarter past|quarter to|half|(?:five|ten|twenty|twenty five|minutes) (?:past|to|till?|after|before)) (won|too?|tree|fore?|ate)\b(?=\s*(?:$|[,.;!?]| (?:o ?clock|oh|on|tomorrow|today|tonight|this|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ten|fifteen|twenty|thirty|forty|fifty|please|am|pm|in the)\b))/g;

const SPELT_HOURS: Readonly<Record<string, string>> = {
  dies: 'diez',
  onse: 'once',
  sinco: 'cinco',
  seys: 'seis',
  siette: 'siete',
  nuebe: 'nueve',
  nuev: 'nueve',
  kuatro: 'cuatro',
  cuatr: 'cuatro',
  trez: 'tres',
  dosse: 'doce',
};
const TEENS: Readonly<Record<string, string>> = {
  for: 'four',
  fore: 'four',
  forth: 'four',
  ate: 'eigh',
  eight: 'eigh',
};
const WEEKDAYS_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^m/, 'monday'],
  [/^(?:t[ow]|ch|te)/, 'tuesday'],
  [/^we/, 'wednesday'],
  [/^th/, 'thursday'],
  [/^f/, 'friday'],
  [/^sa/, 'saturday'],
  [/^s/, 'sunday'],
];
/** Weekdays as a recogniser takes them apart; "thirsty" is one only where a day stands. */
const A_WEEKDAY =
  /\b(?:(?:mon|mun) day|(?:twos|toos|choose|chews|tues|tews) day|(?:wends|wens|weds|whens) day|(?:thurs|thirds|thers) day|fry day|fri day|(?:sat her|satur|sadder|sat a) day|sun day|son day|(?:(?<=\b(?:on|this|next|for|coming|until|by) )thirsty|thirsty(?= (?:at|around|morning|afternoon|evening|the|before|after|week|please)\b|$)))\b/g;

export function tokenise(text: string): Token[] {
  const clean = partedWords(heardRight(usualForms(fold(mendWords(text)).replace(/'/g, ''))));
  const tokens: Token[] = [];
  let pause = false;
  for (const match of clean.matchAll(piece)) {
    if (match.groups?.pause !== undefined) {
      pause = true;
      continue;
    }
    tokens.push({ ...read(match), pause });
    pause = false;
  }
  return tokens;
}

/** Ways of saying that read like something else, in the form that is read right. */
const usualForms = (text: string): string =>
  text
    // "I am not sure" is no a.m.; "in like three days"; "elevenish"; "x la tarde".
    .replace(/\bfive and twenty(?= (?:past|after|to|till?|of|before)\b)/g, 'twenty five')
    .replace(/\bi am\b/g, 'im')
    .replace(/\b(?:get|gets|got|getting) (?:off|out|home|up)(?: (?:of|from))?(?: work)? (?:early|late)\b/g, ', ')
    .replace(/\bin (?:like|about|around|maybe|roughly|say) (?=\w+ (?:day|week|month|hour|minute)s?\b)/g, 'in ')
    .replace(/\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)ish\b/g, '$1 ish')
    .replace(/\bx (?=(?:la|las|el|favor)\b)/g, 'por ')
    // "p.m.", "p. m.", "P M" and "pm" are one word; so are "o' clock" and "o clock".
    .replace(/(?<![\p{L}])([ap])\s?\.?\s?m\b\.?/gu, '$1m')
    .replace(/\b(?:maniana|manyana|mannana)\b/g, 'manana')
    .replace(/\bo clock\b/g, 'oclock');

/** Hours, weekdays and ordinals as a recogniser spells them, or a hand in a hurry. */
const heardRight = (text: string): string =>
  text
    .replace(AN_HOUR, (_all, before: string, word: string) => `${before} ${SOUNDS_LIKE[word] ?? word}`)
    .replace(/\balas (?=\d|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|die[sz]|once|do[cs]e)/g, 'a las ')
    .replace(/\blas dose\b/g, 'las doce')
    .replace(/\bi (?=(?:media|cuarto|pico)\b)/g, 'y ')
    .replace(
      /\b(a las?|las) (dies|onse|sinco|seys|siette|nuebe|nuev|kuatro|cuatr|trez|dosse)\b/g,
      (_all, before: string, hour: string) => `${before} ${SPELT_HOURS[hour] ?? hour}`,
    )
    .replace(A_WEEKDAY, (words) => WEEKDAYS_ALIKE.find(([sound]) => sound.test(words))?.[1] ?? words)
    .replace(
      /\b(for|four|fore|forth|six|seven|ate|eight?|nine|thir|fif) teenth\b/g,
      (_all, unit: string) => `${TEENS[unit] ?? unit}teenth`,
    )
    .replace(
      /\b(twenty|thirty|the|january|february|march|april|may|june|july|august|september|october|november|december) forth\b/g,
      '$1 fourth',
    );

/** Words of home, and what is written in one and read in two; hesitations are nothing. */
const partedWords = (text: string): string =>
  text
    .replace(/\bmornin\b/g, 'morning')
    .replace(/\bthis day week\b/g, 'a week today')
    .replace(/\bon the morrow\b/g, 'tomorrow')
    .replace(/(\d)([ap])(?=\s|$|[,.;!?])/g, '$1 $2m')
    .replace(/(\d)([ap]m)\b/g, '$1 $2')
    .replace(/(?<!\p{L})(?:u+h+m*|u+m+|e+r+m*|h+m+|m{2,}|ehh*|ehm)(?!\p{L})[,.]*/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/(?<=[a-z]{2})\/(?=[a-z]{2})/g, ' & ');

function read(match: RegExpMatchArray): Omit<Token, 'pause'> {
  const { iso, date, clock, ordinal, number, plain, hyphen } = match.groups ?? {};
  const word = match[0];
  const split = (text: string) => text.split(/\D/).map(Number);
  if (iso !== undefined) return { word, shape: 'date', parts: split(iso) };
  if (date !== undefined) return { word, shape: 'date', parts: split(date) };
  if (clock !== undefined) return { word: clock, shape: 'clock', parts: split(clock) };
  const digits = ordinal ?? number ?? plain;
  if (digits !== undefined)
    return { word: digits, shape: 'number', value: Number(digits), ordinal: ordinal !== undefined };
  return { word: hyphen === undefined ? word : '-', shape: 'word' };
}
