import { fold } from './fold';
import { likelyWish } from './likely-wish';
import type { Clause, Utterance } from './understand';
import type { WishKind } from './words/vocabulary';

/** Surer than this, likeness to what others say tells what is wanted. */
const SURE = 0.55;
/** The same where a doctor or field and a time were named, which is how a booking begins. */
const SURER = 0.8;

/** The whole as one wish, where its words name none and it is put as others put that wish; null when it is not. */
export function likelyClause(utterance: Utterance, written: boolean): Clause[] | null {
  if (!leavesOpen(utterance)) return null;
  const again = written ? afterwards(utterance) : null;
  if (again) return [{ ...merged(utterance.clauses), text: utterance.text, wish: again }];
  const likely = likelyWish(utterance.folded, utterance.language);
  if (likely === null || likely.chance < SURE || likely.kind === 'other' || likely.kind === 'book') return null;
  // "Could my knee be looked at on Tuesday?" asks about no clinic in general.
  const told = utterance.clauses.some((clause) => clause.specialty ?? clause.doctor ?? clause.when);
  if (likely.kind === 'information' && told) return null;
  const whole = merged(utterance.clauses);
  const booking = (whole.specialty ?? whole.doctor) !== null && whole.when !== null;
  if (booking && likely.chance < SURER) return null;
  return [{ ...merged(utterance.clauses), text: utterance.text, wish: likely.kind }];
}

/** Words about the visit that was just written: "oh, can we make it Friday instead?". */
function afterwards(utterance: Utterance): WishKind | null {
  const { folded, words, clauses } = utterance;
  const { dropped, hindered, otherwise } = words.frames;
  const target = clauses.some((clause) => (clause.specialty ?? clause.doctor) !== null);
  if (target || utterance.has('also')) return null;
  if (dropped.test(folded)) return 'cancel';
  const timed = clauses.some((clause) => clause.when !== null);
  return (timed && otherwise.test(folded)) || hindered.test(folded) ? 'move' : null;
}

/** Several clauses as one: what was said last counts. */
function merged(clauses: readonly Clause[]): Clause {
  const empty: Clause = { text: '', wish: null, specialty: null, doctor: null, when: null };
  return clauses.reduce(
    (before, { text, wish, specialty, doctor, when }) => ({
      text,
      wish,
      specialty: specialty ?? before.specialty,
      doctor: doctor ?? before.doctor,
      when: when ?? before.when,
    }),
    empty,
  );
}

/** Whether what was said names no wish, or an appointment and not what is to become of it. */
function leavesOpen({ clauses, words }: Utterance): boolean {
  const vague = ({ wish, text }: Clause): boolean =>
    wish === 'book' &&
    (words.unwanted.test(fold(text)) || !words.wishes.some(([, pattern]) => pattern.test(fold(text))));
  return clauses.every((clause) => clause.wish === null || vague(clause));
}
