import { foldName, understandDateOfBirth } from '@clinicall/language';
import type { SpeechContext } from '@clinicall/language';
import { fullNameDistance } from './name-match';

/** A patient as far as identification is concerned. */
export interface RosterEntry {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dob: string;
}

/** What a recogniser heard, likeliest first. */
export interface PatientHypotheses {
  readonly names: readonly string[];
  /** In the caller's words or written: "february first nineteen seventy", "1970-02-01". */
  readonly dobs: readonly string[];
}

/** As in name-match.ts: nearer may be the same person, farther is surely somebody else. */
const PLAUSIBLE = 0.25;
const FOREIGN = 0.45;

/**
 * The one patient of the roster that some of these hypotheses mean together: a birth date that is exactly theirs and a full name
 * that is nearly so. Nobody when two could be meant and no name is exactly one of them: the wrong patient is worse than none.
 */
export function nearestPatient<T extends RosterEntry>(
  heard: PatientHypotheses,
  roster: readonly T[],
  speech: SpeechContext,
): T | null {
  const dates = new Set(heard.dobs.flatMap((words) => birthDates(words, speech)));
  const ranked = roster
    .filter((one) => dates.has(one.dob))
    .map((one) => ({ one, distance: Math.min(1, ...heard.names.map((name) => fullNameDistance(name, one.name))) }))
    .filter(({ distance }) => distance <= FOREIGN)
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance > PLAUSIBLE) return null;
  if (second === undefined) return best.one;
  const exact = heard.names.some((name) => foldName(name) === foldName(best.one.name));
  // With dates that disagree, or names that both fit, only a name said exactly and by far the nearest decides.
  return exact && second.distance > PLAUSIBLE ? best.one : null;
}

/** Recognisers part "veintinueve". */
const mended = (words: string): string => words.replace(/\bveinti (?=\p{L})/giu, 'veinti');

function birthDates(words: string, speech: SpeechContext): readonly string[] {
  if (/^\d{4}-\d\d-\d\d$/.test(words.trim())) return [words.trim()];
  const understood = understandDateOfBirth(mended(words), speech);
  if (understood.ok) return [understood.date];
  if (understood.candidates !== undefined) return understood.candidates;
  // Who spells the name in English may give the date in Spanish.
  const other = understandDateOfBirth(mended(words), { ...speech, language: speech.language === 'es' ? 'en' : 'es' });
  return other.ok ? [other.date] : [];
}
