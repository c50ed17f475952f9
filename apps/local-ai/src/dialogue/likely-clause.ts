import { judgeAnswer, likelyAct, topicsIn } from '@clinicall/language';
import { fold } from './fold';
import { likelyWish } from './likely-wish';
import type { Clause, Utterance } from './understand';
import type { LikelyWish, WishKind } from './words/vocabulary';

/** Surer than this, likeness to what others say tells what is wanted. */
const SURE = 0.45;
/** The same against a pattern that names another wish, and where a doctor or field and a time were named, as a booking begins. */
const SURER = 0.6;
/** Where a day was named and nothing to book for it. */
const SURISH = 0.5;
/** Against patterns that name several wishes, and for a person in the middle of something. */
const SUREST = 0.8;
/** Likely enough to be asked about, where nothing is sure; and where an appointment is spoken of at least. */
const LIKELY = 0.35;
const POSSIBLE = 0.3;
const NEVER = 2;
/** Words of a bare yes or no at most. */
const MOST_OF_ANSWER = 4;

const AFTERWARDS: Readonly<Record<string, WishKind & LikelyWish>> = {
  book_again: 'book',
  cancel: 'cancel',
  move: 'move',
  message: 'message',
  question: 'information',
};

/** The wish it is like: after something was done by what others say then, else by what they say first. */
function likelyNow(utterance: Utterance, after: boolean): { kind: LikelyWish; chance: number } | null {
  const first = likelyWish(utterance.folded);
  const then = after ? likelyAct('done', utterance.text) : null;
  if (then === null || then.chance < SURER) return first;
  return { kind: AFTERWARDS[then.act] ?? 'other', chance: then.chance };
}

/**
 * The whole as one wish, where it is put as others put that wish and no pattern is surer of another; null when it is not.
 * @param written something was booked or moved. @param after something was done just now, and we asked what else is wanted.
 */
export function likelyClause(utterance: Utterance, written: boolean, after = false): Clause[] | null {
  const again = written && leavesOpen(utterance) ? afterwards(utterance) : null;
  if (again) return [{ ...merged(utterance.clauses), text: utterance.text, wish: again }];
  if (utterance.words.frames.unneeded.test(utterance.folded) && leavesOpen(utterance))
    return [{ ...merged(utterance.clauses), text: utterance.text, wish: 'cancel' }];
  const likely = likelyNow(utterance, after);
  if (likely === null) return null;
  const { kind, chance } = likely;
  if (kind === 'other' || kind === 'person' || isAnswer(utterance)) return null;
  if (chance < threshold(utterance, kind, after)) return null;
  return [{ ...merged(utterance.clauses), text: utterance.text, wish: kind }];
}

/** "No thanks", "yes please": no wish, whatever it is like. */
function isAnswer({ text, language }: Utterance): boolean {
  return text.trim().split(/\s+/).length <= MOST_OF_ANSWER && judgeAnswer(text, language) !== 'unclear';
}

/** How sure likeness must be to speak; NEVER where it must not. */
function threshold(utterance: Utterance, kind: WishKind & LikelyWish, after: boolean): number {
  const { clauses } = utterance;
  const named = [...new Set(clauses.flatMap(({ wish }) => wish ?? []))];
  const topics = topicsIn(utterance.folded);
  if (!leavesOpen(utterance, kind)) return contradicting(utterance, named, kind);
  const whole = merged(clauses);
  const target = whole.specialty ?? whole.doctor;
  // "Could my knee be looked at on Tuesday?" asks about no clinic in general; "how much is it to have a mole removed?" does.
  if (kind === 'information' && (target ?? whole.when) !== null && topics.length === 0)
    return target !== null && whole.when !== null ? NEVER : target === null ? SURISH : SURER;
  if (target !== null && whole.when !== null) return after ? SUREST : SURER;
  return SURE;
}

/** The same where patterns name wishes. */
function contradicting({ clauses, folded, words }: Utterance, named: readonly WishKind[], kind: WishKind): number {
  const [only, ...more] = named;
  if (only === undefined || only === kind) return NEVER;
  if (more.length > 0)
    return clauses.some((clause) => wholeBooking(clause) || bookingBeside(clause) || wholeQuestion(clause))
      ? NEVER
      : SUREST;
  // Whoever speaks of an appointment they have may name a field and a time as well.
  // "Can I see Dr. Hargis tomorrow, and do they do notes for work?": a booking beside it, though no word names it.
  if (kind === 'book' && clauses.some(bookingBeside)) return NEVER;
  // "I want one with Dr. Ruiz on Tuesday, no wait, Tuesday I can't, Friday": nothing is there to be moved.
  const namesBooking = words.wishes.some(([wish, pattern]) => wish === 'book' && pattern.test(folded));
  const asks = namesBooking && words.signals.requesting.test(folded);
  if (kind === 'book' && asks && !words.frames.owned.test(folded)) return SURER;
  // "What would a check-up with the gynaecologist come to?": a price is asked for, and no day is named.
  const priced =
    only === 'information' && topicsIn(folded).includes('cost') && clauses.every(({ when }) => when === null);
  if (kind === 'book' && priced) return NEVER;
  if (kind === 'book') return only === 'information' ? SURER : only === 'list' ? SUREST : NEVER;
  // What the clinic may have an answer to is asked for first; a message is taken when it has none (carry-on.ts).
  const elsewise = kind === 'message' || kind === 'waitlist';
  if (only === 'information' && elsewise && topicsIn(folded).length > 0) return NEVER;
  return SURER;
}

/** "… and a dermatologist on Friday": a wish by itself, whatever stands beside it. */
function wholeBooking({ wish, specialty, doctor, when }: Clause): boolean {
  return wish === 'book' && (specialty ?? doctor) !== null && when !== null;
}

function bookingBeside({ wish, specialty, doctor, when }: Clause): boolean {
  return wish === null && (specialty ?? doctor) !== null && when !== null;
}

function wholeQuestion({ wish, text }: Clause): boolean {
  return wish === 'information' && text.includes('?');
}

/** Somebody is needed to look at something, and nobody to talk to: "I think I need somebody to look at my fingers". */
export function likelyVisit({ folded }: Utterance): boolean {
  const likely = likelyWish(folded);
  return likely?.kind === 'book' && likely.chance >= SURER;
}

/** "How are you today?", "good morning": nothing is wanted, and no day is named. */
export function likelyIdle({ folded, clauses }: Utterance): boolean {
  const likely = likelyWish(folded);
  const target = clauses.some(({ specialty, doctor }) => (specialty ?? doctor) !== null);
  return !target && likely?.kind === 'other' && likely.chance >= SURER;
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
