import { ProviderError } from '@clinicall/platform';
import type { ChatEvent, ChatModel, ChatRequest } from './ports/chat-model';

/** Milliseconds of real time a model gets; a caller on the phone will not wait longer. */
export interface ModelDeadlines {
  readonly firstTokenMs: number;
  readonly betweenTokensMs: number;
  readonly wholeAnswerMs: number;
}

export const MODEL_DEADLINES: ModelDeadlines = { firstTokenMs: 4_000, betweenTokensMs: 3_000, wholeAnswerMs: 15_000 };

/** Thrown when a model stalls: asking the same one again would cost the same wait, so it is not retryable. */
export class ModelStalled extends ProviderError {
  constructor(provider: string, stage: string) {
    super(provider, false, `stalled: ${stage}`);
    this.name = 'ModelStalled';
  }
}

/** Streams an answer under its deadlines. @throws ModelStalled when one passes; the request is aborted then. */
export async function* withDeadlines(
  provider: string,
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
  deadlines: ModelDeadlines = MODEL_DEADLINES,
): AsyncGenerator<ChatEvent> {
  const stop = new AbortController();
  const stopped = () => stop.abort();
  if (signal.aborted) stop.abort();
  else signal.addEventListener('abort', stopped, { once: true });
  const events = model.complete(request, stop.signal)[Symbol.asyncIterator]();
  const watch = new Watch(provider, deadlines);
  let ended = false;
  try {
    for (;;) {
      const next = await watch.over(events.next());
      // Behind `done` nothing comes, and there is nothing to abort.
      ended = next.done === true || next.value.type === 'done';
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    watch.end();
    signal.removeEventListener('abort', stopped);
    if (!ended) stop.abort();
    // A stalled stream may never settle; nobody waits for it, and its late failure is of no interest.
    events.return?.().catch(() => undefined);
  }
}

/** Looks whether the next event comes in time, with one timer for all of them: an answer has hundreds. */
class Watch {
  private readonly endsAt: number;
  private stage: 'first token' | 'between tokens' = 'first token';
  private dueAt = 0;
  private firesAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private late: ((error: Error) => void) | undefined;

  constructor(
    private readonly provider: string,
    private readonly deadlines: ModelDeadlines,
  ) {
    this.endsAt = Date.now() + deadlines.wholeAnswerMs;
  }

  over<T>(work: Promise<T>): Promise<T> {
    this.dueAt = Math.min(this.endsAt, Date.now() + this.stageMs);
    if (this.timer === undefined || this.dueAt < this.firesAt) this.arm();
    return new Promise<T>((resolve, reject) => {
      this.late = reject;
      work.then(resolve, reject);
    }).then((event) => {
      this.stage = 'between tokens';
      this.late = undefined;
      return event;
    });
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private get stageMs(): number {
    return this.stage === 'first token' ? this.deadlines.firstTokenMs : this.deadlines.betweenTokensMs;
  }

  private arm(): void {
    clearTimeout(this.timer);
    this.firesAt = this.dueAt;
    this.timer = setTimeout(() => this.look(), Math.max(0, this.dueAt - Date.now()));
  }

  private look(): void {
    this.timer = undefined;
    if (this.late === undefined) return;
    if (Date.now() < this.dueAt) this.arm();
    else this.late(new ModelStalled(this.provider, this.dueAt === this.endsAt ? 'whole answer' : this.stage));
  }
}
