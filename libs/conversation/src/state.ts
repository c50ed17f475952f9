/** What our last words asked for; empty when they asked nothing. */
export type Asked =
  | 'name'
  | 'dob'
  | 'phone'
  | 'code'
  | 'new_patient'
  | 'specialty'
  | 'doctor'
  | 'date'
  | 'time'
  | 'option'
  | 'confirm'
  | 'appointment'
  | 'message'
  | 'anything_else';

/** A doctor at a time: what can be offered, read back, booked. `startsAt` is RFC 3339 in the clinic's offset. */
export interface Visit {
  readonly doctor: string;
  readonly specialty: string;
  readonly startsAt: string;
}

/** A spoken number that stands for a slot; the id never reaches the model. */
export interface Offer extends Visit {
  readonly option: number;
  readonly slotId: string;
}

export interface ListedAppointment extends Visit {
  readonly appointment: number;
  readonly id: string;
}

export interface Held extends Visit {
  readonly option: number;
  readonly slotId: string;
  readonly holdId: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface StagedPatient {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** E.164. */
  readonly phone: string | null;
}

export type WriteAction = 'book' | 'cancel' | 'reschedule' | 'register';

/** What code last put to the caller for a yes. `key` names the exact write; another write is another key. */
export interface ReadBack {
  readonly action: WriteAction;
  readonly key: string;
  /** The turn whose reply said it. */
  readonly turn: number;
  /** False when it was cut short before its end. */
  readonly heard: boolean;
  readonly visit?: Visit;
  readonly from?: Visit;
  readonly appointment?: number;
}

export type OutcomeKind =
  'booked' | 'cancelled' | 'moved' | 'waitlisted' | 'message' | 'registered' | 'code_sent' | 'transferring' | 'ending';

export interface Outcome {
  readonly kind: OutcomeKind;
  readonly turn: number;
  readonly visit?: Visit;
  readonly from?: Visit;
}

/** What we last asked for a call back, and for which task. */
export interface CallbackAsk {
  readonly taskId: string;
  readonly wants: 'number' | 'time';
  /** The turn whose reply asked it. */
  readonly turn: number;
}

/** How codes by text went, for the one who is being identified. */
export interface CodeTries {
  readonly sent: number;
  readonly wrong: number;
  /** The caller was told that no further one comes. */
  readonly ended: boolean;
}

export interface EmergencyPause {
  readonly kind: 'medical' | 'crisis';
  /** How often the caller was asked whether to be connected. */
  readonly asked: number;
}

/** All that the next turn must know; saved after every tool, restored on any instance. */
export interface ConversationState {
  /** Number of the caller's current turn, from 1. */
  readonly turn: number;
  readonly identified: { readonly patientId: string; readonly name: string } | null;
  /** What the caller has said of who they are, until it suffices. */
  readonly claim: { readonly name: string | null; readonly dateOfBirth: string | null };
  /** Identifications that failed; at three a person takes over. */
  readonly tries: number;
  readonly locked: boolean;
  readonly codePending: boolean;
  /** Absent in states saved before it was kept. */
  readonly codes?: CodeTries;
  readonly offers: readonly Offer[];
  /** Slots that the caller heard of and wanted others than, in this search; absent in states saved before it was kept. */
  readonly refused?: readonly string[];
  /** Slots that got a plain no when they were read back; absent before the first. */
  readonly declined?: readonly string[];
  /** Every time that code has told this caller of, newest last. */
  readonly told: readonly Visit[];
  readonly appointments: readonly ListedAppointment[];
  readonly held: Held | null;
  readonly staged: StagedPatient | null;
  readonly readBack: ReadBack | null;
  readonly asked: readonly Asked[];
  /** The turn whose tools or sentences set `asked`. */
  readonly askedIn: number;
  readonly outcomes: readonly Outcome[];
  /** Answers of the clinic that code has given, in full. */
  readonly answers: readonly string[];
  /** Turn of the last search that found nothing, or of a slot that was gone. */
  readonly inVain: number | null;
  readonly emergency: EmergencyPause | null;
  /** Turn in which code offered to connect the caller to a person: a yes right after it does so. */
  readonly personOfferedIn: number | null;
  /** Turns in a row that brought the caller no further; absent before the first was counted. */
  readonly circles?: number;
  /** Absent in states saved before it was kept. */
  readonly callback?: CallbackAsk | null;
  /** The caller was told that a visit to come stays beside the new time; absent before. */
  readonly toldBeside?: boolean;
  /** The search behind the offers, for "anything later?" and for the waitlist. */
  readonly search: {
    readonly when?: string;
    readonly specialty?: string;
    readonly doctor?: string;
    readonly visitType?: string;
  } | null;
}

export const noCodes: CodeTries = { sent: 0, wrong: 0, ended: false };

export const newState: ConversationState = {
  turn: 0,
  identified: null,
  claim: { name: null, dateOfBirth: null },
  tries: 0,
  locked: false,
  codePending: false,
  codes: noCodes,
  offers: [],
  refused: [],
  told: [],
  appointments: [],
  held: null,
  staged: null,
  readBack: null,
  asked: [],
  askedIn: 0,
  outcomes: [],
  answers: [],
  inVain: null,
  emergency: null,
  personOfferedIn: null,
  search: null,
};

const REMEMBERED = 40;
const SILENCE_ENDS_IDENTITY_MS = 30 * 60_000;

/** The caller speaks again. In text, half an hour of silence means that somebody else may hold the phone now. */
export function beginTurn(state: ConversationState, silentMs: number, spoken: boolean): ConversationState {
  const next = { ...state, turn: state.turn + 1 };
  if (spoken || silentMs < SILENCE_ENDS_IDENTITY_MS) return next;
  return { ...next, ...nobody, readBack: null };
}

const nobody = {
  identified: null,
  claim: { name: null, dateOfBirth: null },
  appointments: [],
  staged: null,
  codePending: false,
} as const;

/** What our last reply could not say to its end was not put to the caller. */
export function notHeard(state: ConversationState): ConversationState {
  return state.readBack === null ? state : { ...state, readBack: { ...state.readBack, heard: false } };
}

export function withOffers(state: ConversationState, offers: readonly Offer[]): ConversationState {
  return { ...tell(state, offers), offers, readBack: null };
}

export function withAppointments(
  state: ConversationState,
  appointments: readonly ListedAppointment[],
): ConversationState {
  return { ...tell(state, appointments), appointments };
}

/** A hold on another slot voids what was read back before. */
export function withHeld(state: ConversationState, held: Held | null): ConversationState {
  return { ...state, held, readBack: null };
}

export function withReadBack(state: ConversationState, readBack: Omit<ReadBack, 'turn' | 'heard'>): ConversationState {
  return { ...state, readBack: { ...readBack, turn: state.turn, heard: true } };
}

export function withIdentity(
  state: ConversationState,
  patient: { patientId: string; name: string },
): ConversationState {
  return { ...state, ...nobody, identified: { ...patient } };
}

/** A plain no: "no, not that one. Thursday" means another time of Thursday than what was read back. */
export function withoutReadBack(state: ConversationState): ConversationState {
  const declined = state.readBack?.action === 'book' && state.held !== null ? [state.held.slotId] : [];
  return { ...state, readBack: null, declined: [...(state.declined ?? []), ...declined] };
}

/** After an act the hold, the staged person and the read-back that led to it are used up. */
export function withOutcome(state: ConversationState, outcome: Omit<Outcome, 'turn'>): ConversationState {
  const outcomes = [...state.outcomes, { ...outcome, turn: state.turn }];
  return { ...state, outcomes };
}

export function afterWrite(state: ConversationState, outcome: Omit<Outcome, 'turn'>): ConversationState {
  return { ...withOutcome(state, outcome), held: null, readBack: null, offers: [], staged: null };
}

/** The hold while it lives; `now` and `expiresAt` are both domain time. */
export function liveHold(state: ConversationState, now: Date): Held | null {
  return state.held !== null && Date.parse(state.held.expiresAt) > now.getTime() ? state.held : null;
}

function tell(state: ConversationState, visits: readonly Visit[]): ConversationState {
  const told = visits.map(({ doctor, specialty, startsAt }) => ({ doctor, specialty, startsAt }));
  return { ...state, told: [...state.told, ...told].slice(-REMEMBERED) };
}
