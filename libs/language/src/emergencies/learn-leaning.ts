import { wordsOf } from '../words';
import { traitsOf } from './traits';

export interface Example {
  readonly text: string;
  readonly emergency: boolean;
}

/** Rounds over all examples; more change nothing that is kept. */
const ROUNDS = 60;
const STEP = 0.3;
/** Pull of every weight towards nothing: what was seen seldom stays small. */
const PULL = 0.01;
/** A trait of fewer examples says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; smaller weights are left out. */
const LEAST_KEPT = 5;

/** Logistic regression by steps that grow smaller (AdaGrad), in the order given: the same examples give the same weights, in hundredths. */
export function learnLeaning(examples: readonly Example[]): Record<string, number> {
  const seen = new Map<string, number>();
  const sentences = examples.map(({ text, emergency }) => ({ traits: ['', ...traitsOf(wordsOf(text))], emergency }));
  for (const { traits } of sentences) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const names = [...seen.keys()].filter((trait) => (seen.get(trait) ?? 0) >= LEAST_SEEN);
  const places = new Map(names.map((trait, place) => [trait, place]));
  const known = sentences.map(({ traits, emergency }) => ({
    places: traits.flatMap((trait) => places.get(trait) ?? []),
    emergency,
  }));
  const weights = new Float64Array(names.length);
  const steeps = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { places: at, emergency } of known) {
      const sum = at.reduce((total, place) => total + (weights[place] ?? 0), 0);
      const fault = 1 / (1 + Math.exp(-sum)) - (emergency ? 1 : 0);
      for (const place of at) {
        const weight = weights[place] ?? 0;
        const slope = fault + (names[place] === '' ? 0 : PULL * weight);
        const steep = (steeps[place] ?? 0) + slope * slope;
        steeps[place] = steep;
        weights[place] = weight - (STEP * slope) / Math.sqrt(steep + 1e-9);
      }
    }
  }
  const kept = names
    .map((trait, place): [string, number] => [trait, Math.round((weights[place] ?? 0) * 100)])
    .filter(([, weight]) => Math.abs(weight) >= LEAST_KEPT)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept);
}
