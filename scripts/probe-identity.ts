import { readFileSync } from 'node:fs';
import type { SpeechContext } from '@clinicall/language';
import { nearestPatient } from '@clinicall/scheduling';

interface Patient {
  readonly name: string;
  readonly dob: string;
  readonly phone: string;
}

/** One line of `probe:identity`: n-best hypotheses; likeliest first. */
interface IdentityQuestion {
  readonly id: string;
  readonly lang?: string;
  readonly names?: readonly string[];
  readonly dobs?: readonly string[];
}

/** @param file CSV with the columns name, dob (YYYY-MM-DD) and phone, in any order. */
export function identityProbe(file: string): (question: IdentityQuestion) => unknown {
  const roster = readRoster(readFileSync(file, 'utf8'));
  return ({ id, lang = 'en', names = [], dobs = [] }) => {
    const patient = nearestPatient({ names, dobs }, roster, speechOf(lang));
    return patient === null
      ? { id, patient: null }
      : { id, patient: patient.name, dob: patient.dob, phone: patient.phone };
  };
}

function speechOf(lang: string): SpeechContext {
  const spanish = lang.toLowerCase().startsWith('es');
  const country = /[-_]([A-Za-z]{2})$/.exec(lang)?.[1]?.toUpperCase() ?? 'US';
  return { now: new Date().toISOString(), timezone: 'UTC', language: spanish ? 'es' : 'en', country };
}

function readRoster(csv: string): Patient[] {
  const [head = [], ...rows] = csv
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const column = (name: string): number => {
    const at = head.findIndex((cell) => cell.trim().toLowerCase() === name);
    if (at < 0) throw new Error(`The patients' file has no column "${name}".`);
    return at;
  };
  const [name, dob, phone] = [column('name'), column('dob'), column('phone')];
  return rows.map((row) => ({ name: row[name] ?? '', dob: (row[dob] ?? '').trim(), phone: (row[phone] ?? '').trim() }));
}

/** RFC 4180: a cell in quotes may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
