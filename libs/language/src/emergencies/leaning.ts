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

/** What a word has by itself: its traits that weigh something, and how many it has in all. */
const ofWord = remembered((word) => {
  const traits = traitsOfWord(word);
  return { traits, weights: traits.map(weightOf) };
}, MOST_KEPT);

/** Of two concepts together, by the first. */
const pairs = new Map<string, Map<string, number>>();
for (const [trait, weight] of weights) {
  const [one = '', other] = trait.split('+');
  if (other === undefined || one === '') continue;
  const others = pairs.get(one) ?? new Map<string, number>();
  pairs.set(one, others.set(other, weight / SCALE));
}

interface Sum {
  readonly weight: number;
  /** How many traits were summed. */
  readonly count: number;
}

/** Many traits say little more than some: their sum is taken by the root of their number, so that long sentences do not shout. */
const leaningOf = ({ weight, count }: Sum): number => weightOf('') + weight / Math.sqrt(Math.max(1, count));

/**
 * How much folded words lean towards an emergency: about the logarithm of the odds, 0 where they are even. Learnt from the cases of
 * test/evals/emergencies.jsonl that are not held back (learn-leaning.ts).
 */
export function leaning(words: readonly string[]): number {
  const named = conceptsOf(words);
  const { weight, count } = sumOfWords(words);
  let sum = weight + sumOf(named);
  named.forEach((one, at) => {
    const others = pairs.get(one);
    if (others === undefined) return;
    for (let next = at + 1; next < named.length; next++) sum += others.get(named[next] ?? '') ?? 0;
  });
  return leaningOf({ weight: sum, count: count + (named.length * (named.length + 1)) / 2 });
}

/** The same by words alone, which costs look-ups only. */
export function wordLeaning(words: readonly string[]): number {
  return leaningOf(sumOfWords(words));
}

function sumOfWords(words: readonly string[]): Sum {
  const seen = new Set<string>();
  let weight = 0;
  for (const word of new Set(words)) {
    const { traits, weights: each } = ofWord(word);
    for (let at = 0; at < traits.length; at++) {
      const trait = traits[at] as string;
      if (seen.has(trait)) continue;
      seen.add(trait);
      weight += each[at] as number;
    }
  }
  const neighbours = neighboursOf(words);
  return { weight: weight + sumOf(neighbours), count: seen.size + neighbours.length };
}
