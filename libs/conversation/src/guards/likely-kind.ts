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

const known = new Map<string, readonly number[]>();
useKinds(JSON.parse(readFileSync(join(__dirname, 'clause-kinds.json'), 'utf8')) as LearntKinds);

/** Takes other weights than those of the file, to judge what is learnt without some of the cases. */
export function useKinds({ weights }: LearntKinds): void {
  known.clear();
  for (const [feature, all] of Object.entries(weights)) known.set(feature, all.split(' ').map(Number));
}

/** @param masked folded words with items as their masks; claims: what the patterns saw. */
export function likelyKinds(masked: string, text: string, claims: readonly string[]): KindChances {
  return chances(
    clauseFeatures(masked, text, claims).flatMap((feature) =>
      [known.get(feature) ?? []].filter((one) => one.length > 0),
    ),
  );
}

function chances(seen: readonly (readonly number[])[]): KindChances {
  const given = chancesOf(seen, clauseKinds.length, SCALE);
  return Object.fromEntries(clauseKinds.map((kind, at) => [kind, given[at] ?? 0])) as Record<ClauseKind, number>;
}
