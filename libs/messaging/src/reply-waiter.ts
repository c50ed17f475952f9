/**
 * A webhook that waits for its answer, until its time is up. Whoever has the answer takes the waiter first: from then on
 * the answer goes out there and nowhere else.
 */
export class ReplyWaiter<T> {
  readonly answer: Promise<T | undefined>;
  private open = true;
  private readonly timer: NodeJS.Timeout;
  private resolve: (value: T | undefined) => void = () => undefined;
  private reject: (fault: unknown) => void = () => undefined;

  /** @param patienceMs how long somebody is listening; then `answer` is undefined. */
  constructor(patienceMs: number) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.timer = setTimeout(() => {
      if (this.take()) this.resolve(undefined);
    }, patienceMs);
  }

  /** @returns whether somebody was still listening; they now wait for `settle` or `fail`. */
  take(): boolean {
    const taken = this.open;
    this.open = false;
    clearTimeout(this.timer);
    return taken;
  }

  settle(value: T | undefined): void {
    this.resolve(value);
  }

  fail(fault: unknown): void {
    this.reject(fault);
  }
}
