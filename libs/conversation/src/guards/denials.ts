import type { Facts, KnownVisit } from '../facts';
import { undone } from './claims-outcomes';
import type { Content } from './content';
import { agree } from './known-visits';
import { spelledOut } from './statements';

/** "Nothing else was cancelled" stands beside what was. */
const ELSE = /\b(?:else|other|others|more|yet to|otr[oa]s?|demas|rest|mas|only|solo|solamente)\b/;

/** Says that something was not done which was. */
export function denies(sentence: string, content: Content, facts: Facts): boolean {
  if (sentence.includes('?')) return false;
  const words = spelledOut(sentence);
  return undone.some(({ kind, words: denial }) => {
    if (!denial.test(words) || ELSE.test(words)) return false;
    const visits: readonly KnownVisit[] =
      kind === 'moved'
        ? facts.moved.flatMap(({ doctor, from, to }) => [from, to].map((startsAt) => ({ doctor, startsAt })))
        : facts[kind];
    if (visits.length === 0) return false;
    const bare = content.times.length + content.dates.length + content.doctors.length === 0;
    if (!bare) return agree(content, visits, facts);
    // Beside what is pending, an earlier booking is not what it speaks of.
    return kind !== 'booked' || (facts.pending !== true && facts.offered.length === 0);
  });
}
