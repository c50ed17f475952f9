import type { Facts, KnownVisit } from '../facts';
import { undone } from './claims-outcomes';
import type { Content } from './content';
import { agree } from './known-visits';
import { spelledOut } from './statements';

/** "Nothing else was cancelled" stands beside what was. */
const ELSE = /\b(?:else|other|others|more|yet to|otr[oa]s?|demas|rest|mas|only|solo|solamente)\b/;

/** That one has no visit, or that nothing was sent, however it is put. Words of either language, spelled out. */
const NO_VISIT =
  /\b(?:no|not|nothing|never|without)\b(?: \w+){0,4} (?:appointments?|bookings?|visits?|reservations?|scheduled|booked)\b(?: \w+){0,6}? (?:here|us|you|your|file|record|system|moment|name|books?|calendar)\b|\b(?:no record of|nothing (?:booked|scheduled|on file|down|in the (?:book|diary|system)))\b|\bno (?:\w+ ){0,3}(?:consta|sale|aparece|figura|encuentro|veo|tengo|tiene|tenes|tienes|hay)\b(?: \w+){0,5} (?:citas?|turnos?|consultas?|visitas?|reservas?|reservad[oa]|agendad[oa]|pendientes?|programad[oa]|registrad[oa]|nada)\b|\bexpediente (?:sale |esta )?vacio\b/;
const NOT_SENT =
  /\b(?:not|never|no one|nobody|nothing|none)\b(?: \w+){0,4} (?:sent|texted|messaged)\b|\bno (?:\w+ ){0,4}(?:envi\w+|mand\w+)\b|\bno (?:code|message|text|link|confirmation) (?:has|was|went|got)\b/;
/** Not yet, or of other times than those told. */
const YET =
  /\b(?:yet|so far|as yet|until|unless|open|free|available|openings?|slots?|times?|todavia|aun|hasta|libre\w*|disponible\w*|hueco\w*|lugar\w*|espacio\w*|fuera de|aparte de|besides)\b/;

/** What was made before, and not touched since. */
const STANDS = /\b(?:still (?:stand\w*|there|on|good)|stands|as it was|sigue|en pie|como estaba)\b/;

/** Says that something was not done which was. */
export function denies(sentence: string, content: Content, facts: Facts): boolean {
  if (sentence.includes('?')) return false;
  const words = spelledOut(sentence);
  const bare = content.times.length + content.dates.length + content.doctors.length === 0;
  if (facts.sent.length > 0 && NOT_SENT.test(words) && !ELSE.test(words)) return true;
  if (
    facts.booked.length > 0 &&
    facts.pending !== true &&
    NO_VISIT.test(words) &&
    !ELSE.test(words) &&
    !YET.test(words) &&
    (bare || agree(content, facts.booked, facts))
  )
    return true;
  return undone.some(({ kind, words: denial }) => {
    if (!denial.test(words) || ELSE.test(words) || (kind === 'booked' && STANDS.test(words))) return false;
    const visits: readonly KnownVisit[] =
      kind === 'moved'
        ? facts.moved.flatMap(({ doctor, from, to }) => [from, to].map((startsAt) => ({ doctor, startsAt })))
        : facts[kind];
    if (visits.length === 0) return false;
    if (!bare) return agree(content, visits, facts);
    // Beside what is pending, an earlier booking is not what it speaks of.
    return kind !== 'booked' || (facts.pending !== true && facts.offered.length === 0);
  });
}
