import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { probeGuard } from './probe-guard';
import type { GuardProbe } from './probe-guard';

const cases = readFileSync(join(__dirname, '../cases/guard.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GuardProbe & { readonly allowed: boolean });

describe('what a model may say', () => {
  it.each(cases.filter((one) => one.allowed).map((one) => [one.say, one] as const))('%s', (_say, one) => {
    expect(probeGuard(one)).toMatchObject({ allowed: true, say: one.say });
  });

  it.each(cases.filter((one) => !one.allowed).map((one) => [one.say, one] as const))('not: %s', (_say, one) => {
    const answer = probeGuard(one);
    expect(answer.allowed).toBe(false);
    expect(answer.say).not.toContain(one.say);
  });
});
