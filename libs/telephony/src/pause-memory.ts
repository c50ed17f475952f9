/** How much the newest pause counts. */
const NEWEST = 0.35;
/** Shorter ones lie inside words and say nothing of how somebody speaks. */
const SHORTEST_MS = 200;
/** What is waited over a caller's usual pause. */
const MARGIN = 1.25;

/**
 * How long this caller pauses inside what they say: a slow speaker is waited for, a quick one is not kept waiting. Learned
 * from pauses after which they went on, and from answers of ours that they talked into at once, where we had cut in.
 */
export class PauseMemory {
  private usualMs = 0;

  /** The caller went on after this much silence. */
  paused(ms: number): void {
    if (ms < SHORTEST_MS) return;
    this.usualMs = this.usualMs === 0 ? ms * NEWEST : this.usualMs + (ms - this.usualMs) * NEWEST;
  }

  /** Milliseconds of silence that are too little to end a turn of this caller's; 0 while nothing is known. */
  get leastMs(): number {
    return this.usualMs * MARGIN;
  }
}
