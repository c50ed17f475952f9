import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../remembered';
import { conceptsOf, neighboursOf, traitsOfWord } from './traits';

/** Weights are kept in hundredths. */
const SCALE = 100;
/** Words whose own weight is kept, so that a sentence costs look-ups alone. */
const MOST_KEPT = 20_000;

/** By trait; that of no trait is what every sentence starts from, and "#" of what they were learnt. */
const weights = new Map(
  Object.entries(JSON.parse(readFileSync(join(__dirname, 'leaning.json'), 'utf8')) as Record<string, number>).filter(
    ([trait]) => trait !== '#',
  ),
);
const weightOf = (trait: string): number => (weights.get(trait) ?? 0) / SCALE;
const sumOf = (traits: readonly string[]): number => traits.reduce((sum, trait) => sum + weightOf(trait), 0);
const ofWord = remembered((word) => sumOf(traitsOfWord(word)), MOST_KEPT);

/** Of two concepts together, by the first. */
const pairs = new Map<string, Map<string, number>>();
for (const [trait, weight] of weights) {
  const [one = '', other] = trait.split('+');
  if (other === undefined || one === '') continue;
  const others = pairs.get(one) ?? new Map<string, number>();
  pairs.set(one, others.set(other, weight / SCALE));
}

/**
 * How much folded words lean towards an emergency: about the logarithm of the odds, 0 where they are even. Learnt from the cases of
 * test/evals/emergencies.jsonl that are not held back (learn-leaning.ts).
 */
export function leaning(words: readonly string[]): number {
  const named = conceptsOf(words);
  let sum = wordLeaning(words) + sumOf(named);
  named.forEach((one, at) => {
    const others = pairs.get(one);
    if (others === undefined) return;
    for (let next = at + 1; next < named.length; next++) sum += others.get(named[next] ?? '') ?? 0;
  });
  return sum;
}

/** The same by words alone, which costs look-ups only. */
export function wordLeaning(words: readonly string[]): number {
  let sum = weightOf('') + sumOf(neighboursOf(words));
  for (const word of new Set(words)) sum += ofWord(word);
  return sum;
}
