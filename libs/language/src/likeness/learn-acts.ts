import { fold } from '../words';
import { featuresOf } from './features';
import { withOffered } from './offered-words';
import { chancesOf } from './softmax';

export interface Said {
  readonly text: string;
  /** The offer that it answers. */
  readonly say?: string;
  readonly act: string;
}

const ROUNDS = 30;
const STEP = 0.6;
/** Shrinks weights: a word that stands in few sentences proves little. */
const DECAY = 0.0004;
/** A feature of fewer sentences says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; a feature whose weights are all smaller is left out. */
const LEAST_KEPT = 6;
/** So that acts come in turns and none is learnt last. */
const STRIDE = 7919;

interface Learnt {
  /** Parted by spaces, in the order of the weights. */
  readonly acts: string;
  readonly weights: Readonly<Record<string, string>>;
}

/** Softmax regression by gradient steps: the same sentences in the same order give the same weights, in hundredths by feature. */
export function learnActs(said: readonly Said[]): Learnt {
  const acts = [...new Set(said.map(({ act }) => act))].sort();
  const seen = new Map<string, number>();
  const sentences = said.map(({ text, say = '' }) => featuresOf(withOffered(fold(text), say)));
  for (const features of sentences) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const weights = new Map(
    [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([one]) => [one, new Float64Array(acts.length)]),
  );
  const known = sentences.map((features) => features.flatMap((one) => weights.get(one) ?? []));
  const order = said.map((_one, index) => (index * STRIDE) % said.length);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round * 0.1);
    for (const place of order) improve(known[place] ?? [], acts.indexOf(said[place]?.act ?? ''), acts.length, step);
  }
  return { acts: acts.join(' '), weights: kept(weights) };
}

function improve(seen: readonly Float64Array[], act: number, acts: number, step: number): void {
  const chances = chancesOf(seen, acts);
  const each = step / Math.sqrt(Math.max(1, seen.length));
  for (const weights of seen) {
    for (let at = 0; at < acts; at++)
      weights[at] = (weights[at] ?? 0) * (1 - DECAY) + each * ((at === act ? 1 : 0) - (chances[at] ?? 0));
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
