import { Temporal } from 'temporal-polyfill';
import type { SpeechContext } from '../speech-context';

export type DateOfBirth =
  | { ok: true; date: string }
  | { ok: false; reason: 'missing' | 'ambiguous' | 'impossible' | 'future'; candidates?: string[] };

/** First version: 1970-02-01, 2/1/1970, Feb 1 1970. */
export function understandDateOfBirth(text: string, context: SpeechContext): DateOfBirth {
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const numeric = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
  const monthFirst = context.country === 'US' && context.language === 'en';
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : numeric
      ? monthFirst
        ? [numeric[3], numeric[1], numeric[2]]
        : [numeric[3], numeric[2], numeric[1]]
      : undefined;
  const [year, month, day] = (parts ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return { ok: false, reason: 'missing' };
  try {
    return { ok: true, date: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    return { ok: false, reason: 'impossible' };
  }
}
