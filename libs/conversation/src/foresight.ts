import { wordsOf } from '@clinicall/language';
import type { Metrics } from '@clinicall/platform';
import type { Counter, Gauge } from 'prom-client';
import type { ChatEvent } from './ports/chat-model';
import type { Recalled, ReplyRequest } from './turn-opener';
import type { UnusedAnswers } from './unused-answers';

/** What became of answers that were begun before the caller was done. */
export class ForesightCounts {
  private readonly outcomes: Counter;
  private readonly wasted: Counter;
  private readonly hitRate: Gauge;
  private hits = 0;
  private misses = 0;

  constructor(metrics: Metrics) {
    this.outcomes = metrics.counter(
      'speculations_total',
      'Answers begun before the end of the turn, by what became of them',
      ['outcome'],
    );
    this.wasted = metrics.counter(
      'speculation_wasted_tokens_total',
      'Tokens of answers that were begun and not used (an estimate where the provider says nothing)',
    );
    this.hitRate = metrics.gauge('speculation_hit_rate', 'Share of answers begun early that were used');
  }

  hit(): void {
    this.hits += 1;
    this.count('hit');
  }

  miss(tokens: number): void {
    this.misses += 1;
    this.count('miss');
    this.wasted.inc(tokens);
  }

  private count(outcome: 'hit' | 'miss'): void {
    this.outcomes.inc({ outcome });
    this.hitRate.set(this.hits / (this.hits + this.misses));
  }
}

/** Characters of a token, about. */
const TOKEN_CHARACTERS = 4;

/**
 * The model's first answer to words that may be all the caller says: asked for ahead, kept until the turn is over, used
 * when the words and the conversation are still the same, thrown away otherwise. It has no tools to run and no output to
 * write to, so nothing comes of it until a turn takes it over.
 */
export class Foresight {
  private readonly stop = new AbortController();
  private readonly events: ChatEvent[] = [];
  private wake: (() => void) | undefined;
  private promptTokens = 0;
  private stateVersion: number | undefined;
  private ended = false;
  private failure: { readonly error: unknown } | undefined;
  private isSettled = false;
  /** The conversation as it was when this was begun: of use to the turn while nothing has been written in it since. */
  recalled: Promise<Recalled> | undefined;
  private readonly begun: Promise<void>;
  private begin: () => void = () => undefined;

  /**
   * @param counts absent when the words are certain, and the model is only asked while the turn is being written down.
   * @param unused told of an answer that is dropped.
   */
  constructor(
    private readonly request: ReplyRequest,
    private readonly counts?: ForesightCounts,
    private readonly unused?: UnusedAnswers,
  ) {
    this.begun = new Promise((resolve) => (this.begin = resolve));
  }

  /** Whether these are the words it was begun for. */
  fits(request: ReplyRequest): boolean {
    return (
      request.heard === this.request.heard && wordsOf(request.text).join(' ') === wordsOf(this.request.text).join(' ')
    );
  }

  /** The conversation has been looked at: the model is being asked, or is not going to be. */
  looked(): void {
    this.begin();
  }

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  /** The conversation as it was looked at, when it still has this version of its state. */
  async recalledAt(version: number): Promise<Recalled | undefined> {
    const recalled = await this.recalled?.catch(() => undefined);
    return recalled?.row.stateVersion === version ? recalled : undefined;
  }

  /**
   * @param stateVersion the conversation's, of which the messages tell.
   * @param promptSize characters of the messages.
   */
  async listen(stateVersion: number, promptSize: number, events: AsyncIterable<ChatEvent>): Promise<void> {
    this.stateVersion = stateVersion;
    this.promptTokens = Math.ceil(promptSize / TOKEN_CHARACTERS);
    this.looked();
    try {
      for await (const event of events) {
        this.events.push(event);
        this.wake?.();
      }
    } catch (error) {
      this.failure = { error };
    }
    this.ended = true;
    this.wake?.();
  }

  /** Not wanted any more. Saying so twice, or after it was taken over, changes nothing. */
  drop(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.stop.abort();
    if (this.stateVersion === undefined) return;
    const done = this.events.find((event) => event.type === 'done');
    const completionTokens =
      done?.usage?.completionTokens ?? this.events.filter((event) => event.type === 'text').length;
    const promptTokens = done?.usage?.promptTokens ?? this.promptTokens;
    this.counts?.miss(promptTokens + completionTokens);
    const { provider = null, model = null } = done ?? {};
    this.unused?.add(this.request.conversationId, { provider, model, promptTokens, completionTokens });
  }

  /**
   * The answer, from its beginning, when it is one to this request at this state of the conversation; undefined, and
   * dropped, when it is not.
   */
  async take(
    request: ReplyRequest,
    stateVersion: number,
    signal: AbortSignal,
  ): Promise<AsyncIterable<ChatEvent> | undefined> {
    await this.begun;
    const isSame = this.stateVersion === stateVersion && this.failure === undefined && this.fits(request);
    if (!isSame || this.isSettled) {
      this.drop();
      return undefined;
    }
    this.isSettled = true;
    this.counts?.hit();
    return this.replay(signal);
  }

  private async *replay(signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const abort = () => {
      this.stop.abort();
      this.wake?.();
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      for (let next = 0; !signal.aborted; next += 1) {
        while (next >= this.events.length && !this.ended && !this.stop.signal.aborted)
          await new Promise<void>((resolve) => (this.wake = resolve));
        const event = this.events[next];
        if (event !== undefined) yield event;
        else if (this.failure !== undefined) throw this.failure.error;
        else return;
      }
    } finally {
      signal.removeEventListener('abort', abort);
      this.stop.abort();
    }
  }
}
