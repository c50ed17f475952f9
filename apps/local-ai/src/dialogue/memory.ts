import { reasonOf, succeeded, type Round, type Turn } from './history';
import type { Asked } from './people';
import type { Numbered } from './picks';
import { readOffers, type State } from './state';
import { nothingThere } from './nothing-there';
import { closeQuestion } from './several-questions';
import { vocabularies } from './understand';
import { forgetHour, openOf, openWishes, type Memory, type Wish } from './wishes';
import type { WishKind } from './words/vocabulary';
import { hear } from './hear';

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
