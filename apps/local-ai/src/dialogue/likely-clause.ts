import { topicsIn } from '@clinicall/language';
import { fold } from './fold';
import { likelyWish, type Likely } from './likely-wish';
import type { Clause, Utterance } from './understand';
import type { LikelyWish, WishKind } from './words/vocabulary';

/** Surer than this, likeness to what others say tells what is wanted. */
const SURE = 0.45;
/** The same against a pattern that names another wish, and where a doctor or field and a time were named, as a booking begins. */
const SURER = 0.75;
/** Likely enough to be asked about, where nothing is sure; and where an appointment is spoken of at least. */
const LIKELY = 0.4;
const POSSIBLE = 0.3;

/** Against a pattern that names a booking. */
const SUREST = 0.8;

/** What goes over what: a pattern of the first was found in words that are put as others put the second. */
const OVERRULED: Readonly<Partial<Record<WishKind, readonly LikelyWish[]>>> = {
  list: ['cancel', 'move'],
  move: ['cancel', 'list'],
  cancel: ['waitlist'],
  message: ['cancel'],
  information: ['list', 'message'],
  book: ['list', 'cancel', 'move', 'message', 'waitlist'],
};

/** The whole as one wish, where its words name none and it is put as others put that wish; null when it is not. */
export function likelyClause(utterance: Utterance, written: boolean): Clause[] | null {
  const again = written && leavesOpen(utterance) ? afterwards(utterance) : null;
  if (again) return [{ ...merged(utterance.clauses), text: utterance.text, wish: again }];
  const likely = likelyWish(utterance.folded);
  if (likely === null || likely.kind === 'other' || likely.kind === 'book' || likely.kind === 'person') return null;
  if (likely.chance < threshold(utterance, likely)) return null;
  return [{ ...merged(utterance.clauses), text: utterance.text, wish: likely.kind }];
}

/** How sure likeness must be to speak; 2 where it must not. */
function threshold(utterance: Utterance, { kind }: Likely): number {
  const { clauses } = utterance;
  const named = [...new Set(clauses.flatMap(({ wish }) => wish ?? []))];
  if (!leavesOpen(utterance, kind)) {
    const [only, ...more] = named;
    const may = only !== undefined && more.length === 0 && OVERRULED[only]?.includes(kind) === true;
    if (!may || clauses.length > 1) return 2;
    return only === 'book' ? SUREST : SURER;
  }
  const whole = merged(clauses);
  const target = whole.specialty ?? whole.doctor;
  // "Could my knee be looked at on Tuesday?" asks about no clinic in general; "how much is it to have a mole removed?" does.
  if (kind === 'information' && (target ?? whole.when) !== null && topicsIn(utterance.folded).length === 0)
    return target !== null && whole.when !== null ? 2 : SURER;
  return target !== null && whole.when !== null ? SURER : SURE;
}

/** What the words may want, though it is not sure; null when they want nothing that is known. */
export function guessOf(utterance: Utterance, careful = true): LikelyWish | null {
  return guessAt(utterance, careful ? LIKELY : 0);
}

/** The same where words speak of a time or an appointment, and of nothing to book with it. */
export function guessBesideBooking(utterance: Utterance): LikelyWish | null {
  const guess = leavesOpen(utterance) && !utterance.has('asking') ? guessAt(utterance, POSSIBLE) : null;
  return guess === 'book' || guess === 'information' || guess === 'person' ? null : guess;
}

function guessAt(utterance: Utterance, least: number): LikelyWish | null {
  const likely = likelyWish(utterance.folded);
  return likely === null || likely.kind === 'other' || likely.chance < least ? null : likely.kind;
}

/** Whether somebody to talk to is asked for, in words that no pattern has; `answering` a question, "anyone" may be a doctor. */
export function likelyPerson(utterance: Utterance, answering: boolean): boolean {
  const likely = likelyWish(utterance.folded);
  const told = utterance.clauses.some(
    ({ wish, specialty, doctor, when }) => (wish ?? specialty ?? doctor ?? when) !== null,
  );
  return likely?.kind === 'person' && likely.chance >= (answering ? SUREST : told ? SURER : SURE);
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

/**
 * Whether what was said names no wish, or an appointment and not what is to become of it; `beside` may be named, where another
 * clause only mentions the appointment: "won't be needing Friday's visit. Take me off."
 */
function leavesOpen({ clauses, words }: Utterance, beside?: LikelyWish): boolean {
  const vague = ({ wish, text }: Clause): boolean =>
    wish === 'book' &&
    (words.unwanted.test(fold(text)) || !words.wishes.some(([, pattern]) => pattern.test(fold(text))));
  const open = (clause: Clause): boolean => clause.wish === null || vague(clause);
  const named = clauses.some((clause) => clause.wish !== null && clause.wish === beside);
  // "Cancel Thursday's, and then I need one with Dr. Patel": a wish of its own.
  const apart = ({ text, specialty, doctor }: Clause): boolean =>
    named && (specialty ?? doctor) !== null && !words.unwanted.test(fold(text));
  return clauses.every((clause) => (open(clause) ? !apart(clause) : clause.wish === beside)) && clauses.some(open);
}
