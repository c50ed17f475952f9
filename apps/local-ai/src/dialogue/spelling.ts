import { tokens } from './fold';
import type { NameWords } from './words/vocabulary';

/** Letters said one by one, and where. */
export interface Spelled {
  readonly word: string;
  readonly places: readonly { start: number; end: number }[];
}

interface Letter {
  readonly letters: string | null;
  readonly single: boolean;
  readonly start: number;
  readonly end: number;
}

/** "P as in Peter" becomes "p" in its place, so that only letters remain. */
function withoutExamples(folded: string, words: NameWords): string {
  return folded.replace(words.spelledAs, (found: string, letter: string) => letter.padEnd(found.length));
}

function read(folded: string, words: NameWords): Letter[] {
  const all = tokens(folded);
  return all.map(({ word, start, end }, index) => {
    const doubled = all[index - 1]?.word === words.double ? 2 : 1;
    const dashed = /^[a-z](?:[.-][a-z])+$/.test(word) ? word.replace(/[.-]/g, '') : null;
    const letter = dashed ?? (/^[a-z]$/.test(word) ? word : (words.letters[word] ?? null));
    const mark = /^(?:apostrophe|dash|hyphen|apostrofo|guion)$/.test(word);
    const letters = word === words.double || mark ? '' : (letter?.repeat(doubled) ?? null);
    return { letters, single: dashed !== null || /^[a-z]$/.test(word), start, end };
  });
}

/**
 * The longest run of letters said one by one. Two at least, and at least two that are plain letters: names of letters
 * ("ele", "bee") are words as well, so they count only beside those, or four in a row.
 */
export function spelledWords(folded: string, words: NameWords): Spelled | null {
  const runs: Letter[][] = [[]];
  for (const letter of read(withoutExamples(folded, words), words)) {
    if (letter.letters === null) runs.push([]);
    // "I-R-I-N-A, V-O-L-K-O-V": each is a word.
    else if (letter.letters.length > 2) runs.push([letter], []);
    else runs.at(-1)?.push(letter);
  }
  const spelled = runs
    .map((run) => ({ run, word: run.map((letter) => letter.letters ?? '').join('') }))
    .filter(({ run, word }) => {
      const singles = run.filter((letter) => letter.single).length;
      // "Y a mi hija": letters that are words.
      if (word.length === 2 && /^[aeiouy]+$/.test(word)) return false;
      return (
        word.length >= 2 && (run.length >= 4 || singles >= 2 || (singles === 1 && word.length >= 4 && run.length === 1))
      );
    })
    .sort((a, b) => b.word.length - a.word.length)[0];
  return spelled ? { word: spelled.word, places: spelled.run.map(({ start, end }) => ({ start, end })) } : null;
}
