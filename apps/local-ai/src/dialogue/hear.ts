import { judgeAnswer, topicsIn } from '@clinicall/language';
import type { Turn } from './history';
import { introduce, isSomebodyElse } from './introduce';
import type { Asked } from './people';
import type { State } from './state';
import { ofOneDoctor } from './of-one-doctor';
import { offersMore } from './offers-more';
import { questionsApart, questionsIn } from './several-questions';
import { meansBoth, turnsAway } from './field-reading';
import { fold } from './fold';
import { isForChild } from './for-child';
import { guessedWish } from './guessed-wish';
import { likelyClause, likelyIdle } from './likely-clause';
import { wantsNoNewTime } from './turned-wish';
import { understand, type Clause, type Utterance } from './understand';
import {
  waitsOnlyIfFull,
  shareDay,
  note,
  openOf,
  openWishes,
  refine,
  type Memory,
  type Occasion,
  type Wish,
} from './wishes';

const answersOnly: ReadonlySet<string> = new Set([
  'hold_slot',
  'confirm_appointment',
  'reschedule_appointment',
  'identify_patient',
  'register_patient',
  'take_message',
]);

/** How a turn was acted on tells what its bare words meant: a chosen option is not a new day. */
function actedAsAnswer(turn: Turn): boolean {
  const first = turn.rounds[0];
  return first !== undefined && answersOnly.has(first.tool);
}

/** What the caller said in one turn, and what stood before it. */
interface Heard extends Occasion {
  readonly turns: readonly Turn[];
  readonly asked: Asked;
  /** Our words before it. */
  readonly before: string;
}

/** What a turn of the caller's changes in the memory. */
export function hear(memory: Memory, turns: readonly Turn[], index: number, asked: Asked, state: State): void {
  const turn = turns[index];
  if (!turn) return;
  const utterance = understand(ofOneDoctor(turn.text ?? '', memory, state), state, asked);
  memory.latest = utterance;
  const before = turns[index - 1]?.said.join(' ') ?? '';
  const heard = { memory, utterance, state, turn: index, turns, asked, before };
  const other = whoSpeaks(heard);
  const active = openWishes(memory)[0];
  takeBack(heard, active);
  for (const clause of clausesOf(heard, active)) {
    if (clause.wish) for (const one of questionsApart(aboutTopic(clause, utterance))) note(one, clause.wish, heard);
    else if (active && !active.done && !actedAsAnswer(turn)) refine(active, clause, heard);
  }
  waitsOnlyIfFull(heard);
  shareDay(heard);
  const now = settleCancelling(heard);
  if ((active ?? now) === undefined && !saysNothingWanted(utterance)) imply(heard);
  const wanted = openWishes(memory)[0] ?? openOf(memory, 'book');
  forWhom(heard, wanted, other);
  withWhom(heard, wanted);
}

/** @returns whether the turn names another person than the one who was talked of. */
function whoSpeaks({ memory, utterance, turns, turn }: Heard): boolean {
  const whose = turns[turn - 1]?.said.includes(utterance.words.sentences.askPatient) === true;
  if (whose && memory.identified) Object.assign(memory, { otherPerson: true, identified: false });
  const other = whose || (memory.identified && isSomebodyElse(memory.person, utterance.who));
  memory.person = other ? { ...utterance.who } : introduce(memory.person, utterance.who);
  if (utterance.has('newPatient')) memory.isNew = true;
  return other;
}

/** A no, or words that drop what was wanted. */
function takeBack({ memory, utterance, before }: Heard, active: Wish | undefined): void {
  const no = judgeAnswer(utterance.text, utterance.language) === 'no';
  const refused = memory.pending !== null && no;
  // "Today won't do after all, what about Tuesday?" drops the day, not the wish.
  const dropped = utterance.has('dropIt') && !utterance.clauses.some((clause) => clause.when !== null);
  const offeredNext = before.includes(utterance.words.sentences.askNext);
  if (active && (dropped || (no && offeredNext) || (refused && memory.pending?.action === active.kind)))
    active.done = true;
  if (active && refused && memory.pending?.action === 'reschedule' && active.kind === 'move') delete active.when;
}

/** The clauses that count: the wish they agreed to, or are likely to mean, before what the words seem to say. */
function clausesOf(heard: Heard, active: Wish | undefined): readonly Clause[] {
  const { memory, utterance, state, turns, turn, before } = heard;
  const likely = likelyOf(heard, active);
  if (active && wantsNoNewTime(active, utterance, before)) active.kind = 'cancel';
  const agreed = guessedWish(turns, turn, state);
  // What the words seemed to be before the guess.
  if (agreed && active?.turn === turn - 1) active.done = true;
  // "Yes, take it off the book": a yes names no wish.
  const assents =
    memory.pending !== null && judgeAnswer(utterance.text, utterance.language, memory.pending.action) === 'yes';
  if (assents) return questionsIn(utterance);
  return (agreed ?? likely ?? utterance.clauses).map((clause) => visitFor(clause, utterance));
}

/** What the words are likely to mean, where nothing that is known of stands open. */
function likelyOf({ memory, utterance, asked, turns, turn }: Heard, active: Wish | undefined) {
  const idle = (active === undefined || active.done) && memory.search === null && memory.pending === null;
  // Nothing but that an appointment is wanted is known of the open wish, and that may be wrong.
  const vague = active?.kind === 'book' && !active.done && !memory.held && memory.search === null && aimless(active);
  const away = (asked.name || asked.dob) && Object.keys(utterance.who).length === 0 && turnsAway(utterance.text);
  const after = offersMore(turns[turn - 1]);
  const likely = idle || vague || away ? likelyClause(utterance, memory.written, after) : null;
  if (likely && vague) active.done = true;
  return likely;
}

/** A move without a new time is a cancelling; of one visit, or of all. @returns the wish that is open now. */
function settleCancelling({ memory, utterance, turn, before }: Heard): Wish | undefined {
  const moved = openWishes(memory)[0];
  if (moved?.turn === turn && wantsNoNewTime(moved, utterance, '')) moved.kind = 'cancel';
  const now = openWishes(memory)[0] ?? openOf(memory, 'book');
  if (now && now.kind === 'cancel' && (utterance.has('everything') || meansBoth(utterance.text, before)))
    now.everything = true;
  return now;
}

/** Asking for advice, or talk of nothing: no appointment is wanted by it. */
function saysNothingWanted(utterance: Utterance): boolean {
  const idleTalk = utterance.has('greeting') || utterance.has('asking');
  return (utterance.has('advice') && !utterance.clauses.some(isWhole)) || (idleTalk && likelyIdle(utterance));
}

function forWhom({ memory, utterance, state, turn }: Heard, wanted: Wish | undefined, other: boolean): void {
  const fresh = wanted?.kind === 'book' && wanted.turn === turn;
  const forOther = utterance.has('relative') || wanted?.relative === true || isForChild(wanted, memory, state);
  if (fresh && memory.identified && forOther) {
    memory.otherPerson = true;
    memory.person = { ...utterance.who };
  }
  // "Owen Krueger, July 19, 2017", said while a time is being looked for in his sister's name.
  if (other && wanted?.kind === 'book') memory.otherPerson = true;
  if (memory.otherPerson) memory.identified = false;
}

function withWhom({ memory, utterance, turn }: Heard, wanted: Wish | undefined): void {
  const thatOne = memory.lastDoctor !== null && utterance.has('thatDoctor');
  if (wanted && (thatOne || utterance.has('sameDoctor'))) wanted.sameDoctor = true;
  // "Whoever is first" after a doctor who is not here.
  if (wanted?.kind === 'book' && wanted.turn < turn && utterance.has('anyDoctor')) wanted.sameDoctor = false;
}

/** "I need Dr. Abernathy, tomorrow at nine, for a sick note": a doctor and a time, and nothing is asked; a paper is what the visit is for. */
function visitFor(clause: Clause, utterance: Utterance): Clause {
  const asks =
    clause.text.includes('?') || utterance.has('asking') || utterance.words.signals.wondering.test(fold(clause.text));
  return clause.wish === 'information' && isWhole(clause) && !asks ? { ...clause, wish: 'book' } : clause;
}

/** "My boss wants a sick line. How long do they take?": what is asked about may stand in the sentence before. */
function aboutTopic(clause: Clause, { text, clauses }: Utterance): Clause {
  const alone = clause.wish !== 'information' || clauses.some(({ wish }) => wish !== null && wish !== 'information');
  return alone || topicsIn(clause.text).some((topic) => topic !== 'duration') ? clause : { ...clause, text };
}

const aimless = ({ specialty, doctor, when }: Wish): boolean => (specialty ?? doctor ?? when) === undefined;

/** Nobody said "appointment", yet one is wanted. */
function imply(occasion: Occasion): void {
  const { memory, utterance } = occasion;
  const first = memory.wishes.length === 0 || utterance.has('also') || utterance.has('proposing');
  const clause = utterance.clauses.find((one) => implied(one) && (first || (one.specialty ?? one.doctor) !== null));
  if (clause) note(clause, 'book', occasion);
}

const isWhole = ({ doctor, when }: Clause): boolean => doctor !== null && when !== null;

/** A field, a doctor or a time with nothing else said: somebody wants an appointment. */
function implied(clause: Clause): boolean {
  return clause.wish === null && (clause.specialty !== null || clause.doctor !== null || clause.when !== null);
}
