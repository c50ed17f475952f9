// Text as Flite can read it aloud. Flite knows ASCII only, spells out words it finds unpronounceable, and reads a code as one large number.

const PUNCTUATION: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d\u00ab\u00bb]/g, '"'],
  [/\s*[\u2013\u2014]\s*/g, ', '],
  [/\u2026|\.{2,}/g, '. '],
  [/\s*\/\s*(?=[A-Za-z])/g, ', '],
  [/\s*&\s*/g, ' and '],
  [/[<>{}[\]|\\^~*_`#]/g, ' '],
];

/** Names that Flite spells letter by letter, as they are said. */
const RESPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bnguyen\b/gi, 'Win'],
  [/\bng\b/gi, 'Ing'],
];

const digitByDigit = (digits: string): string =>
  digits
    .replace(/\D/g, '')
    .split(/(?=\d)/)
    .join(' ');

/** "Call 911": a number to call is said digit by digit, however short it is. */
const TO_CALL = /\b((?:call|dial|ring|phone|text)(?: us (?:at|on)| it on)? )(\d{3}(?: \d{3})?)\b(?!:| ?[ap]\.?m)/gi;

/** Phone numbers and codes: five digits or more are read one by one, a year or a price is not. */
function spellNumbers(text: string): string {
  return text
    .replace(TO_CALL, (_whole, verb: string, digits: string) => verb + digitByDigit(digits))
    .replace(/\+?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/g, digitByDigit)
    .replace(/\+\d[\d-. ]{6,}\d/g, digitByDigit)
    .replace(/\b\d{5,}\b/g, digitByDigit);
}

/** The same words for Flite: one line of ASCII. Empty when nothing can be said. */
export function speakable(text: string): string {
  let out = text.normalize('NFD').replace(/\p{M}/gu, '');
  for (const [pattern, replacement] of [...PUNCTUATION, ...RESPELLED]) out = out.replace(pattern, replacement);
  // Rests: without them a thank-you and a doctor's name run into the words beside them, and half of them are not understood.
  out = spellNumbers(out)
    .replace(/\b([ap])\.\s?m\b\.?/gi, (_, half: string) => `${half.toUpperCase()}M`)
    .replace(/^Thank you for\b/, 'Thank you, for')
    .replace(/(\d|[AP]M) with Dr\. /g, '$1, with Doctor ')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[A-Za-z0-9]/.test(out) ? out : '';
}

const LONGEST = 220;
const ABBREVIATION = /\b(?:dr|mr|mrs|ms|st|sr|sra|jr|prof|apt|no|[a-z])\.$/i;

/** A sentence too long to wait for is broken at a comma, else at a space. */
function broken(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const head = sentence.slice(0, LONGEST);
  const cut = Math.max(head.lastIndexOf(', ') + 1, head.lastIndexOf('; ') + 1) || head.lastIndexOf(' ') || LONGEST;
  return [sentence.slice(0, cut < 1 ? LONGEST : cut).trim(), ...broken(sentence.slice(cut < 1 ? LONGEST : cut).trim())];
}

/** The pieces that are spoken one after another, so that the first is heard while the next is made. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const piece of text.split(/(?<=[.!?\n]["')]?)\s+/)) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  if (open !== '') sentences.push(open);
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(broken);
}
