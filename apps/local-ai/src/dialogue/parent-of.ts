import { places, tokens } from './fold';
import { nameFrom, said } from './name-run';
import type { NameWords } from './words/vocabulary';

/** "It's Oisin Farrell's mammy", "soy la mamá de Emiliano Prado": whoever is to be seen, and not who speaks. */
export function ofParent(text: string, folded: string, words: NameWords): string | null {
  const named = places(folded, words.parentOf).flatMap(({ start, end, groups: [group = ''] }) => {
    const from = folded.indexOf(group, start);
    const run = tokens(folded.slice(0, end))
      .filter(({ start: at }) => at >= from)
      .map(({ start: at }) => nameFrom(folded.slice(0, from + group.length), at, words))
      .find((one) => one.length > 1);
    return run === undefined ? [] : (said(text, run) ?? []);
  });
  return named[0] ?? null;
}
