/** When a failed webhook may be tried again. Names as in Twilio's connection overrides. */
export type RetryPolicy = '4xx' | '5xx' | 'ct' | 'rt' | 'all';

export interface ConnectionOverrides {
  readonly retries: number;
  readonly policies: readonly RetryPolicy[];
  readonly connectMs: number;
  readonly readMs: number;
  readonly totalMs: number;
}

/** Twilio's defaults: one retry, on connect failure alone; 5 s to connect, 15 s to answer, 15 s in all. */
export const DEFAULT_OVERRIDES: ConnectionOverrides = {
  retries: 1,
  policies: ['ct'],
  connectMs: 5_000,
  readMs: 15_000,
  totalMs: 15_000,
};

const POLICIES: readonly string[] = ['4xx', '5xx', 'ct', 'rt', 'all'];

/** Reads `#rc=5&rp=ct,5xx&ct=2000&rt=…&tt=…` off a webhook's URL; what is absent or out of range keeps its default. */
export function readOverrides(url: string): ConnectionOverrides {
  const hash = url.indexOf('#');
  if (hash < 0) return DEFAULT_OVERRIDES;
  const given = new URLSearchParams(url.slice(hash + 1));
  const number = (name: string, low: number, high: number, fallback: number): number => {
    const value = Number(given.get(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= low && value <= high ? value : fallback;
  };
  const policies = (given.get('rp') ?? '').split(',').filter((name) => POLICIES.includes(name)) as RetryPolicy[];
  return {
    retries: number('rc', 0, 5, DEFAULT_OVERRIDES.retries),
    policies: policies.length > 0 ? policies : DEFAULT_OVERRIDES.policies,
    connectMs: number('ct', 100, 10_000, DEFAULT_OVERRIDES.connectMs),
    readMs: number('rt', 100, 15_000, DEFAULT_OVERRIDES.readMs),
    totalMs: number('tt', 100, 15_000, DEFAULT_OVERRIDES.totalMs),
  };
}
