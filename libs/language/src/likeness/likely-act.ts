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

/** Where in a talk something is said: first words; the answer to offered times, to a read-back, to "anything else?", to "which of them?", to who is calling. */
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
  /** Place of each feature among the weights. */
  readonly places: ReadonlyMap<string, number>;
  /** Of a feature for each act, feature after feature, in hundredths. */
  readonly weights: Int16Array;
}

const models = read();

function read(): ReadonlyMap<string, Model> {
  const learnt = JSON.parse(readFileSync(join(__dirname, 'acts.json'), 'utf8')) as Readonly<Record<Place, Learnt>>;
  return new Map(Object.entries(learnt).map(([place, one]) => [place, modelOf(one)]));
}

function modelOf({ acts: named, weights: kept }: Learnt): Model {
  const acts = named.split(' ');
  const features = Object.keys(kept);
  const weights = new Int16Array(features.length * acts.length);
  features.forEach((feature, place) => weights.set((kept[feature] ?? '').split(' ').map(Number), place * acts.length));
  return { acts, places: new Map(features.map((feature, place) => [feature, place])), weights };
}

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
  const { acts, places, weights } = model;
  const known = features.flatMap((feature) => {
    const place = places.get(feature);
    return place === undefined ? [] : [weights.subarray(place * acts.length, (place + 1) * acts.length)];
  });
  if (!features.some((feature) => WORD.test(feature) && places.has(feature))) return null;
  const chances = chancesOf(known, acts.length, SCALE);
  const best = chances.indexOf(Math.max(...chances));
  return { act: acts[best] ?? '', chance: chances[best] ?? 0 };
});

const WORD = /^[a-z0-9'<>-]+$/;
