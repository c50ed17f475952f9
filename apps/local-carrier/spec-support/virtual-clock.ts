import type { Clock } from '../src/clock';

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** Time that stands still until it is told to pass, and then passes from one due moment to the next. */
export class VirtualClock implements Clock {
  private at = 0;
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.at;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { dueAt: this.at + Math.max(0, ms), run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /**
   * @param until time stops as soon as this is so; an error when it is not so after `mostMs`.
   * @param settle awaited after each moment: what was sent in it has then arrived and been answered.
   */
  async pass(until: () => boolean, mostMs: number, settle: () => Promise<unknown>): Promise<void> {
    const end = this.at + mostMs;
    await settle();
    while (!until()) {
      const next = this.next();
      if (next === undefined || next.dueAt > end) throw new Error(`It did not happen within ${mostMs} virtual ms.`);
      this.timers.delete(next);
      this.at = Math.max(this.at, next.dueAt);
      next.run();
      await settle();
    }
  }

  /** The one due first; of two at the same moment the one set first. */
  private next(): Timer | undefined {
    return [...this.timers].reduce<Timer | undefined>(
      (first, timer) => (first !== undefined && first.dueAt <= timer.dueAt ? first : timer),
      undefined,
    );
  }
}
