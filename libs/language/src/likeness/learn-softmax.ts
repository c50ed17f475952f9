import { chancesOf } from './softmax';

/** How a softmax is learnt. */
export interface Course {
  readonly rounds: number;
  /** Of the first round; round n has step / (1 + n * cooling). */
  readonly step: number;
  readonly cooling: number;
  /** Shrinks weights: what stands in few cases proves little. */
  readonly decay: number;
}

export interface Known {
  readonly features: readonly string[];
  /** Place of what it is among the labels. */
  readonly label: number;
}

/** A feature of fewer cases says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; a feature whose weights are all smaller is left out. */
const LEAST_KEPT = 6;
/** So that labels come in turns and none is learnt last. */
const STRIDE = 7919;

/**
 * Softmax regression by gradient steps: the same cases in the same order give the same weights.
 * @returns of each feature, in the order of names, its weights for each label in hundredths, parted by spaces.
 */
export function learnSoftmax(cases: readonly Known[], labels: number, course: Course): Record<string, string> {
  const seen = new Map<string, number>();
  for (const { features } of cases) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const weights = new Map(
    [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([one]) => [one, new Float64Array(labels)]),
  );
  const known = cases.map(({ features }) => features.flatMap((one) => weights.get(one) ?? []));
  const order = cases.map((_one, index) => (index * STRIDE) % cases.length);
  for (let round = 0; round < course.rounds; round++) {
    const step = course.step / (1 + round * course.cooling);
    for (const place of order) improve(known[place] ?? [], cases[place]?.label ?? -1, labels, step, course.decay);
  }
  return kept(weights);
}

function improve(seen: readonly Float64Array[], label: number, labels: number, step: number, decay: number): void {
  const chances = chancesOf(seen, labels);
  const each = step / Math.sqrt(Math.max(1, seen.length));
  for (const weights of seen) {
    for (let at = 0; at < labels; at++)
      weights[at] = (weights[at] ?? 0) * (1 - decay) + each * ((at === label ? 1 : 0) - (chances[at] ?? 0));
  }
}

function kept(weights: ReadonlyMap<string, Float64Array>): Record<string, string> {
  const rounded = [...weights].map(([feature, all]): [string, number[]] => [
    feature,
    [...all].map((one) => Math.round(one * 100)),
  ]);
  return Object.fromEntries(
    rounded
      .filter(([, all]) => all.some((one) => Math.abs(one) >= LEAST_KEPT))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([feature, all]) => [feature, all.join(' ')]),
  );
}
