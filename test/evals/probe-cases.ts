import { probeGuard } from '@clinicall/conversation';
import { probeDate, probeEmergency, probeSpecialty } from '@clinicall/language';
import type { Fault } from './end-state';
import type { DateCase, EmergencyCase, GuardCase, SpecialtyCase } from './eval-case';

/** Fields of an answer about a date, as the probe gives them. */
const FIELDS = ['date', 'time', 'from', 'to', 'instant', 'ambiguous', 'why', 'candidates'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** The probe's answer against what the case expects; several expectations mean any of them. */
export function judgeDate(one: DateCase): Fault[] {
  const { id, lang, text, now, tz } = one;
  const answer = probeDate({ id, lang, text, now, tz });
  const given = one['expect'] ?? Object.fromEntries(FIELDS.map((field) => [field, one[field]]));
  const wanted = [given].flat() as Fields[];
  const misses = wanted.map((fields) => missed(fields, answer));
  if (misses.some((miss) => miss.length === 0)) return [];
  return [{ kind: 'state', text: `"${text}": ${misses[0]?.join(', ') ?? ''}; answered ${JSON.stringify(answer)}` }];
}

function missed(wanted: Fields, answer: Fields): string[] {
  const expected: Fields = { ambiguous: false, ...wanted };
  // Asked back is asked back: what else the answer holds is for the question.
  const fields = expected['ambiguous'] === true ? (['ambiguous', 'why', 'candidates'] as const) : FIELDS;
  return fields
    .filter((field) => expected[field] !== undefined && !same(expected[field], answer[field] ?? null))
    .map((field) => `${field} is not ${JSON.stringify(expected[field])}`);
}

function same(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(found))
    return wanted.length === found.length && wanted.every((one, index) => same(one, found[index]));
  // A list against one value: any of them.
  if (Array.isArray(wanted)) return wanted.some((one) => same(one, found));
  if (typeof wanted !== 'string' || typeof found !== 'string') return wanted === found;
  const isInstant = (text: string): boolean => /T.*(Z|[+-]\d\d:\d\d)$/.test(text);
  if (isInstant(wanted) && isInstant(found)) return Date.parse(wanted) === Date.parse(found);
  return wanted.replace(/(T\d\d:\d\d|^\d\d:\d\d):00$/, '$1') === found;
}

/** A lie that is let through is a promise broken; a true sentence that is stopped is not. */
export function judgeGuard({ say, expect, ...one }: GuardCase): Fault[] {
  const { allowed } = probeGuard({ ...one, say });
  if (allowed === expect.allowed) return [];
  return [{ kind: allowed ? 'promise' : 'state', text: `"${say}": ${allowed ? 'let through' : 'stopped'}` }];
}

export function judgeEmergency(one: EmergencyCase): Fault[] {
  const { id, text } = one;
  const answer = probeEmergency({ id, text });
  const given = one['expect'] ?? one['emergency'];
  const wanted = typeof given === 'object' && given !== null ? (given as { emergency?: unknown }).emergency : given;
  if (answer.emergency === wanted) return [];
  // A missed emergency is a promise broken; a false alarm is not.
  return [
    { kind: wanted === true ? 'promise' : 'state', text: `"${text}": ${wanted === true ? 'missed' : 'false alarm'}` },
  ];
}

/** `expect.specialty`, or one of `expect.also`; null is nobody, or several to choose from. */
export function judgeSpecialty(one: SpecialtyCase): Fault[] {
  const { id, lang, text, specialties } = one;
  const { specialty, candidates } = probeSpecialty({ id, lang, text, specialties });
  const { specialty: wanted = null, also = [] } = (one['expect'] ?? {}) as {
    specialty?: string | null;
    also?: (string | null)[];
  };
  if ([wanted, ...also].includes(specialty)) return [];
  const answered = specialty ?? `nobody (${candidates.join(', ')})`;
  return [{ kind: 'state', text: `"${text}": ${answered}, not ${wanted ?? 'nobody'}` }];
}
