import { fold, wordDistance, wordsOf } from '@clinicall/language';
import type { ClinicFacts } from './clinic-facts';

/** One sound off: "where do I part". More is another word. */
const ALIKE = 0.26;
/** Short words are like too many others. */
const SHORTEST = 4;

/**
 * A question that was heard over the telephone, with words of the clinic's own entries in place of those that sound like them.
 * @returns undefined where nothing in it does.
 */
export function heardAsAsked(question: string, { faq }: ClinicFacts): string | undefined {
  const known = new Set(faq.flatMap((entry) => wordsOf(entry.question)).filter((word) => word.length >= SHORTEST));
  const said = fold(question);
  const meant = said.replace(/[a-z]{4,}/g, (word) => (known.has(word) ? word : (nearest(word, known) ?? word)));
  return meant === said ? undefined : meant;
}

function nearest(word: string, known: ReadonlySet<string>): string | undefined {
  const [best] = [...known]
    .map((one) => ({ one, distance: wordDistance(word, one) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= ALIKE ? best.one : undefined;
}
