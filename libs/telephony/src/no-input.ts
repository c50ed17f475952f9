/** Quiet after which we ask, warn, and end; by the clock, so that comfort noise does not hold a line open. */
const STEPS = ['ask', 'warn', 'give_up'] as const;
const STEP_MS = 8_000;
/** One whose short word was not understood waits for an answer: they are asked sooner, the first time. */
const UNHEARD_MS = 2_500;
/** Sound without a word that anybody understood, a television or a line's hum, ends a call as silence does. */
const WORDLESS_MS = 75_000;
const LONGEST_CALL_MS = 30 * 60_000;

export type NoInputStep = (typeof STEPS)[number] | 'repeat';

/** The ladder for a caller who says nothing: "are you still there?", a warning, goodbye. */
export class NoInput {
  private taken = 0;
  private quietSince: number;
  private wordlessSince: number;
  private unheard: 'no' | 'once' | 'asked' = 'no';

  constructor(private readonly startedAt: number) {
    this.quietSince = this.wordlessSince = startedAt;
  }

  /** Something sounded: the ladder begins anew, for it may be words. */
  sounded(now: number): void {
    this.quietSince = now;
    this.taken = 0;
  }

  /** The caller said words that were understood, or pressed a key. */
  understood(now: number): void {
    this.sounded(now);
    this.wordlessSince = now;
    this.unheard = 'no';
  }

  /** A voice was there, and no words in it. */
  wordless(): void {
    if (this.unheard === 'no') this.unheard = 'once';
  }

  /** Somebody speaks or thinks: no quiet to count, but no step back either. */
  busy(now: number): void {
    this.quietSince = now;
  }

  /** The call has lasted long enough, or nothing was understood for long; whoever sounds. */
  overdue(now: number): boolean {
    return now - this.startedAt > LONGEST_CALL_MS || now - this.wordlessSince > WORDLESS_MS;
  }

  /** @returns the step that is due. */
  next(now: number): NoInputStep | undefined {
    const isUnheard = this.unheard === 'once';
    if (now - this.quietSince < (isUnheard ? UNHEARD_MS : STEP_MS)) return undefined;
    this.quietSince = now;
    if (isUnheard) {
      this.unheard = 'asked';
      return 'repeat';
    }
    const step = STEPS[this.taken];
    this.taken += 1;
    return step;
  }
}
