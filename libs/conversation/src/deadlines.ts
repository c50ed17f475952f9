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
  const events = model.complete(request, AbortSignal.any([signal, stop.signal]))[Symbol.asyncIterator]();
  const endsAt = Date.now() + deadlines.wholeAnswerMs;
  let ended = false;
  let stage: 'first token' | 'between tokens' = 'first token';
  try {
    for (;;) {
      const left = endsAt - Date.now();
      const stageMs = stage === 'first token' ? deadlines.firstTokenMs : deadlines.betweenTokensMs;
      const late = () => new ModelStalled(provider, left < stageMs ? 'whole answer' : stage);
      const next = await within(events.next(), Math.max(0, Math.min(left, stageMs)), late);
      if (next.done === true) {
        ended = true;
        return;
      }
      stage = 'between tokens';
      yield next.value;
    }
  } finally {
    if (!ended) stop.abort();
    // A stalled stream may never settle; nobody waits for it, and its late failure is of no interest.
    events.return?.().catch(() => undefined);
  }
}

async function within<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
