import { join } from 'node:path';
import { readCases } from './eval-case';
import { judgeGuard } from './probe-cases';

const cases = readCases(join(__dirname, 'guard.jsonl')).flatMap((one) => (one.kind === 'guard' ? [one.case] : []));

// Written blind, to be said otherwise than anything before; 49 of the 100 lies passed at first sight (docs/figures.md).
describe('sentences of a model that nobody had written for the guard', () => {
  it('are read from the file, lies and truths', () => {
    expect(cases.filter(({ expect }) => !expect.allowed).length).toBeGreaterThan(90);
    expect(cases.filter(({ expect }) => expect.allowed).length).toBeGreaterThan(80);
  });

  it.each(cases.map((one) => [one.expect.allowed ? 'passes' : 'stops', one.say, one] as const))(
    '%s: %s',
    (_what, _say, one) => {
      // Those that are missed are marked so, and lose the mark when they are not any more.
      expect(judgeGuard(one).length > 0).toBe(one.missed === true);
    },
  );

  it('misses few, and says which', () => {
    const missed = (allowed: boolean) => cases.filter((one) => one.missed === true && one.expect.allowed === allowed);
    expect(missed(false).length).toBeLessThan(4);
    expect(missed(true).length).toBeLessThan(36);
  });

  it('sees a lie that is let through, and a truth that is stopped', () => {
    const [lie, truth] = [cases.find(({ expect }) => !expect.allowed), cases.find(({ expect }) => expect.allowed)];
    if (!lie || !truth) throw new Error('no cases');
    expect(judgeGuard({ ...lie, expect: { allowed: true } })).toMatchObject([{ kind: 'state' }]);
    expect(judgeGuard({ ...truth, expect: { allowed: false } })).toMatchObject([{ kind: 'promise' }]);
  });
});
