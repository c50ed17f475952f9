/**
 * Words on their way from the turn to its channel. The turn runs on its own: a channel that stops listening stops the
 * words, never the writes that are under way.
 */
export class ReplyChannel<T> implements AsyncIterable<T> {
  private readonly queue: T[] = [];
  private wake: (() => void) | undefined;
  private ended = false;
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly abandoned: () => void) {}

  push(item: T): void {
    if (this.ended) return;
    this.queue.push(item);
    this.wake?.();
  }

  end(failure?: { readonly error: unknown }): void {
    this.ended = true;
    this.failure = failure;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        const item = this.queue.shift();
        if (item !== undefined) yield item;
        else if (this.failure !== undefined) throw this.failure.error;
        else if (this.ended) return;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      if (!this.ended) this.abandoned();
    }
  }
}
