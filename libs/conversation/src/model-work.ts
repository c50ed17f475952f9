import type { ChatEvent, ModelUsage } from './ports/chat-model';
import type { ModelPrices } from './model-prices';
import { tokensOf } from './unused-answers';
import type { UnusedAnswer } from './unused-answers';

/** One answer of a model. Tokens are null when the provider did not say. */
export interface ModelRequestRecord {
  /** Which answer in the turn, from 0. */
  readonly round: number;
  readonly provider: string;
  readonly model: string;
  readonly promptTokens: number | null;
  readonly cachedTokens: number | null;
  readonly completionTokens: number | null;
  readonly firstTokenMs: number | null;
  readonly ms: number;
}

/** A provider that did not answer, or stopped; the next in line was asked. `reason` is ours, never the vendor's message. */
export interface ProviderFailure {
  readonly round: number;
  readonly provider: string;
  readonly reason: string;
  readonly ms: number;
}

/** Roughly, for a provider that does not say what it used: four characters a token. */
const CHARACTERS_A_TOKEN = 4;

/** What the models did in one turn, and what that used. */
export class ModelWork {
  readonly requests: ModelRequestRecord[] = [];
  readonly failures: ProviderFailure[] = [];
  /** Begun before the caller was done, and not used. */
  readonly unused: UnusedAnswer[] = [];
  /** Requests begun: one that was stopped has no record. */
  begun = 0;
  private estimated = 0;

  /** An answer is done. */
  done(round: number, event: Extract<ChatEvent, { type: 'done' }>, ms: number, firstTokenMs: number | null): void {
    const { provider, model, usage } = event;
    this.requests.push({
      round,
      provider,
      model,
      promptTokens: usage?.promptTokens ?? null,
      cachedTokens: usage?.cachedTokens ?? null,
      completionTokens: usage?.completionTokens ?? null,
      firstTokenMs,
      ms,
    });
  }

  failed(failure: ProviderFailure): void {
    this.failures.push(failure);
  }

  /** What went over the wire and is in no provider's count: an answer without one, or one that was stopped. */
  estimate(characters: number): void {
    this.estimated += Math.ceil(characters / CHARACTERS_A_TOKEN);
  }

  /** Tokens of the turn so far, in and out, unused answers too, counted where the provider did and estimated elsewhere. */
  get tokens(): number {
    return this.requests.reduce(
      (sum, one) => sum + (one.promptTokens ?? 0) + (one.completionTokens ?? 0),
      this.estimated + this.unusedTokens,
    );
  }

  get unusedTokens(): number {
    return tokensOf(this.unused);
  }

  get last(): ModelRequestRecord | undefined {
    return this.requests.at(-1);
  }

  get firstTokenMs(): number | null {
    return this.requests.find((one) => one.firstTokenMs !== null)?.firstTokenMs ?? null;
  }

  /** The sum over the answers; null when none of them said. */
  sum(what: 'promptTokens' | 'cachedTokens' | 'completionTokens'): number | null {
    const known = this.requests.flatMap((one) => one[what] ?? []);
    return known.length === 0 ? null : known.reduce((sum, tokens) => sum + tokens, 0);
  }

  /** US dollars; null when a model's price is not known, or a provider did not count: absent is not free. */
  cost(prices: ModelPrices): number | null {
    if (this.requests.length + this.unused.length === 0) return null;
    const costs = [...this.requests, ...this.unusedRequests()].map((one) => {
      const { promptTokens, completionTokens, cachedTokens } = one;
      if (promptTokens === null || completionTokens === null) return prices.isFree(one.provider, one.model) ? 0 : null;
      const usage: ModelUsage = { promptTokens, completionTokens, cachedTokens: cachedTokens ?? 0 };
      return prices.cost(one.provider, one.model, usage);
    });
    return costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  }

  /** As requests of the provider that answered, or, stopped before that, of the turn's own. */
  private unusedRequests(): Pick<
    ModelRequestRecord,
    'provider' | 'model' | 'promptTokens' | 'completionTokens' | 'cachedTokens'
  >[] {
    const { provider = '', model = '' } = this.last ?? {};
    return this.unused.map((one) => ({
      ...one,
      provider: one.provider ?? provider,
      model: one.model ?? model,
      cachedTokens: null,
    }));
  }
}
