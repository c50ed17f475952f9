import type { ConversationState, OutcomeKind, Visit } from './state';

/** Where a conversation stands, in short: what a supervisor must know to understand the next turn. No ids but the patient's. */
export interface StateDigest {
  readonly identified: string | null;
  readonly tries: number;
  readonly locked: boolean;
  readonly offers: readonly Visit[];
  readonly held: Visit | null;
  readonly readBack: { readonly action: string; readonly visit?: Visit; readonly heard: boolean } | null;
  readonly asked: readonly string[];
  readonly outcomes: readonly OutcomeKind[];
  readonly emergency: string | null;
}

export function digestOf(state: ConversationState): StateDigest {
  const { identified, tries, locked, offers, held, readBack, asked, outcomes, emergency } = state;
  return {
    identified: identified?.patientId ?? null,
    tries,
    locked,
    offers: offers.map(bare),
    held: held === null ? null : bare(held),
    readBack:
      readBack === null
        ? null
        : {
            action: readBack.action,
            heard: readBack.heard,
            ...(readBack.visit === undefined ? {} : { visit: bare(readBack.visit) }),
          },
    asked,
    outcomes: outcomes.map((one) => one.kind),
    emergency: emergency?.kind ?? null,
  };
}

function bare({ doctor, specialty, startsAt }: Visit): Visit {
  return { doctor, specialty, startsAt };
}
