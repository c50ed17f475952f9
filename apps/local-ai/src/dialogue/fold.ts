/**
 * Lower case, no accents, straight quotes, every character in its place: an index found in the folded text is the same
 * index in the text it came from (which must be NFC).
 */
export function fold(text: string): string {
  return Array.from(text, (char) => {
    const plain = char
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[’‘`´]/g, "'")
      .replace(/[“”«»]/g, '"');
    return plain.length === char.length ? plain : char;
  }).join('');
}

export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words of folded text with their places; marks inside a word (3:00, 2/1/70, o'clock, p.m) belong to it. */
export function tokens(folded: string): Token[] {
  return [...folded.matchAll(/[\p{L}\p{N}]+(?:[.:'/-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A global regular expression's matches; any expression may be passed. */
export function places(folded: string, pattern: RegExp): { start: number; end: number; groups: readonly string[] }[] {
  const everywhere = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return [...folded.matchAll(everywhere)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: match.slice(1),
  }));
}
