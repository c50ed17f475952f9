import { learnSoftmax } from '@clinicall/language';
import { clauseKinds } from './likely-kind';
import type { ClauseKind, LearntKinds } from './likely-kind';

export interface KnownClause {
  readonly features: readonly string[];
  readonly kind: ClauseKind;
}

const COURSE = { rounds: 60, step: 6, cooling: 0.15, decay: 0.0005 };

/** What kinds clauses are: the same clauses in the same order give the same weights, in hundredths by feature. */
export function learnClauseKinds(clauses: readonly KnownClause[]): LearntKinds {
  const known = clauses.map(({ features, kind }) => ({ features, label: clauseKinds.indexOf(kind) }));
  return { weights: learnSoftmax(known, clauseKinds.length, COURSE) };
}
