/** Quiet after which we ask, warn, and end; by the clock, so that comfort noise does not hold a line open. */
const STEPS = ['ask', 'warn', 'give_up'] as const;
const STEP_MS = 8_000;

/** The ladder for a caller who says nothing: "are you still there?", a warning, goodbye. */
export class NoInput {
  private taken = 0;
  private quietSince: number;

  constructor(now: number) {
    this.quietSince = now;
  }

  /** The caller did something: the ladder begins anew. */
  heard(now: number): void {
    this.quietSince = now;
    this.taken = 0;
  }

  /** Somebody speaks or thinks: no quiet to count, but no step back either. */
  busy(now: number): void {
    this.quietSince = now;
  }

  /** @returns the step that is due. */
  next(now: number): (typeof STEPS)[number] | undefined {
    if (now - this.quietSince < STEP_MS) return undefined;
    this.quietSince = now;
    const step = STEPS[this.taken];
    this.taken += 1;
    return step;
  }
}
