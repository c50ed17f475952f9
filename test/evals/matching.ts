/** How words are compared: case and accents folded, quotes straightened, white space collapsed. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .toLowerCase()
    .trim();
}

const NEGATION =
  /^(?:no|not|never|without|none|nothing|nobody|cannot|neither|nor|unable|ni|nunca|jamas|sin|ningun|ninguna|ninguno|nada|tampoco|nadie)$|n't$/;

/** Any one of the alternatives stands in the text as whole words. */
export function says(text: string, wanted: string | readonly string[]): boolean {
  const alternatives = typeof wanted === 'string' ? [wanted] : wanted;
  return alternatives.some((words) => placesOf(folded(text), words, true).length > 0);
}

/**
 * The forbidden words stand in the text from a word start. Words that begin with a small letter do not count behind a
 * negation (the four words before, in the same sentence) nor in a question.
 */
export function saysForbidden(text: string, words: string): boolean {
  const plain = folded(text);
  const always = !/^\p{Ll}/u.test(words.trim());
  return placesOf(plain, words, false).some((at) => always || !(isNegated(plain, at) || isAsked(plain, at)));
}

function placesOf(text: string, words: string, whole: boolean): number[] {
  const plain = folded(words);
  if (plain === '') return [];
  const places: number[] = [];
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + plain.length] ?? ' ';
    const startsWord = !(isWord(before) && isWord(plain[0] ?? ''));
    const endsWord = !(isWord(after) && isWord(plain.at(-1) ?? ''));
    if (startsWord && (!whole || endsWord)) places.push(at);
  }
  return places;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** A full stop inside "p.m." or "Dr." ends no sentence. */
const SENTENCE_END = /[!?\n]|(?<!\b(?:dr|dra|sr|sra|mr|mrs|ms|[ap]|m))\.(?=\s|$)/g;

function sentenceAround(text: string, at: number): { start: number; end: number } {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index);
  const start = ends.filter((end) => end < at).at(-1);
  return { start: start === undefined ? 0 : start + 1, end: ends.find((end) => end >= at) ?? text.length };
}

function isNegated(text: string, at: number): boolean {
  const before = text.slice(sentenceAround(text, at).start, at);
  const words = before.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
  return words.slice(-4).some((word) => NEGATION.test(word));
}

function isAsked(text: string, at: number): boolean {
  const { end } = sentenceAround(text, at);
  return text[end] === '?';
}
