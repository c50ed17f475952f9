/**
 * How long somebody may keep a caller waiting. Ends its signal when that is over, with a TimeoutError as `AbortSignal.timeout`
 * does, or when nobody listens any more, with the reason they had. A signal of its own, because Node keeps one of
 * `AbortSignal.any` for ever on which somebody leaves a listener, as the vendors' SDK does on every one it is given.
 */
export class Patience {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  private readonly leave = (): void => this.controller.abort(this.listening.reason);

  /** @param ms for the first of it; undefined: as long as it takes. */
  constructor(
    private readonly listening: AbortSignal,
    ms?: number,
  ) {
    if (listening.aborted) this.leave();
    else listening.addEventListener('abort', this.leave, { once: true });
    if (ms !== undefined) this.give(ms);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** So long from now, whatever was given before. */
  give(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(new DOMException('was late', 'TimeoutError')), ms);
  }

  /** As long as it takes. */
  rest(): void {
    clearTimeout(this.timer);
  }

  /** It is over: nothing of it is left on the signal of those who listen. To be called in any case. */
  stop(): void {
    this.rest();
    this.listening.removeEventListener('abort', this.leave);
  }
}
