import { remembered } from '@clinicall/language';
import { featuresOf } from './likely-features';
import { likelyEnglish } from './words/likely-en';
import { likelySpanish } from './words/likely-es';
import type { LikelyWish, LikelyWishes } from './words/vocabulary';

// A softmax regression over what sentences have in common (likely-features.ts), fitted when it is first asked to the sentences of
// likely-*.ts, of both languages at once: what words stand for is learnt in one and known in the other. It speaks where no
// pattern of the vocabulary does: patterns are sure and narrow, this is broad and may be unsure.

interface Model {
  readonly kinds: readonly LikelyWish[];
  /** Place of each feature among the weights. */
  readonly places: ReadonlyMap<string, number>;
  /** Weights of a feature for each kind, feature after feature. */
  readonly weights: Float64Array;
}

const ROUNDS = 30;
const STEP = 0.6;
/** Shrinks weights: a word that stands in one sentence alone proves little. */
const DECAY = 0.0008;

interface Case {
  readonly kind: number;
  readonly features: Int32Array;
}

function casesOf(kinds: readonly LikelyWish[], places: Map<string, number>): Case[] {
  const said = (sentences: LikelyWishes): Case[] =>
    kinds.flatMap((kind, index) =>
      sentences[kind].split('|').map((sentence) => ({
        kind: index,
        features: Int32Array.from(featuresOf(sentence.trim()), (feature) => {
          const place = places.get(feature) ?? places.size;
          places.set(feature, place);
          return place;
        }),
      })),
    );
  const [english, spanish] = [said(likelyEnglish), said(likelySpanish)];
  // In turns, so that no kind is learnt last.
  const all = [...english, ...spanish];
  const stride = 7919;
  return all.map((_one, index) => all[(index * stride) % all.length] as Case);
}

function fit(): Model {
  const kinds = Object.keys(likelyEnglish) as LikelyWish[];
  const places = new Map<string, number>();
  const cases = casesOf(kinds, places);
  const many = kinds.length;
  const weights = new Float64Array(places.size * many);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round * 0.1);
    for (const { kind, features } of cases) {
      const odds = chances(features, weights, many);
      const each = step / Math.sqrt(features.length);
      for (const feature of features) {
        for (let at = 0; at < many; at++) {
          const place = feature * many + at;
          weights[place] = (weights[place] ?? 0) * (1 - DECAY) + each * ((at === kind ? 1 : 0) - (odds[at] ?? 0));
        }
      }
    }
  }
  return { kinds, places, weights };
}

/** Probability of each kind, in the model's order. */
function chances(
  features: Iterable<number> & { readonly length: number },
  weights: Float64Array,
  many: number,
): number[] {
  const sums = new Array<number>(many).fill(0);
  for (const feature of features)
    for (let at = 0; at < many; at++) sums[at] = (sums[at] ?? 0) + (weights[feature * many + at] ?? 0);
  const root = Math.sqrt(features.length);
  const most = Math.max(...sums) / root;
  const powers = sums.map((sum) => Math.exp(sum / root - most));
  const whole = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / whole);
}

let fitted: Model | undefined;

export interface Likely {
  readonly kind: LikelyWish;
  /** 0 to 1. */
  readonly chance: number;
}

/** Fits the model now, so that the first caller does not wait for it. */
export function learnWishes(): void {
  fitted ??= fit();
}

/** What folded words most likely want; null when hardly one of them is known. */
export const likelyWish = remembered(likelyNow);

function likelyNow(folded: string): Likely | null {
  const { kinds, places, weights } = (fitted ??= fit());
  const features = featuresOf(folded);
  const known = features.flatMap((feature) => places.get(feature) ?? []);
  const words = features.filter((feature) => /^[a-z0-9'<>-]+$/.test(feature) && places.has(feature));
  if (words.length < 2) return null;
  const odds = chances(known, weights, kinds.length);
  const best = odds.indexOf(Math.max(...odds));
  return { kind: kinds[best] ?? 'other', chance: odds[best] ?? 0 };
}
