import { kindChances, clauseKinds } from './likely-kind';
import type { ClauseKind, LearntKinds } from './likely-kind';

export interface KnownClause {
  readonly features: readonly string[];
  readonly kind: ClauseKind;
}

const ROUNDS = 60;
const STEP = 6;
/** Shrinks weights: what stands in few clauses proves little. */
const DECAY = 0.0005;
/** A feature of fewer clauses says nothing about others. */
const LEAST_SEEN = 2;
/** In hundredths; a feature whose weights are all smaller is left out. */
const LEAST_KEPT = 6;
/** So that kinds come in turns and none is learnt last. */
const STRIDE = 7919;

/** Softmax regression by gradient steps: the same clauses in the same order give the same weights, in hundredths by feature. */
export function learnClauseKinds(clauses: readonly KnownClause[]): LearntKinds {
  const seen = new Map<string, number>();
  for (const { features } of clauses) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const weights = new Map(
    [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([one]) => [one, new Float64Array(clauseKinds.length)]),
  );
  const known = clauses.map(({ features }) => features.flatMap((one) => weights.get(one) ?? []));
  const order = clauses.map((_one, index) => (index * STRIDE) % clauses.length);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round * 0.15);
    for (const place of order) improve(known[place] ?? [], clauseKinds.indexOf(clauses[place]?.kind ?? 'plain'), step);
  }
  return { weights: kept(weights) };
}

function improve(seen: readonly Float64Array[], kind: number, step: number): void {
  const chances = kindChances(seen);
  const each = step / Math.sqrt(Math.max(1, seen.length));
  for (const weights of seen) {
    for (let at = 0; at < clauseKinds.length; at++)
      weights[at] = (weights[at] ?? 0) * (1 - DECAY) + each * ((at === kind ? 1 : 0) - (chances[at] ?? 0));
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
