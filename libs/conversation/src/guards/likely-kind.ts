import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chancesOf } from '@clinicall/language';
import { clauseFeatures } from './clause-features';

// What kind of thing a clause says, by its likeness to others: a softmax over what clauses have in common (clause-features.ts), of both
// languages at once, learnt from libs/conversation/cases/clauses.jsonl (learn-clause-kinds.ts). It tells what is claimed, never whether it is
// so: that the facts tell (standing.ts).

/**
 * Nothing of the clinic's (courtesy, a question, a condition, how to get there); times put forward; hours and prices; a visit that stands, is
 * kept for now, was cancelled, was moved; something sent; that something is not or was not done; any other act.
 */
export const clauseKinds = [
  'plain',
  'offer',
  'told',
  'booked',
  'held',
  'cancelled',
  'moved',
  'sent',
  'denial',
  'act',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];
export type KindChances = Readonly<Record<ClauseKind, number>>;

/** Weights are kept in hundredths, parted by spaces, in the order of the kinds. */
const SCALE = 100;

export interface LearntKinds {
  /** Of each feature for each kind. */
  readonly weights: Readonly<Record<string, string>>;
}

/** Place of each feature among the weights. */
const places = new Map<string, number>();
/** Of a feature for each kind, feature after feature, in hundredths. */
let weights = new Int16Array(0);
useKinds(JSON.parse(readFileSync(join(__dirname, 'clause-kinds.json'), 'utf8')) as LearntKinds);

/** Takes other weights than those of the file, to judge what is learnt without some of the cases. */
export function useKinds({ weights: learnt }: LearntKinds): void {
  places.clear();
  const all = Object.entries(learnt);
  weights = new Int16Array(all.length * clauseKinds.length);
  for (const [feature, ofKinds] of all) {
    weights.set(ofKinds.split(' ').map(Number), places.size * clauseKinds.length);
    places.set(feature, places.size);
  }
}

/** @param masked folded words with items as their masks; claims: what the patterns saw. */
export function likelyKinds(masked: string, text: string, claims: readonly string[]): KindChances {
  const sums = new Float64Array(clauseKinds.length);
  let seen = 0;
  for (const feature of clauseFeatures(masked, text, claims)) {
    const place = places.get(feature);
    if (place === undefined) continue;
    seen++;
    const from = place * clauseKinds.length;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0);
  }
  const given = chancesOf([sums], clauseKinds.length, SCALE, seen);
  return Object.fromEntries(clauseKinds.map((kind, at) => [kind, given[at] ?? 0])) as Record<ClauseKind, number>;
}
