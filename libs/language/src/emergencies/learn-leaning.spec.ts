import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../words';
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

/** Everything that is not held back. */
const examples = (): Example[] => [
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

  it('lean to an emergency in words that no sign is made of, and away from it where it is over', () => {
    const lean = (text: string): number => leaning(wordsOf(text));
    expect(lean('please come my dad is not right at all he is grey')).toBeGreaterThan(0);
    expect(lean('I need a routine appointment about my stroke years ago')).toBeLessThan(0);
  });
});
