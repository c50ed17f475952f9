/**
 * Aborted when another signal is, when so many milliseconds have passed, or by hand. What `AbortSignal.any` and
 * `AbortSignal.timeout` do, without timers that go off when all is over and signals that wait for the garbage collector.
 */
export class Stop {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;

  /** @param ms not more than a timer takes; absent: no time is too long. */
  constructor(
    private readonly other: AbortSignal,
    ms?: number,
  ) {
    if (other.aborted) this.now();
    else other.addEventListener('abort', this.now, { once: true });
    if (ms !== undefined) this.timer = setTimeout(this.now, Math.max(0, ms)).unref();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  readonly now = (): void => this.controller.abort();

  /** Nothing aborts it any more but `now`. */
  done(): void {
    clearTimeout(this.timer);
    this.other.removeEventListener('abort', this.now);
  }
}
