import { join } from 'node:path';
import { readCases, type DateCase } from './eval-case';
import { judgeDate } from './probe-cases';

const cases = ['dates.jsonl', 'dates-2.jsonl']
  .flatMap((file) => readCases(join(__dirname, file)))
  .map((one) => one.case as DateCase);

describe('when, as people say and write it', () => {
  it.each([
    ['looked at while building', false],
    ['held back', true],
  ])('understands at least 98 in 100 of those %s', (_, held) => {
    const some = cases.filter(({ heldBack = false }) => heldBack === held);
    const misses = some.flatMap((one) => judgeDate(one).map(({ text }) => `${one.id} ${text}`));
    expect(some.length).toBeGreaterThan(150);
    expect(misses.length / some.length <= 0.02 ? [] : misses).toEqual([]);
  });
});
