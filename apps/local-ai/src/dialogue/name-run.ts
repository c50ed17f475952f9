import { tokens, type Token } from './fold';
import type { NameWords } from './words/vocabulary';

/** Name tokens from a place on: letters only, none of the words that never belong to a name. */
export function nameFrom(folded: string, from: number, words: NameWords): Token[] {
  const found: Token[] = [];
  for (const token of tokens(folded.slice(from))) {
    const place = { ...token, start: token.start + from, end: token.end + from };
    const gap = folded.slice(found.at(-1)?.end ?? from, place.start);
    const particle = /^(?:de|del|la|los|van|von|der|y|da|dos|san)$/.test(token.word) && found.length > 0;
    if (/[;.!?\n]\s|[;!?]$/.test(gap) || !/^\p{L}[\p{L}'-]*$/u.test(token.word)) break;
    if (words.notNames.has(token.word) && !particle) break;
    found.push(place);
    if (found.length === 5) break;
  }
  while (/^(?:de|del|la|y|dos)$/.test(found.at(-1)?.word ?? '')) found.pop();
  return found;
}

/** The words of these tokens as they were said. */
export function said(text: string, found: readonly Token[]): string | null {
  const first = found[0];
  const last = found.at(-1);
  return first && last ? text.slice(first.start, last.end).replace(/\s*,\s*/g, ' ') : null;
}
