import { understandWhen } from './dates/understand-when';
import { detectEmergency } from './emergencies/detect-emergency';
import { findSpecialty } from './specialties';
import { languageOf, type SpeechContext } from './speech-context';

export interface DateProbe {
  id: string;
  /** en, en-US, en-GB, es, es-US, es-ES */
  lang: string;
  text: string;
  /** Instant, UTC. */
  now: string;
  /** IANA zone. */
  tz: string;
}

/** The answer line of `probe:date`; `ambiguous` without anything else means that the words say nothing about time. */
export function probeDate(line: DateProbe): Record<string, unknown> {
  const when = understandWhen(line.text, probeSpeech(line));
  if (when === null) return { id: line.id, ambiguous: true, why: 'vague' };
  const { dailyFrom, dailyTo, ...rest } = when;
  return { id: line.id, ...(dailyFrom ? { from: dailyFrom } : {}), ...(dailyTo ? { to: dailyTo } : {}), ...rest };
}

export function probeEmergency(line: { id: string; text: string }): { id: string; emergency: boolean; kind?: string } {
  return { id: line.id, ...detectEmergency(line.text) };
}

export function probeSpecialty(line: { id: string; lang: string; text: string; specialties: string[] }): {
  id: string;
  specialty: string | null;
  candidates: string[];
} {
  return { id: line.id, ...findSpecialty(line.text, line.specialties, languageOf(line.lang.replace('_', '-'))) };
}

/** Who speaks, when and where, as a probe's line tells it. */
export function probeSpeech(line: Pick<DateProbe, 'lang' | 'now' | 'tz'>): SpeechContext {
  const language = languageOf(line.lang.replace('_', '-'));
  return { now: line.now, timezone: line.tz, language, country: countryOf(line) };
}

/** The country of the tag; of a bare language, the one whose clocks the zone keeps. */
function countryOf(line: Pick<DateProbe, 'lang' | 'tz'>): string {
  const tagged = /[-_]([A-Za-z]{2})$/.exec(line.lang)?.[1];
  if (tagged) return tagged.toUpperCase();
  if (line.tz === 'Europe/London' || line.tz === 'Europe/Belfast') return 'GB';
  if (line.tz === 'Europe/Madrid' || line.tz === 'Atlantic/Canary' || line.tz === 'Africa/Ceuta') return 'ES';
  return 'US';
}
