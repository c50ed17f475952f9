/** How much the newest pause counts. */
const NEWEST = 0.35;
/** Shorter ones lie inside words and say nothing of how somebody speaks. */
const SHORTEST_MS = 200;
/** What is waited over a caller's usual pause. */
const MARGIN = 1.25;
/** Everybody is cut short now and then. Until it has happened so often, it lengthens the wait by little. */
const FEW_CUTS = 4;
const MOST_AFTER_FEW_MS = 450;

/**
 * How long this caller pauses inside what they say: a slow speaker is waited for, a quick one is not kept waiting. Learned
 * from pauses after which they went on, and from answers of ours that they talked into at once, where we had cut in.
 */
export class PauseMemory {
  private usualMs = 0;
  private cutMs = 0;
  private cuts = 0;

  /** The caller went on after this much silence. */
  paused(ms: number): void {
    this.usualMs = learned(this.usualMs, ms);
  }

  /** The caller went on after this much silence, which we had taken for the end. */
  cut(ms: number): void {
    this.paused(ms);
    this.cutMs = learned(this.cutMs, ms);
    this.cuts += 1;
  }

  /** Milliseconds of silence that are too little to end a turn of this caller's; 0 while nothing is known. */
  get leastMs(): number {
    return this.usualMs * MARGIN;
  }

  /** The same where their words sound complete. */
  get leastAfterCompleteMs(): number {
    const ms = this.cutMs * MARGIN;
    return this.cuts < FEW_CUTS ? Math.min(ms, MOST_AFTER_FEW_MS) : ms;
  }
}

function learned(before: number, ms: number): number {
  if (ms < SHORTEST_MS) return before;
  return before === 0 ? ms * NEWEST : before + (ms - before) * NEWEST;
}
