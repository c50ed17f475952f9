/** What the clinic keeps and lets go by itself: days a row is kept after it is over, and how far a clinic may change that. */
interface KeptFor {
  readonly days: number;
  readonly atLeast: number;
  readonly atMost: number;
}

const TEN_YEARS = 3_653;
/** 45 CFR 164.316(b)(2)(i) asks for six years of documentation. */
const SIX_YEARS = 2_192;

/**
 * The one list of data kinds with their default retention. Each room registers what it does for its kinds
 * (`DataKinds`); a kind that no room stands for, or a table that no kind covers, fails a test.
 */
export const KEPT_DAYS = {
  /** Conversations that ended: words, tool calls, guard actions, codes. */
  conversations: { days: 365, atLeast: 1, atMost: TEN_YEARS },
  /** Texts in and out, and threads that fell silent. */
  texts: { days: 365, atLeast: 1, atMost: TEN_YEARS },
  /** Calls at the carrier. */
  calls: { days: 365, atLeast: 1, atMost: TEN_YEARS },
  /** Recorded calls and messages, at the carrier. */
  recordings: { days: 90, atLeast: 1, atMost: TEN_YEARS },
  /** Tasks that staff have done. */
  tasks: { days: 365, atLeast: 1, atMost: TEN_YEARS },
  /** Appointments that lie behind, with their reasons. */
  appointments: { days: TEN_YEARS, atLeast: 30, atMost: 4 * TEN_YEARS },
  /** Holds that ended without an appointment. */
  holds: { days: 90, atLeast: 1, atMost: TEN_YEARS },
  /** Wishes for a time that came true or were given up. */
  waitlist: { days: 365, atLeast: 1, atMost: TEN_YEARS },
  /** Events that every room was told of. */
  events: { days: 30, atLeast: 1, atMost: 365 },
  /** Answers kept under an Idempotency-Key. */
  idempotency: { days: 2, atLeast: 1, atMost: 30 },
  audit: { days: SIX_YEARS, atLeast: SIX_YEARS, atMost: 4 * TEN_YEARS },
} as const satisfies Readonly<Record<string, KeptFor>>;

export type DataKind = keyof typeof KEPT_DAYS;
