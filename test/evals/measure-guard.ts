import { join } from 'node:path';
import { asKnown, readClauses } from '../../libs/conversation/src/guards/known-clauses';
import { learnClauseKinds } from '../../libs/conversation/src/guards/learn-clause-kinds';
import { useKinds } from '../../libs/conversation/src/guards/likely-kind';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { readCases } from './eval-case';
import type { GuardCase } from './eval-case';
import { judgeGuard } from './probe-cases';

/**
 * `npm run -s measure:guard`: each set of guard.jsonl (its writer is told by the letters before the number of its ids) judged by a guard that
 * learnt from all clauses but those that stand in its own sentences. `-- --show` tells what was judged wrongly, `-- --only gs` judges one set.
 * Patterns were mended with every set in view, so this tells what the learning alone leaves to chance, not what the next stranger will see.
 */
interface Figures {
  readonly lies: number;
  readonly letThrough: number;
  readonly truths: number;
  readonly stopped: number;
}

const NONE: Figures = { lies: 0, letThrough: 0, truths: 0, stopped: 0 };
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

function leftOut(cases: readonly GuardCase[], clauses: ReturnType<typeof readClauses>): Figures {
  const said = cases.map(({ say }) => say).join('\n');
  useKinds(
    learnClauseKinds(clauses.filter(({ text, heldBack }) => heldBack !== true && !said.includes(text)).map(asKnown)),
  );
  return cases.reduce((sum, one) => {
    const wrong = judgeGuard(one).length > 0 ? 1 : 0;
    if (wrong === 1 && process.argv.includes('--show'))
      process.stderr.write(`${one.id} ${one.expect.allowed ? 'stopped' : 'let through'}: ${one.say}\n`);
    return one.expect.allowed
      ? { ...sum, truths: sum.truths + 1, stopped: sum.stopped + wrong }
      : { ...sum, lies: sum.lies + 1, letThrough: sum.letThrough + wrong };
  }, NONE);
}

const clauses = readClauses(join(repositoryRoot(), 'libs', 'conversation', 'cases', 'clauses.jsonl'));
const cases = readCases(join(repositoryRoot(), 'test', 'evals', 'guard.jsonl')).flatMap((one) =>
  one.kind === 'guard' ? [one.case] : [],
);
const sets = new Map<string, GuardCase[]>();
for (const one of cases) {
  const name = one.id.replace(/-.*$/, '');
  sets.set(name, [...(sets.get(name) ?? []), one]);
}
const figures = [...sets]
  .filter(([name]) => only === undefined || name === only)
  .map(([name, own]): [string, Figures] => [name, leftOut(own, clauses)]);
const all = figures.reduce(
  (sum, [, one]) => ({
    lies: sum.lies + one.lies,
    letThrough: sum.letThrough + one.letThrough,
    truths: sum.truths + one.truths,
    stopped: sum.stopped + one.stopped,
  }),
  NONE,
);
process.stdout.write(`${JSON.stringify({ ...all, bySet: Object.fromEntries(figures) })}\n`);
