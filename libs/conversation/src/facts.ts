import type { SpeechContext } from '@clinicall/language';
import type { ConversationState, Outcome, OutcomeKind, Visit } from './state';
import { liveHold } from './state';

/** A doctor at a time, as far as truth is concerned. */
export interface KnownVisit {
  readonly doctor: string;
  readonly startsAt: string;
}

/** All that may be said as true right now. Absent or empty means: no such fact. */
export interface Facts {
  readonly speech: SpeechContext;
  readonly doctors: readonly { readonly name: string; readonly specialty?: string }[];
  /** "Monday to Friday 08:00 to 18:00". */
  readonly hours?: string;
  readonly prices?: readonly string[];
  /** Phone numbers that may be spoken: the clinic's, the emergency number. */
  readonly numbers?: readonly string[];
  readonly offered: readonly KnownVisit[];
  readonly held?: KnownVisit;
  readonly readBack?: KnownVisit;
  readonly booked: readonly KnownVisit[];
  readonly cancelled: readonly KnownVisit[];
  readonly moved: readonly { readonly doctor: string; readonly from: string; readonly to: string }[];
  readonly sent: readonly { readonly kind: string }[];
  /** Answers the clinic gave in its own words. */
  readonly answers?: readonly string[];
  readonly done?: readonly OutcomeKind[];
  readonly identified?: boolean;
  /** A search found nothing, or a slot was gone. */
  readonly inVain?: boolean;
  /** Something waits for the caller's yes: a bare "all done" cannot be about an earlier act then. */
  readonly pending?: boolean;
}

export interface ClinicTruth {
  readonly doctors: Facts['doctors'];
  readonly hours: string;
  readonly numbers: readonly string[];
}

/** What this conversation may claim, out of its state. */
export function factsOf(state: ConversationState, clinic: ClinicTruth, speech: SpeechContext): Facts {
  const held = liveHold(state, new Date(speech.now));
  const visits = (kind: Outcome['kind']) =>
    state.outcomes.filter((one) => one.kind === kind && one.visit !== undefined);
  const visitOf = (outcome: Outcome): Visit[] => (outcome.visit === undefined ? [] : [outcome.visit]);
  const identified = state.identified !== null;
  const gone = new Set(
    [...visits('cancelled').flatMap(visitOf), ...visits('moved').flatMap((one) => one.from ?? [])].map(keyOf),
  );
  const listed = identified ? state.appointments.filter((one) => !gone.has(keyOf(one))) : [];
  return {
    speech,
    ...clinic,
    offered: [...state.told, ...state.offers],
    held: held ?? undefined,
    readBack: state.readBack?.visit,
    booked: [...listed, ...visits('booked').flatMap(visitOf), ...visits('moved').flatMap(visitOf)].filter(
      (one) => !gone.has(keyOf(one)),
    ),
    cancelled: visits('cancelled').flatMap(visitOf),
    moved: visits('moved').flatMap(({ visit, from }) =>
      visit === undefined || from === undefined
        ? []
        : [{ doctor: visit.doctor, from: from.startsAt, to: visit.startsAt }],
    ),
    sent: state.outcomes.some((one) => one.kind === 'code_sent') ? [{ kind: 'code' }] : [],
    answers: state.answers,
    done: state.outcomes.map((one) => one.kind),
    identified,
    inVain: state.inVain !== null && state.inVain >= state.turn - 1,
    pending: held !== null || state.readBack !== null,
  };
}

function keyOf(visit: KnownVisit): string {
  return `${visit.doctor}@${Date.parse(visit.startsAt)}`;
}
