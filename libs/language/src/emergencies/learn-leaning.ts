import { wordsOf } from '../words';
import { lowest } from './lowest';
import { traitsOf } from './traits';

export interface Example {
  readonly text: string;
  readonly emergency: boolean;
}

/** Pull of every weight towards nothing: what was seen seldom stays small. */
const PULL = 1;
/** A trait of fewer examples says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; smaller weights are left out. */
const LEAST_KEPT = 40;

interface Sentence {
  /** 1 for an emergency, -1 for none. */
  readonly sign: number;
  /** Of its traits, among the weights. */
  readonly places: Int32Array;
  /** What every trait counts for: many say little more than some (leaning.ts). */
  readonly share: number;
}

/**
 * Logistic regression with a pull towards nothing (ridge), where a trait that few sentences have may weigh more (inverse document
 * frequency): the same examples give the same weights, in hundredths.
 */
export function learnLeaning(examples: readonly Example[]): Record<string, number> {
  const found = examples.map(({ text }) => traitsOf(wordsOf(text)));
  const seen = new Map<string, number>();
  for (const traits of found) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const names = [...seen.keys()].filter((trait) => (seen.get(trait) ?? 0) >= LEAST_SEEN);
  const places = new Map(names.map((trait, place) => [trait, place]));
  const rarity = Float64Array.from(
    names,
    (trait) => Math.log((1 + examples.length) / (1 + (seen.get(trait) ?? 0))) + 1,
  );
  const sentences = examples.map(({ emergency }, index): Sentence => ({
    sign: emergency ? 1 : -1,
    places: Int32Array.from((found[index] ?? []).flatMap((trait) => places.get(trait) ?? [])),
    share: 1 / Math.sqrt(Math.max(1, found[index]?.length ?? 0)),
  }));
  const weights = lowest(names.length + 1, (at, slopes) => loss(sentences, rarity, at, slopes));
  const kept = names
    .map((trait, place): [string, number] => [trait, Math.round((weights[place] ?? 0) * (rarity[place] ?? 0) * 100)])
    .filter(([, weight]) => Math.abs(weight) >= LEAST_KEPT)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries([['', Math.round((weights[names.length] ?? 0) * 100)], ...kept]);
}

/** How wrong these weights are, that of no trait last, and by `slopes` which way is worse. */
function loss(
  sentences: readonly Sentence[],
  rarity: Float64Array,
  weights: Float64Array,
  slopes: Float64Array,
): number {
  const none = rarity.length;
  let total = 0;
  for (let place = 0; place < none; place++) {
    const weight = weights[place] as number;
    slopes[place] = PULL * weight;
    total += (PULL * weight * weight) / 2;
  }
  slopes[none] = 0;
  for (const { sign, places, share } of sentences) {
    let sum = 0;
    for (const place of places) sum += (weights[place] as number) * (rarity[place] as number);
    const margin = sign * ((weights[none] as number) + share * sum);
    total += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    const fault = -sign / (1 + Math.exp(margin));
    slopes[none] = slopes[none] + fault;
    for (const place of places) slopes[place] = (slopes[place] as number) + fault * share * (rarity[place] as number);
  }
  return total;
}
