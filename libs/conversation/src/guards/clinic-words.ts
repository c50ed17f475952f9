import { wordsOf } from '@clinicall/language';
import type { Facts } from '../facts';
import { numberOf } from './number-words';

/** Words of the clinic's own: its answers, prices and hours. */
export function told(sentence: string, facts: Facts): boolean {
  const texts = [...(facts.answers ?? []), ...(facts.prices ?? []), facts.hours ?? ''].join(' ');
  const own = new Set(wordStems(texts));
  const said = wordStems(sentence);
  // A number of its own is not the clinic's.
  const numbers = new Set(wordsOf(texts).map(valueOf));
  if (wordsOf(sentence).some((word) => isNumber(word) && !numbers.has(valueOf(word)))) return false;
  return said.length > 0 && said.filter((stem) => own.has(stem)).length >= said.length * MOSTLY;
}

/** "Two" and "2" are one. */
const valueOf = (word: string) => numberOf(word) ?? word;
const isNumber = (word: string) =>
  /\d/.test(word) ||
  (numberOf(word) !== undefined && word !== 'one' && word !== 'una') ||
  /^(?:fifty|sixty|seventy|eighty|ninety|hundred|cien\w*|\w+cientos|sesenta|setenta|ochenta|noventa)$/.test(word);
const MOSTLY = 0.6;
const wordStems = (text: string) => [
  ...new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  ),
];
