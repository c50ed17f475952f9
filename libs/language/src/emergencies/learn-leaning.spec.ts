import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../words';
import { detectEmergency } from './detect-emergency';
import { emergencySigns } from './emergency-signs';
import { leaning } from './leaning';
import { learnLeaning } from './learn-leaning';
import type { Example } from './learn-leaning';

const root = join(__dirname, '../../../..');
const file = join(__dirname, 'leaning.json');
const linesOf = (path: string): string[] => readFileSync(join(root, path), 'utf8').split('\n').filter(Boolean);

interface Case {
  readonly text: string;
  readonly expect: { readonly emergency: boolean };
  readonly heldBack?: boolean;
}

interface Talk {
  readonly tag?: string;
  readonly text?: string;
  readonly volunteer?: string;
  readonly answers?: Readonly<Record<string, string | readonly string[]>>;
  readonly changes_of_mind?: readonly { readonly say: string }[];
  readonly heldBack?: boolean;
}

/** What callers say all day: the cases of the other evals, wherever no sign stands in them. */
function ordinary(): Example[] {
  const evals = readdirSync(join(root, 'test/evals')).filter((name) =>
    /^(callers|dates|specialties).*\.jsonl$/.test(name),
  );
  const said = [...evals.map((name) => `test/evals/${name}`), 'apps/local-ai/test/wishes.jsonl']
    .flatMap(linesOf)
    .map((line) => JSON.parse(line) as Talk)
    .filter(({ heldBack, tag }) => heldBack !== true && tag?.includes('emergency') !== true)
    .flatMap(({ text, volunteer, answers = {}, changes_of_mind: changes = [] }) => [
      ...[text, volunteer].filter((one) => one !== undefined),
      ...Object.values(answers).flat(),
      ...changes.map(({ say }) => say),
    ]);
  return [...new Set(said)]
    .filter((text) => emergencySigns(wordsOf(text)).kind === undefined)
    .map((text) => ({ text, emergency: false }));
}

/** Everything that is not held back. */
const examples = (): Example[] => [
  ...ordinary(),
  ...linesOf('test/evals/emergencies.jsonl')
    .map((line) => JSON.parse(line) as Case)
    .filter(({ heldBack }) => heldBack !== true)
    .map(({ text, expect: { emergency } }) => ({ text, emergency })),
  ...['en', 'es']
    .flatMap((language) => linesOf(`libs/language/cases/emergencies-${language}.txt`))
    .map((line) => line.split('|') as [kind: string, text: string])
    .map(([kind, text]) => ({ text, emergency: kind !== '-' })),
];

/** By no trait that the other lacks, and by a hundredth or two: machines round otherwise. */
function far(one: Record<string, number>, other: Record<string, number>): string[] {
  return Object.keys({ ...one, ...other }).filter((trait) => Math.abs((one[trait] ?? 0) - (other[trait] ?? 0)) > 5);
}

describe('leanings', () => {
  it('are what the cases teach (CLINICALL_WRITE_LEANING=1 learns them anew)', () => {
    const learnt = learnLeaning(examples());
    if (process.env['CLINICALL_WRITE_LEANING'] === '1') writeFileSync(file, `${JSON.stringify(learnt, null, 2)}\n`);
    expect(far(learnt, JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)).toEqual([]);
  });

  it('raise no alarm by themselves in what callers say all day', () => {
    expect(ordinary().filter(({ text }) => detectEmergency(text).emergency && leaning(wordsOf(text)) > 0)).toEqual([]);
  });

  it('lean to an emergency in words that no sign is made of, and away from it where it is over', () => {
    const lean = (text: string): number => leaning(wordsOf(text));
    expect(lean('please come my dad is not right at all he is grey')).toBeGreaterThan(0);
    expect(lean('I need a routine appointment about my stroke years ago')).toBeLessThan(0);
  });
});
