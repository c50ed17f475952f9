import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/postgres-binaries';

/** Counters that voice agents are compared by elsewhere, under the names they have there. */
const KNOWN_BY_THE_TRADE = ['false_interruptions', 'backchannels', 'cutoffs'];

interface Metric {
  readonly kind: string;
  readonly name: string;
}

/** docs/observability.md, "Metrics", has the rule in words. */
function faultsOf({ kind, name }: Metric): string[] {
  const isCounter = kind === 'counter';
  const isTotal = name.endsWith('_total');
  return [
    !/^[a-z]+(?:_[a-z]+)*$/.test(name) && 'is not snake case',
    name.startsWith('clinicall_') && 'begins with the name of the program',
    /_(?:milliseconds|seconds|s|kb|dollars|percent)(?:_total)?$/.test(name) && 'has a unit that no other has',
    isCounter && !isTotal && !KNOWN_BY_THE_TRADE.includes(name) && 'is a counter without _total',
    !isCounter && isTotal && 'is no counter, and says _total',
    kind === 'histogram' && !/_(?:ms|bytes|ratio)$/.test(name) && 'is a histogram without a unit',
  ].flatMap((fault) => (fault === false ? [] : [`${name} ${fault}`]));
}

/** Every metric that the product's sources make, by Metrics, by prom-client or by a file's own word for a latency. */
function metricsOf(text: string): Metric[] {
  const ofHouse = /\b(counter|gauge|histogram|latency)\(\s*'([^']*)'/g;
  const ofVendor = /new (Counter|Gauge|Histogram)\(\{\s*name: '([^']*)'/g;
  return [ofHouse, ofVendor].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, kind = '', name = '']) => ({
      kind: kind === 'latency' ? 'histogram' : kind.toLowerCase(),
      name,
    })),
  );
}

const root = repositoryRoot();
const sources = ['libs', 'apps/receptionist']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(root, folder, String(path))),
  )
  .filter((path) => /\/src\/.*(?<!\.spec)\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .filter((text) => /\bMetrics\b|prom-client/.test(text));
const made = sources.flatMap(metricsOf);

it('follow one rule', () => {
  expect(made.length).toBeGreaterThan(35);
  expect(made.flatMap(faultsOf)).toEqual([]);
});

it('are all in docs/observability.md, which names no other', () => {
  const page = readFileSync(join(root, 'docs/observability.md'), 'utf8');
  const table = /## Metrics\n[\s\S]*?\n## /.exec(page)?.[0] ?? '';
  const cells = [...table.matchAll(/^\| ([a-z][^|]*)\|/gm)].map(([, cell = '']) => cell).slice(1);
  const said = cells.flatMap((cell) => cell.replaceAll(/\{[^}]*\}/g, '').split(',')).map((name) => name.trim());
  expect([...said].sort()).toEqual([...new Set(made.map(({ name }) => name))].sort());
});

it.each<[Metric, string]>([
  [{ kind: 'counter', name: 'clinicall_texts_total' }, 'begins with the name of the program'],
  [{ kind: 'counter', name: 'texts' }, 'is a counter without _total'],
  [{ kind: 'gauge', name: 'calls_total' }, 'is no counter, and says _total'],
  [{ kind: 'histogram', name: 'turn' }, 'is a histogram without a unit'],
  [{ kind: 'histogram', name: 'turn_seconds' }, 'has a unit that no other has'],
  [{ kind: 'gauge', name: 'callsLive' }, 'is not snake case'],
])('%j would be refused: it %s', (metric, fault) => {
  expect(faultsOf(metric).some((found) => found.endsWith(fault))).toBe(true);
});
