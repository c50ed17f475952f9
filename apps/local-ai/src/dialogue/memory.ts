import { judgeAnswer, topicsIn } from '@clinicall/language';
import { reasonOf, succeeded, type Round, type Turn } from './history';
import { introduce, isSomebodyElse } from './introduce';
import type { Asked } from './people';
import type { Numbered } from './picks';
import { readOffers, type State } from './state';
import { nothingThere } from './nothing-there';
import { ofOneDoctor } from './of-one-doctor';
import { offersMore } from './offers-more';
import { closeQuestion, questionsApart, questionsIn } from './several-questions';
import { meansBoth, turnsAway } from './field-reading';
import { fold } from './fold';
import { isForChild } from './for-child';
import { guessedWish } from './guessed-wish';
import { likelyClause, likelyIdle } from './likely-clause';
import { wantsNoNewTime } from './turned-wish';
import { understand, vocabularies, type Clause, type Utterance } from './understand';
import {
  forgetHour,
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
import type { WishKind } from './words/vocabulary';

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

function hear(memory: Memory, turns: readonly Turn[], index: number, asked: Asked, state: State): void {
  const turn = turns[index];
  if (!turn) return;
  const utterance = understand(ofOneDoctor(turn.text ?? '', memory, state), state, asked);
  memory.latest = utterance;
  const occasion = { memory, utterance, state, turn: index };
  const whose = turns[index - 1]?.said.includes(utterance.words.sentences.askPatient) === true;
  if (whose && memory.identified) Object.assign(memory, { otherPerson: true, identified: false });
  const other = whose || (memory.identified && isSomebodyElse(memory.person, utterance.who));
  memory.person = other ? { ...utterance.who } : introduce(memory.person, utterance.who);
  if (utterance.has('newPatient')) memory.isNew = true;
  const active = openWishes(memory)[0];
  const no = judgeAnswer(utterance.text, utterance.language) === 'no';
  const refused = memory.pending !== null && no;
  // "Today won't do after all, what about Tuesday?" drops the day, not the wish.
  const dropped = utterance.has('dropIt') && !utterance.clauses.some((clause) => clause.when !== null);
  const offeredNext = turns[index - 1]?.said.join(' ').includes(utterance.words.sentences.askNext) === true;
  if (active && (dropped || (no && offeredNext) || (refused && memory.pending?.action === active.kind)))
    active.done = true;
  if (active && refused && memory.pending?.action === 'reschedule' && active.kind === 'move') delete active.when;
  const before = turns[index - 1]?.said.join(' ') ?? '';
  const idle = (active === undefined || active.done) && memory.search === null && memory.pending === null;
  // Nothing but that an appointment is wanted is known of the open wish, and that may be wrong.
  const vague = active?.kind === 'book' && !active.done && !memory.held && memory.search === null && aimless(active);
  const away = (asked.name || asked.dob) && Object.keys(utterance.who).length === 0 && turnsAway(utterance.text);
  const after = offersMore(turns[index - 1]);
  const likely = idle || vague || away ? likelyClause(utterance, memory.written, after) : null;
  if (likely && vague) active.done = true;
  if (active && wantsNoNewTime(active, utterance, before)) active.kind = 'cancel';
  const agreed = guessedWish(turns, index, state);
  // What the words seemed to be before the guess.
  if (agreed && active?.turn === index - 1) active.done = true;
  // "Yes, take it off the book": a yes names no wish.
  const assents =
    memory.pending !== null && judgeAnswer(utterance.text, utterance.language, memory.pending.action) === 'yes';
  const clauses = (agreed ?? likely ?? utterance.clauses).map((clause) => visitFor(clause, utterance));
  for (const clause of assents ? questionsIn(utterance) : clauses) {
    if (clause.wish) for (const one of questionsApart(aboutTopic(clause, utterance))) note(one, clause.wish, occasion);
    else if (active && !active.done && !actedAsAnswer(turn)) refine(active, clause, occasion);
  }
  waitsOnlyIfFull(occasion);
  shareDay(occasion);
  const moved = openWishes(memory)[0];
  if (moved?.turn === index && wantsNoNewTime(moved, utterance, '')) moved.kind = 'cancel';
  const now = openWishes(memory)[0] ?? openOf(memory, 'book');
  if (now && now.kind === 'cancel' && (utterance.has('everything') || meansBoth(utterance.text, before)))
    now.everything = true;
  const idleTalk = utterance.has('greeting') || utterance.has('asking');
  if (
    (active ?? now) === undefined &&
    !(utterance.has('advice') && !utterance.clauses.some(isWhole)) &&
    !(idleTalk && likelyIdle(utterance))
  )
    imply(occasion);
  const wanted = openWishes(memory)[0] ?? openOf(memory, 'book');
  const fresh = wanted?.kind === 'book' && wanted.turn === index;
  const forOther = utterance.has('relative') || wanted?.relative === true || isForChild(wanted, memory, state);
  if (fresh && memory.identified && forOther) {
    memory.otherPerson = true;
    memory.person = { ...utterance.who };
  }
  // "Owen Krueger, July 19, 2017", said while a time is being looked for in his sister's name.
  if (other && wanted?.kind === 'book') memory.otherPerson = true;
  if (memory.otherPerson) memory.identified = false;
  const thatOne = memory.lastDoctor !== null && utterance.has('thatDoctor');
  if (wanted && (thatOne || utterance.has('sameDoctor'))) wanted.sameDoctor = true;
  // "Whoever is first" after a doctor who is not here.
  if (wanted?.kind === 'book' && wanted.turn < index && utterance.has('anyDoctor')) wanted.sameDoctor = false;
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

function close(memory: Memory, kind: WishKind): void {
  const wish = openWishes(memory).find((open) => open.kind === kind) ?? openOf(memory, kind);
  if (wish) wish.done = true;
}

function finishCancel(memory: Memory, round: Round): void {
  const number = round.args['appointment'];
  memory.lastDoctor = memory.appointments?.find((one) => one.number === number)?.doctor ?? memory.lastDoctor;
  memory.appointments = memory.appointments?.filter((appointment) => appointment.number !== number) ?? null;
  const wish = openWishes(memory).find((open) => open.kind === 'cancel');
  if (wish && !(wish.everything && (memory.appointments?.length ?? 0) > 0)) {
    wish.done = true;
    forAnother(memory, wish);
  }
}

function listed(round: Round): Numbered[] {
  const items = round.result['appointments'];
  const numbered = Array.isArray(items)
    ? items.map((item: unknown) => ({ ...(item as object), option: (item as { appointment?: unknown }).appointment }))
    : [];
  return readOffers(numbered).map((item) => ({ ...item, number: item.option }));
}

type Lesson = (memory: Memory, round: Round) => void;

/** "A check-up for me, and my son needs a pediatrician": who is meant by the second is still to be asked. */
function forAnother(memory: Memory, booked: Wish | undefined): void {
  const next = openWishes(memory).find((wish) => wish.kind === 'book');
  if (!booked || !next || next.relative === booked.relative) return;
  memory.otherPerson = true;
  memory.person = {};
}

/** What a tool's success changes. */
const successes: Readonly<Record<string, Lesson>> = {
  find_slots: (memory, round) => {
    memory.search = round.args;
  },
  hold_slot: (memory) => {
    memory.held = true;
    memory.pending = { action: 'book', args: {} };
  },
  confirm_appointment: (memory) => {
    const booked = openWishes(memory).find((wish) => wish.kind === 'book');
    close(memory, 'book');
    forAnother(memory, booked);
    Object.assign(memory, { held: false, pending: null, search: null, identified: !memory.otherPerson, written: true });
  },
  identify_patient: (memory, round) => {
    memory.identified = true;
    if (typeof round.args['name'] === 'string') memory.otherPerson = false;
    memory.isNew = false;
  },
  register_patient: (memory, round) => {
    if (round.result['staged'] === true) memory.pending = { action: 'register', args: round.args };
    else Object.assign(memory, { identified: true, isNew: false, pending: null });
    close(memory, 'register');
  },
  list_my_appointments: (memory, round) => {
    memory.appointments = listed(round);
    if (memory.appointments.length === 0) nothingThere(memory);
    close(memory, 'list');
  },
  cancel_appointment: (memory, round) => {
    memory.pending = null;
    finishCancel(memory, round);
  },
  reschedule_appointment: (memory) => {
    // Booked anew, it was said to take the place of what they had.
    close(memory, openOf(memory, 'move') ? 'move' : 'book');
    Object.assign(memory, { pending: null, appointments: null, search: null, held: false, written: true });
  },
  join_waitlist: (memory) => {
    close(memory, 'waitlist');
    if (!memory.held) close(memory, 'book');
  },
  take_message: (memory) => close(memory, 'message'),
  transfer_to_person: (memory) => {
    for (const wish of memory.wishes) wish.done = true;
  },
};

const waitingFor: Readonly<Record<string, 'cancel' | 'reschedule' | 'register'>> = {
  cancel_appointment: 'cancel',
  reschedule_appointment: 'reschedule',
  register_patient: 'register',
};

/** What a tool's result, good or bad, changes in the memory. */
function learn(memory: Memory, round: Round): void {
  if (round.tool === 'clinic_information') closeQuestion(memory, round.args['question']);
  if (round.tool === 'list_doctors') close(memory, 'doctors');
  if (round.tool === 'find_slots') memory.search = round.args;
  if (round.tool === 'find_slots' && reasonOf(round) === 'unknown_doctor') delete openWishes(memory)[0]?.doctor;
  if (round.tool === 'find_slots' && reasonOf(round) === 'past') forgetHour(openWishes(memory)[0]);
  if (round.tool === 'identify_patient' || round.tool === 'register_patient') {
    const { name, dateOfBirth } = round.args;
    if (typeof name === 'string') memory.person = { ...memory.person, name };
    if (typeof dateOfBirth === 'string') memory.person = { ...memory.person, dateOfBirth };
  }
  if (succeeded(round)) successes[round.tool]?.(memory, round);
  else if (reasonOf(round) === 'needs_identity') memory.identified = false;
  else if (reasonOf(round) === 'needs_yes' && waitingFor[round.tool]) {
    memory.pending = { action: waitingFor[round.tool] ?? 'register', args: round.args };
  } else if (reasonOf(round) === 'hold_expired' || reasonOf(round) === 'slot_taken') memory.held = false;
}

/** What the caller had been asked for in a turn: now from the state, before from what was done with the answer. */
function askedIn(turn: Turn, isLast: boolean, state: State): Asked {
  if (isLast && turn.rounds.length === 0) {
    const has = (what: State['asked'][number]): boolean => state.asked.includes(what);
    return {
      name: has('name') || has('new_patient'),
      dob: has('dob') || has('new_patient'),
      phone: has('phone'),
      code: has('code'),
    };
  }
  const told = turn.rounds.filter((round) => round.tool === 'identify_patient' || round.tool === 'register_patient');
  const has = (argument: string): boolean => told.some((round) => round.args[argument] !== undefined);
  return { name: has('name'), dob: has('dateOfBirth'), phone: has('phone'), code: has('code') };
}

/** Reads the whole history into one memory. */
export function remember(turns: readonly Turn[], state: State): Memory {
  const memory: Memory = {
    wishes: [],
    appointments: null,
    person: {},
    isNew: false,
    identified: false,
    otherPerson: false,
    held: false,
    search: null,
    lastDoctor: null,
    written: false,
    pending: null,
    latest: null,
  };
  turns.forEach((turn, index) => {
    const isLast = index === turns.length - 1;
    if (isLast) Object.assign(memory, { identified: state.identified, held: state.held !== null });
    if (turn.text !== null) hear(memory, turns, index, askedIn(turn, isLast, state), state);
    for (const round of turn.rounds) learn(memory, round);
    const left = Object.values(vocabularies).some(({ sentences }) => turn.said.includes(sentences.leftAsItIs));
    const given = left ? openWishes(memory)[0] : undefined;
    if (given?.kind === 'book') given.done = true;
  });
  return memory;
}
