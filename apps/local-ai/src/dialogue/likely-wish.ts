import type { JudgedLanguage as Language } from '@clinicall/language';
import { likelyEnglish } from './words/likely-en';
import { likelySpanish } from './words/likely-es';
import type { LikelyWish, LikelyWishes } from './words/vocabulary';

// A softmax regression over words and pairs of words, fitted when it is first asked to the sentences of likely-*.ts. It
// speaks where no pattern of the vocabulary does: patterns are sure and narrow, this is broad and may be unsure.

interface Model {
  readonly kinds: readonly LikelyWish[];
  /** Weight of each feature for each kind. */
  readonly weights: ReadonlyMap<string, Float64Array>;
}

const ROUNDS = 40;
const STEP = 0.5;
/** Shrinks weights: a word that stands in one sentence alone proves little. */
const DECAY = 0.0008;

const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thurs?|fri|sat|today|tomorrow|tonight|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana)$/;
const NUMBERS =
  /^(?:\d[\d:.]*(?:am|pm|st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte)$/;

/** Words and pairs; days and numbers are alike, whichever they are. */
export function featuresOf(folded: string): string[] {
  const words = (
    folded.replace(/\b(?:dr|doctor|dra|doctora)\.? (?!de|que|i\b|and|y\b)[a-z'-]+/g, 'someone').match(/[a-z0-9:']+/g) ??
    []
  )
    .map((word) => word.replace(/'/g, ''))
    .map((word) => (DAYS.test(word) ? '<day>' : NUMBERS.test(word) ? '<number>' : stem(word)));
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  return [...new Set([...words, ...pairs, `^${words[0] ?? ''}`])];
}

function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s|e|a|o)$/, '') : word;
}

function fit(sentences: LikelyWishes): Model {
  const kinds = Object.keys(sentences) as LikelyWish[];
  const cases = kinds.flatMap((kind, index) =>
    sentences[kind].split('|').map((sentence) => ({ kind: index, features: featuresOf(sentence) })),
  );
  const weights = new Map<string, Float64Array>();
  for (const { features } of cases)
    for (const feature of features) if (!weights.has(feature)) weights.set(feature, new Float64Array(kinds.length));
  const model: Model = { kinds, weights };
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round * 0.05);
    for (const { kind, features } of cases) {
      const odds = chances(features, model);
      const each = step / Math.sqrt(features.length);
      for (const feature of features) {
        const weight = weights.get(feature);
        if (weight === undefined) continue;
        for (let at = 0; at < weight.length; at++)
          weight[at] = (weight[at] ?? 0) * (1 - DECAY) + each * ((at === kind ? 1 : 0) - (odds[at] ?? 0));
      }
    }
  }
  return model;
}

/** Probability of each kind, in the model's order. */
function chances(features: readonly string[], { kinds, weights }: Model): number[] {
  const sums = kinds.map((_kind, at) => {
    let sum = 0;
    for (const feature of features) sum += weights.get(feature)?.[at] ?? 0;
    return sum / Math.sqrt(features.length);
  });
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / whole);
}

const models: Partial<Record<Language, Model>> = {};
const modelOf = (language: Language): Model =>
  (models[language] ??= fit(language === 'en' ? likelyEnglish : likelySpanish));

export interface Likely {
  readonly kind: LikelyWish;
  /** 0 to 1. */
  readonly chance: number;
}

/** What folded words most likely want; null when hardly one of them is known. */
export function likelyWish(folded: string, language: Language): Likely | null {
  const model = modelOf(language);
  const features = featuresOf(folded);
  const known = features.filter((feature) => !feature.includes(' ') && model.weights.has(feature));
  if (known.length < 3) return null;
  const odds = chances(features, model);
  const best = odds.indexOf(Math.max(...odds));
  return { kind: model.kinds[best] ?? 'other', chance: odds[best] ?? 0 };
}
