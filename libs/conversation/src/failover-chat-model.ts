import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import { ProviderError } from '@clinicall/platform';
import type { Logger } from '@clinicall/platform';
import { MODEL_DEADLINES, withDeadlines } from './deadlines';
import type { ModelDeadlines } from './deadlines';
import { ChatModel } from './ports/chat-model';
import type { ChatEvent, ChatRequest } from './ports/chat-model';

export interface ChatProvider {
  readonly name: string;
  readonly model: ChatModel;
  /** Whether the server answers at all; throws when it does not. */
  readonly reach: (signal: AbortSignal) => Promise<void>;
}

const FAILURES_THAT_OPEN = 3;
const OPEN_FOR_MS = 15_000;
const RETRY_AFTER_MS = 150;

/**
 * Asks the providers in order. Each has deadlines, one retry when it failed before its first word, and a circuit
 * breaker, so that a dead one costs its wait three times and not in every turn.
 */
export class FailoverChatModel extends ChatModel {
  private readonly links: readonly { provider: ChatProvider; breaker: CircuitBreakerPolicy }[];

  constructor(
    readonly providers: readonly ChatProvider[],
    private readonly logger: Logger,
    private readonly deadlines: ModelDeadlines = MODEL_DEADLINES,
  ) {
    super();
    this.links = providers.map((provider) => ({
      provider,
      breaker: circuitBreaker(handleAll, {
        halfOpenAfter: OPEN_FOR_MS,
        breaker: new ConsecutiveBreaker(FAILURES_THAT_OPEN),
      }),
    }));
  }

  async *complete(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent> {
    let failure = new ProviderError('none', false, 'no chat provider is configured');
    let spoke = false;
    for (const { provider, breaker } of this.links) {
      try {
        for await (const event of this.guarded(provider, breaker, request, signal)) {
          if (event.type === 'text') spoke = true;
          yield event;
        }
        return;
      } catch (error) {
        failure = asProviderError(provider.name, error);
        this.logger.warn('a chat provider failed; the next in line is asked', {
          provider: provider.name,
          reason: failure.message,
        });
        if (signal.aborted) return;
        yield { type: 'failed', provider: provider.name, reason: codeOf(failure) };
        if (spoke) yield { type: 'restart', failed: provider.name };
        spoke = false;
      }
    }
    throw failure;
  }

  /** Names of providers whose breaker is open now. */
  resting(): string[] {
    return this.links.filter((link) => link.breaker.state === CircuitState.Open).map((link) => link.provider.name);
  }

  /** Retries once, before any word is out: what may have been spoken is never asked for again. */
  private async *guarded(
    provider: ChatProvider,
    breaker: CircuitBreakerPolicy,
    request: ChatRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ChatEvent> {
    for (let attempt = 0; ; attempt++) {
      const stream = withDeadlines(provider.name, provider.model, request, signal, this.deadlines);
      let first: IteratorResult<ChatEvent>;
      try {
        first = await breaker.execute(() => stream.next());
      } catch (error) {
        const retry = attempt === 0 && error instanceof ProviderError && error.retryable && !signal.aborted;
        if (!retry) throw error;
        yield { type: 'failed', provider: provider.name, reason: codeOf(error) };
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
        continue;
      }
      if (first.done === true) return;
      yield first.value;
      yield* stream;
      return;
    }
  }
}

/** Messages of ProviderError are ours, a few fixed ones; as a code they may stand in metrics and traces. */
function codeOf({ message }: ProviderError): string {
  return message.replace(/[^\w]+/g, '_');
}

function asProviderError(provider: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof BrokenCircuitError) return new ProviderError(provider, false, 'resting after failures');
  return new ProviderError(provider, false, 'failed', { cause: error });
}
