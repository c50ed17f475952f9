/** Entries that one stream of a call may leave: half an hour of talk has some three hundred. */
export const MOST_ENTRIES = 600;

export type TimelineKind =
  /** Somebody was heard, from `at` until `until`. */
  | 'caller'
  | 'agent'
  /** Nobody was; `whose` turn it was to speak. */
  | 'gap'
  /** The caller's turn was held to be over after `ms` of silence, because of `reason`. */
  | 'endpoint'
  /** The words were known, `ms` after they had been asked for. */
  | 'words'
  | 'model'
  | 'tool'
  | 'guard'
  /** A clause had its first sound `ms` after it was asked for. */
  | 'voice'
  /** The reply's first sound left, `ms` after the caller's last. */
  | 'first_audio'
  /** The caller broke in; `ms` from their first sound to the carrier's being told to stop. */
  | 'barge_in'
  /** What sounded like breaking in and held no words; the agent went on. */
  | 'false_interruption'
  | 'backchannel'
  /** The caller went on so soon after we began that we had cut them off. */
  | 'cutoff'
  | 'filler'
  | 'key'
  | 'no_input'
  | 'not_understood'
  /** A provider failed at `stage`. */
  | 'failure'
  | 'end';

/** One thing of a call. Milliseconds since the stream's start; codes and names of ours, never words or numbers of a caller. */
export interface TimelineEntry {
  readonly at: number;
  readonly kind: TimelineKind;
  readonly until?: number;
  readonly ms?: number;
  readonly reason?: string;
  readonly stage?: string;
  readonly provider?: string;
  readonly name?: string;
  readonly ok?: boolean;
  readonly whose?: 'agent' | 'caller';
}

export type EntryDetails = Omit<TimelineEntry, 'at' | 'kind'>;

/** What happened in one stream of a call, in the order in which it ended. Bounded: what comes after is only counted. */
export class CallTimeline {
  private readonly noted: TimelineEntry[] = [];
  private lost = 0;

  constructor(private readonly startedAt: number) {}

  /** @param at of the stream's own clock, as `details.until`. */
  note(kind: TimelineKind, at: number, details: EntryDetails = {}): void {
    if (this.noted.length >= MOST_ENTRIES) {
      this.lost += 1;
      return;
    }
    const until = details.until === undefined ? {} : { until: this.since(details.until) };
    const ms = details.ms === undefined ? {} : { ms: Math.round(details.ms) };
    this.noted.push({ at: this.since(at), kind, ...details, ...until, ...ms });
  }

  get entries(): readonly TimelineEntry[] {
    return this.noted;
  }

  /** Entries for which there was no room. */
  get dropped(): number {
    return this.lost;
  }

  since(at: number): number {
    return Math.max(0, Math.round(at - this.startedAt));
  }
}
