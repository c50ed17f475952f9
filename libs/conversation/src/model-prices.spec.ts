import { Environment } from '@clinicall/platform';
import { ModelPrices } from './model-prices';
import { ModelWork } from './model-work';

const usage = { promptTokens: 1_000_000, completionTokens: 100_000, cachedTokens: 250_000 };
const prices = new ModelPrices(Environment.read({}).values);

describe('the price of an answer', () => {
  it('counts what the provider had kept at its own price, and a dated snapshot as its model', () => {
    // 750,000 at 0.40, 250,000 at 0.10 and 100,000 at 1.60 dollars a million.
    expect(prices.cost('api.openai.com', 'gpt-4.1-mini', usage)).toBeCloseTo(0.3 + 0.025 + 0.16, 10);
    expect(prices.cost('api.openai.com', 'gpt-4.1-mini-2025-04-14', usage)).toBeCloseTo(0.485, 10);
  });

  it('is not known elsewhere, and nothing on this machine', () => {
    expect(prices.cost('name.openai.azure.com', 'gpt-4.1-mini', usage)).toBeNull();
    expect(prices.cost('api.openai.com', 'gpt-9', usage)).toBeNull();
    expect(prices.cost('local-ai', 'local', usage)).toBe(0);
  });

  it('is what the configuration says first, and the configuration says where it is from', () => {
    const own = { model: 'gpt-4.1-mini', input: 1, output: 1, source: 'our contract', asOf: '2026-11-01' };
    const { values } = Environment.read({ MODEL_PRICES: JSON.stringify([own]) });
    expect(new ModelPrices(values).cost('anywhere', 'gpt-4.1-mini', usage)).toBeCloseTo(1.1, 10);
    for (const wrong of ['{', '{}', '[{"model":"a","input":1,"output":1}]', '[{"model":"a","input":-1}]'])
      expect(() => Environment.read({ MODEL_PRICES: wrong })).toThrow(/MODEL_PRICES must be a JSON list/);
  });

  it('of a turn is not known when that of one of its answers is not', () => {
    const work = new ModelWork();
    const done = { type: 'done', finishReason: 'stop', provider: 'local-ai', model: 'local', usage } as const;
    expect(work.cost(prices)).toBeNull();
    work.done(0, done, 5, 1);
    expect(work.cost(prices)).toBe(0);
    work.done(1, { ...done, provider: 'elsewhere' }, 5, 1);
    expect(work.cost(prices)).toBeNull();
  });
});
