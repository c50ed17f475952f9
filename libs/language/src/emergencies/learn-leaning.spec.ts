import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../words';
import { detectEmergency } from './detect-emergency';
import { emergencySigns } from './emergency-signs';
import { leaning } from './leaning';
import { learnLeaning } from './learn-leaning';
import type { Example } from './learn-leaning';
import { traitsOf } from './traits';

const root = join(__dirname, '../../../..');
const file = join(__dirname, 'leaning.json');
const leanings = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, number | string>;
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
  const said = [
    ...evals.map((name) => `test/evals/${name}`),
    'apps/local-ai/test/wishes.jsonl',
    'libs/language/cases/utterances.jsonl',
  ]
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

/** How often the plainest sentences count. */
const PLAINEST = 8;

/** Emergencies and what only looks like one, without those that are held back. */
const cases = (): Example[] => [
  ...linesOf('test/evals/emergencies.jsonl')
    .map((line) => JSON.parse(line) as Case)
    .filter(({ heldBack }) => heldBack !== true)
    .map(({ text, expect: { emergency } }) => ({ text, emergency })),
  ...['en', 'es']
    .flatMap((language) => linesOf(`libs/language/cases/emergencies-${language}.txt`))
    .map((line) => line.split('|') as [kind: string, text: string])
    .flatMap(([kind, text]) => new Array<Example>(PLAINEST).fill({ text, emergency: kind !== '-' })),
];

const examples = (): Example[] => [...ordinary(), ...cases()];

/** Of the cases, so that those that were changed and not learnt anew are seen without learning, which takes a dozen seconds. */
const digest = (): string => createHash('sha256').update(JSON.stringify(cases())).digest('hex');

describe('leanings', () => {
  it('are of these very cases (CLINICALL_WRITE_LEANING=1 learns them anew)', () => {
    if (process.env['CLINICALL_WRITE_LEANING'] === '1')
      writeFileSync(file, `${JSON.stringify({ '#': digest(), ...learnLeaning(examples()) }, null, 2)}\n`);
    expect(leanings()['#']).toBe(digest());
  });

  (process.env['CLINICALL_DEEP'] === '1' ? it : it.skip)('are what the cases teach', () => {
    const weights = new Map(Object.entries(learnLeaning(examples())));
    const learnt = ({ text }: Example): number =>
      ['', ...traitsOf(wordsOf(text))].reduce((sum, trait) => sum + (weights.get(trait) ?? 0), 0);
    const others = cases().filter((one) => learnt(one) > 0 !== leaning(wordsOf(one.text)) > 0);
    expect(others.length).toBeLessThan(cases().length / 200);
  });

  it('are learnt: what only emergencies have leans to one, what only others have away, and seldom seen words not at all', () => {
    const learnt = learnLeaning(
      ['he fell gravely ill', 'she is gravely hurt', 'the routine visit', 'a routine letter, once']
        .map((text, at) => ({ text, emergency: at < 2 }))
        .flatMap((one) => (one.text.includes('once') ? [one] : new Array<Example>(20).fill(one))),
    );
    expect(learnt['grave']).toBeGreaterThan(0);
    expect(learnt['routi']).toBeLessThan(0);
    expect(learnt['once']).toBeUndefined();
  });

  it('raise no alarm by themselves in what callers say all day', () => {
    expect(ordinary().filter(({ text }) => detectEmergency(text).emergency && leaning(wordsOf(text)) > 0)).toEqual([]);
  });

  it('lean to an emergency in words that no sign is made of, and away from it where it is over', () => {
    const lean = (text: string): number => leaning(wordsOf(text));
    expect(lean('please hurry my dad is not right at all he went grey and slid off the chair')).toBeGreaterThan(0);
    expect(lean('I need a routine appointment about my stroke years ago')).toBeLessThan(0);
  });
});
