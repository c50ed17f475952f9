import { fullNameDistance, PLAUSIBLE } from './name-match';

/** What somebody said of a patient; dates are YYYY-MM-DD, phones E.164. */
export interface SaidPatient {
  readonly name: string;
  readonly dateOfBirth?: string | null;
  readonly phone?: string | null;
}

export interface KnownPatient {
  readonly id: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly phones: readonly string[];
}

/** How far each thing said agrees with a record. `slip`: a date one slip of hand or ear away. */
export interface Evidence {
  readonly name: 'same' | 'near' | 'other';
  readonly dateOfBirth: 'same' | 'slip' | 'other' | 'not_said';
  readonly phone: 'same' | 'other' | 'not_said';
}

export interface Candidate<T> {
  readonly patient: T;
  readonly evidence: Evidence;
}

/**
 * `one`: exactly one record is meant, and no other one could be. `several`: more than one could be, so somebody must ask.
 * `unsure`: one could be, but not surely enough to act on. A tie is never guessed.
 */
export interface Matching<T> {
  readonly verdict: 'one' | 'several' | 'unsure' | 'none';
  /** Whoever could be meant, the surest first. */
  readonly candidates: readonly Candidate<T>[];
}

const DIGITS = 8;

/** Days that a hand or an ear confuses: day and month exchanged, one digit wrong, two neighbouring digits exchanged. */
export function isSlip(said: string, known: string): boolean {
  const [a, b] = [said.replaceAll('-', ''), known.replaceAll('-', '')];
  if (a === b || a.length !== DIGITS || b.length !== DIGITS) return false;
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6)) return true;
  const wrong = Array.from({ length: DIGITS }, (_digit, at) => at).filter((at) => a[at] !== b[at]);
  const [first, second] = wrong;
  if (wrong.length === 1) return true;
  if (wrong.length !== 2 || first === undefined || second !== first + 1) return false;
  return a[first] === b[second] && a[second] === b[first];
}

export function evidenceOf(said: SaidPatient, known: KnownPatient): Evidence {
  const distance = fullNameDistance(said.name, known.name);
  const { dateOfBirth, phone } = said;
  return {
    name: distance === 0 ? 'same' : distance <= PLAUSIBLE ? 'near' : 'other',
    dateOfBirth:
      dateOfBirth === undefined || dateOfBirth === null ? 'not_said' : dateEvidence(dateOfBirth, known.dateOfBirth),
    phone: phone === undefined || phone === null ? 'not_said' : known.phones.includes(phone) ? 'same' : 'other',
  };
}

/** Judges records that were looked up by date, number or name. */
export function matchPatients<T extends KnownPatient>(said: SaidPatient, known: readonly T[]): Matching<T> {
  const candidates = known
    .map((patient) => ({ patient, evidence: evidenceOf(said, patient) }))
    .filter(({ evidence }) => couldBe(evidence))
    .sort((one, other) => weight(other.evidence) - weight(one.evidence));
  const [best, second] = candidates;
  if (best === undefined) return { verdict: 'none', candidates };
  if (second !== undefined) return { verdict: 'several', candidates };
  return { verdict: isSure(best.evidence) ? 'one' : 'unsure', candidates };
}

/** A name that may be theirs, and nothing said that speaks against it. */
function couldBe({ name, dateOfBirth, phone }: Evidence): boolean {
  if (name === 'other') return false;
  if (dateOfBirth === 'same') return true;
  if (dateOfBirth === 'slip') return phone === 'same' || name === 'same';
  return dateOfBirth === 'not_said' && phone === 'same';
}

/** Sure takes the date as it is written, and the number or the very name; a slip takes both number and name. */
function isSure({ name, dateOfBirth, phone }: Evidence): boolean {
  if (dateOfBirth === 'same') return phone === 'same' || (phone === 'not_said' && name === 'same');
  return dateOfBirth === 'slip' && phone === 'same' && name === 'same';
}

function dateEvidence(said: string, known: string): Evidence['dateOfBirth'] {
  if (said === known) return 'same';
  return isSlip(said, known) ? 'slip' : 'other';
}

function weight({ name, dateOfBirth, phone }: Evidence): number {
  return (
    (name === 'same' ? 2 : 1) +
    (dateOfBirth === 'same' ? 4 : dateOfBirth === 'slip' ? 1 : 0) +
    (phone === 'same' ? 3 : 0)
  );
}
