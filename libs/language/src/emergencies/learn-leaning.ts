import { wordsOf } from '../words';
import { lowest } from './lowest';
import { traitsOf } from './traits';

export interface Example {
  readonly text: string;
  readonly emergency: boolean;
}

/** Pull of every weight towards nothing: what was seen seldom stays small. */
const PULL = 3;
/** A trait of fewer examples says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; smaller weights are left out. */
const LEAST_KEPT = 4;

/** Logistic regression with a pull towards nothing (ridge): the same examples give the same weights, in hundredths. */
export function learnLeaning(examples: readonly Example[]): Record<string, number> {
  const sentences = examples.map(({ text }) => traitsOf(wordsOf(text)));
  const seen = new Map<string, number>();
  for (const traits of sentences) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const names = ['', ...[...seen.keys()].filter((trait) => (seen.get(trait) ?? 0) >= LEAST_SEEN)];
  const places = new Map(names.map((trait, place) => [trait, place]));
  const known = sentences.map((traits) => Int32Array.from([0, ...traits.flatMap((trait) => places.get(trait) ?? [])]));
  const weights = lowest(names.length, (at, slopes) => loss(examples, known, at, slopes));
  const kept = names
    .map((trait, place): [string, number] => [trait, Math.round((weights[place] ?? 0) * 100)])
    .filter(([trait, weight]) => trait === '' || Math.abs(weight) >= LEAST_KEPT)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept);
}

/** How wrong these weights are, and by `slopes` which way is worse. */
function loss(
  examples: readonly Example[],
  known: readonly Int32Array[],
  weights: Float64Array,
  slopes: Float64Array,
): number {
  let total = 0;
  for (let place = 0; place < weights.length; place++) {
    const weight = place === 0 ? 0 : (weights[place] as number);
    slopes[place] = PULL * weight;
    total += (PULL * weight * weight) / 2;
  }
  known.forEach((places, index) => {
    let sum = 0;
    for (const place of places) sum += weights[place] as number;
    const sign = examples[index]?.emergency === true ? 1 : -1;
    const margin = sign * sum;
    total += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    const fault = -sign / (1 + Math.exp(margin));
    for (const place of places) slopes[place] = (slopes[place] as number) + fault;
  });
  return total;
}
