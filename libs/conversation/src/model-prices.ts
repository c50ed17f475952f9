import type { EnvironmentValues } from '@clinicall/platform';
import type { ModelUsage } from './ports/chat-model';

/** US dollars for a million tokens. */
export interface ModelPrice {
  /** Host that is paid; absent: whoever serves a model of this name. */
  readonly provider?: string;
  readonly model: string;
  readonly input: number;
  /** Of prompt tokens that the provider had kept; absent: the same as `input`. */
  readonly cached?: number;
  readonly output: number;
  /** Where the price was read, and on which day. */
  readonly source: string;
  readonly asOf: string;
}

const OPENAI = { provider: 'api.openai.com', source: 'https://openai.com/api/pricing/ (standard tier)' };

/** List prices; contracts differ, and prices change: MODEL_PRICES corrects and completes them. A model that is in neither has no price. */
const LIST: readonly ModelPrice[] = [
  { ...OPENAI, model: 'gpt-4.1', input: 2, cached: 0.5, output: 8, asOf: '2026-06-21' },
  { ...OPENAI, model: 'gpt-4.1-mini', input: 0.4, cached: 0.1, output: 1.6, asOf: '2026-06-21' },
  { ...OPENAI, model: 'gpt-4.1-nano', input: 0.1, cached: 0.025, output: 0.4, asOf: '2025-08-31' },
  { ...OPENAI, model: 'gpt-4o', input: 2.5, cached: 1.25, output: 10, asOf: '2025-08-31' },
  { ...OPENAI, model: 'gpt-4o-mini', input: 0.15, cached: 0.075, output: 0.6, asOf: '2025-08-31' },
  { ...OPENAI, model: 'gpt-5', input: 1.25, cached: 0.125, output: 10, asOf: '2025-08-31' },
  { ...OPENAI, model: 'gpt-5-mini', input: 0.25, cached: 0.025, output: 2, asOf: '2025-08-31' },
  { ...OPENAI, model: 'gpt-5-nano', input: 0.05, cached: 0.005, output: 0.4, asOf: '2025-08-31' },
  { provider: 'local-ai', model: 'local', input: 0, output: 0, source: 'runs on this machine', asOf: '2026-01-01' },
];

const MILLION = 1_000_000;
/** "gpt-4.1-mini-2025-04-14" is that day's gpt-4.1-mini, at its price. */
const SNAPSHOT = /-\d{4}-\d{2}-\d{2}$/;

/** What models cost, as far as it is known. */
export class ModelPrices {
  private readonly known: readonly ModelPrice[];

  constructor({ MODEL_PRICES: own }: Pick<EnvironmentValues, 'MODEL_PRICES'>) {
    this.known = [...own, ...LIST];
  }

  /** US dollars; null when the price is not known. */
  cost(provider: string, model: string, usage: ModelUsage): number | null {
    const price = this.priceOf(provider, model);
    if (price === undefined) return null;
    const cached = Math.min(usage.cachedTokens ?? 0, usage.promptTokens);
    const input = (usage.promptTokens - cached) * price.input + cached * (price.cached ?? price.input);
    return (input + usage.completionTokens * price.output) / MILLION;
  }

  isFree(provider: string, model: string): boolean {
    const price = this.priceOf(provider, model);
    return price !== undefined && price.input === 0 && price.output === 0;
  }

  private priceOf(provider: string, model: string): ModelPrice | undefined {
    const names = [model, model.replace(SNAPSHOT, '')];
    return this.known.find((one) => names.includes(one.model) && (one.provider ?? provider) === provider);
  }
}
