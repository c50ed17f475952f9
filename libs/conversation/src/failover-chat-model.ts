import { ProviderBreaker, ProviderError } from '@clinicall/platform';
import type { Logger, Pass } from '@clinicall/platform';
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

const BREAKER = { failures: 3, restMs: 15_000 };
const RETRY_AFTER_MS = 150;

/**
 * Asks the providers in order. Each has deadlines, one retry when it failed before its first word, and a circuit breaker of its
 * own, so that a dead one costs its wait three times and not in every turn. An answer counts as one when it came to its end:
 * one that begins well and then stalls in every turn opens the breaker too.
 */
export class FailoverChatModel extends ChatModel {
  private readonly links: readonly { provider: ChatProvider; breaker: ProviderBreaker }[];

  constructor(
    readonly providers: readonly ChatProvider[],
    private readonly logger: Logger,
    private readonly deadlines: ModelDeadlines = MODEL_DEADLINES,
    breaker = BREAKER,
  ) {
    super();
    this.links = providers.map((provider) => ({ provider, breaker: new ProviderBreaker(breaker) }));
  }

  async *complete(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent> {
    let failure: ProviderError | undefined;
    for (const { provider, breaker } of this.links) {
      for (let attempt = 0; ; attempt++) {
        const answer = { begun: false, spoke: false };
        const pass = breaker.enter();
        try {
          if (pass === undefined) throw new ProviderError(provider.name, false, 'resting after failures');
          for await (const event of withDeadlines(provider.name, provider.model, request, signal, this.given(pass))) {
            answer.begun = true;
            answer.spoke ||= event.type === 'text';
            if (event.type === 'done') pass.succeeded();
            yield event;
          }
          return;
        } catch (error) {
          pass?.failed(error);
          failure = asProviderError(provider.name, error);
        } finally {
          // The caller went away: a model that was speaking lives, of one that was not nothing is known.
          if (answer.begun) pass?.succeeded();
          pass?.abandoned();
        }
        if (signal.aborted) return;
        yield { type: 'failed', provider: provider.name, reason: codeOf(failure) };
        if (attempt === 0 && !answer.begun && failure.retryable) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
          continue;
        }
        this.givesWay(provider.name, failure);
        if (answer.spoke) yield { type: 'restart', failed: provider.name };
        break;
      }
    }
    throw failure ?? new ProviderError('none', false, 'no chat provider is configured');
  }

  /** Names of providers whose breaker is open now. */
  resting(): string[] {
    return this.links.filter((link) => link.breaker.rests).map((link) => link.provider.name);
  }

  /** One that failed a moment ago is tried with less of the caller's patience. */
  private given({ isProbe }: Pass): ModelDeadlines {
    return isProbe ? { ...this.deadlines, firstTokenMs: this.deadlines.firstTokenMs / 2 } : this.deadlines;
  }

  private givesWay(provider: string, { message }: ProviderError): void {
    this.logger.warn('a chat provider failed; the next in line is asked', { provider, reason: message });
  }
}

/** Messages of ProviderError are ours, a few fixed ones; as a code they may stand in metrics and traces. */
function codeOf({ message }: ProviderError): string {
  return message.replace(/[^\w]+/g, '_');
}

function asProviderError(provider: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  return new ProviderError(provider, false, 'failed', { cause: error });
}
