import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../remembered';
import { fold } from '../words';
import { featuresOf } from './features';
import { withOffered } from './offered-words';
import { chancesOf } from './softmax';

// What words are, by their likeness to what others have said in the same place of a talk: a softmax over what sentences have in
// common (features.ts), of both languages at once. Learnt from libs/language/cases/utterances.jsonl (learn-acts.ts). It is broad and may be
// unsure; patterns are sure and narrow.

/** Where in a talk something is said: first words, the answer to offered times, or to a read-back. */
export type Place = 'open' | 'offer' | 'readback' | 'done' | 'which' | 'field';

export interface LikelyAct {
  /** As libs/language/cases/utterances.jsonl names it. */
  readonly act: string;
  /** 0 to 1. */
  readonly chance: number;
}

/** Weights are kept in hundredths, parted by spaces, in the order of the acts. */
const SCALE = 100;

interface Learnt {
  /** Parted by spaces. */
  readonly acts: string;
  readonly weights: Readonly<Record<string, string>>;
}

interface Model {
  readonly acts: readonly string[];
  readonly weights: ReadonlyMap<string, Float32Array>;
}

const learnt = JSON.parse(readFileSync(join(__dirname, 'acts.json'), 'utf8')) as Readonly<Record<Place, Learnt>>;

const models = new Map<string, Model>(
  Object.entries(learnt).map(([place, { acts, weights }]) => [
    place,
    {
      acts: acts.split(' '),
      weights: new Map(
        Object.entries(weights).map(([feature, all]) => [
          feature,
          Float32Array.from(all.split(' '), (one) => Number(one) / SCALE),
        ]),
      ),
    },
  ]),
);

/**
 * What words most likely are in this place; null when hardly one of them is known.
 * @param offered the offer that they answer, in any words that name its days, hours and doctors.
 */
export function likelyAct(place: Place, text: string, offered = ''): LikelyAct | null {
  const folded = fold(text);
  return actsBefore(`${place} ${offered === '' ? folded : withOffered(folded, offered)}`);
}

const actsBefore = remembered((asked): LikelyAct | null => {
  const at = asked.indexOf(' ');
  const model = models.get(asked.slice(0, at));
  if (model === undefined) return null;
  const features = featuresOf(asked.slice(at + 1));
  const known = features.flatMap((feature) => model.weights.get(feature) ?? []);
  if (!features.some((feature) => WORD.test(feature) && model.weights.has(feature))) return null;
  const chances = chancesOf(known, model.acts.length);
  const best = chances.indexOf(Math.max(...chances));
  return { act: model.acts[best] ?? '', chance: chances[best] ?? 0 };
});

const WORD = /^[a-z0-9'<>-]+$/;
