import { readFileSync } from 'node:fs';
import { clauseFeatures } from './clause-features';
import { contentOf, maskedWords } from './content';
import type { KnownClause } from './learn-clause-kinds';
import type { ClauseKind } from './likely-kind';

/** A line of libs/conversation/cases/clauses.jsonl. */
export interface Clause {
  readonly id: string;
  readonly lang: 'en' | 'es';
  readonly kind: ClauseKind;
  readonly text: string;
  /** Those whom it names. */
  readonly doctors?: readonly string[];
  /** Learnt by nobody. */
  readonly heldBack?: boolean;
}

const SPEECH = { now: '2027-05-03T13:00:00Z', timezone: 'America/New_York', country: 'US' } as const;

export function readClauses(file: string): Clause[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Clause);
}

/** A clause as it is learnt and judged. */
export function asKnown({ text, lang, kind, doctors = [] }: Clause): KnownClause & {
  readonly masked: string;
  readonly text: string;
  readonly claims: readonly string[];
} {
  const facts = { speech: { ...SPEECH, language: lang }, doctors: doctors.map((name) => ({ name })) };
  const claims = contentOf(text, facts).claims.filter((claim) => claim !== 'tells');
  const masked = maskedWords(text, facts);
  return { kind, text, masked, claims, features: clauseFeatures(masked, text, claims) };
}
