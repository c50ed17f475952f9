import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemOf, traitsOf } from './traits';

/** Weights are kept in hundredths. */
const SCALE = 100;

/** By trait; that of no trait is what every sentence starts from. */
const weights = new Map(
  Object.entries(JSON.parse(readFileSync(join(__dirname, 'leaning.json'), 'utf8')) as Record<string, number>),
);
const weightOf = (trait: string): number => (weights.get(trait) ?? 0) / SCALE;

/**
 * How much folded words lean towards an emergency: about the logarithm of the odds, 0 where they are even. Learnt from the cases of
 * test/evals/emergencies.jsonl that are not held back (learn-leaning.ts).
 */
export function leaning(words: readonly string[]): number {
  let sum = weightOf('');
  for (const trait of traitsOf(words)) sum += weightOf(trait);
  return sum;
}

/** The same by single words alone, which costs look-ups only. */
export function wordLeaning(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(stemOf(word)), weightOf(''));
}
