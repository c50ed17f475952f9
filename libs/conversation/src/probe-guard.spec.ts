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

it.each(['es-MX', 'es_419', 'en-GB', 'EN'])('takes a language with its country: %s', (lang) => {
  const facts = { now: '2027-05-03T13:00:00Z', tz: 'America/New_York', doctors: ['Ruth Adler'], prices: [] };
  const offered = [{ option: 1, doctor: 'Ruth Adler', startsAt: '2027-05-04T14:00:00Z' }];
  const isSpanish = lang.toLowerCase().startsWith('es');
  const say = isSpanish ? 'Queda confirmada su cita.' : 'You are booked.';
  const answer = probeGuard({ id: lang, lang, say, facts: { ...facts, offered } });
  expect(answer.allowed).toBe(false);
  expect(answer.say).toContain(isSpanish ? 'martes' : 'Tuesday');
});
