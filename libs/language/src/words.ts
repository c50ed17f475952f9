/** Lower case, without accents, with straight quotes: the form in which all words are compared here. */
export function fold(text: string): string {
  // Most words of English are plain already.
  if (!NOT_ASCII.test(text)) return text.replaceAll('`', "'").toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .toLowerCase();
}

/** Folded words without punctuation; apostrophes vanish, so "I'm" is "im" and "o'clock" is "oclock". */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Phrases as word lists, longest first, so that the longest phrase wins. */
export function phrases(...lines: string[]): readonly (readonly string[])[] {
  return lines
    .flatMap((line) => line.split('|'))
    .map((phrase) => wordsOf(phrase))
    .filter((phrase) => phrase.length > 0)
    .sort((a, b) => b.length - a.length);
}

/** How many words at `at` the longest of these phrases takes; 0 when none stands there. */
export function phraseAt(words: readonly string[], at: number, known: readonly (readonly string[])[]): number {
  const found = known.find((phrase) => phrase.every((word, i) => words[at + i] === word));
  return found?.length ?? 0;
}

export function containsPhrase(words: readonly string[], known: readonly (readonly string[])[]): boolean {
  return words.some((_, at) => phraseAt(words, at, known) > 0);
}

// eslint-disable-next-line no-control-regex -- all of ASCII, its controls too
const NOT_ASCII = /[^\u0000-\u007f]/;
