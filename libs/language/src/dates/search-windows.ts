import { Temporal } from 'temporal-polyfill';
import { zonedTime } from '../local-time';
import type { SpeechContext } from '../speech-context';
import type { When } from './when';

/** How far ahead a search without an end looks. */
const horizonDays = 60;

/**
 * Where to look for times that suit: UTC instants, `toAt` exclusive, never before now; `dailyFrom`/`dailyTo` are HH:mm local bounds of
 * every day in it, `weekdays` the ISO weekdays that suit. One exact time gives a window that begins there and ends a minute later.
 */
export function searchWindows(
  when: When,
  context: SpeechContext,
): { fromAt: string; toAt: string; dailyFrom?: string; dailyTo?: string; weekdays?: number[] } {
  const now = zonedTime(context.now, context.timezone);
  const instantOf = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(context.timezone);
  let from = now;
  let to = now.toPlainDate().add({ days: horizonDays }).toZonedDateTime(context.timezone);
  if (when.date) {
    from = instantOf(`${when.date}T00:00`);
    to = from.add({ days: 1 });
  }
  if (when.date && when.time) {
    from = instantOf(`${when.date}T${when.time}`);
    to = from.add({ minutes: 1 });
  }
  if (when.from) {
    from = instantOf(when.from);
    if (!when.to && !when.date) to = from.add({ days: horizonDays });
  }
  if (when.to) to = instantOf(lateInSpanish(when.from, when.to, context));
  if (Temporal.ZonedDateTime.compare(from, now) < 0) from = now;
  const daily: { dailyFrom?: string; dailyTo?: string } = {};
  if (when.dailyFrom) daily.dailyFrom = when.dailyFrom;
  if (when.dailyTo) daily.dailyTo = lateInSpanish(when.dailyFrom, when.dailyTo, context);
  if (when.time && !when.date) {
    daily.dailyFrom = when.time;
    daily.dailyTo = Temporal.PlainTime.from(when.time).add({ minutes: 1 }).toString({ smallestUnit: 'minute' });
  }
  return {
    fromAt: from.toInstant().toString(),
    toAt: to.toInstant().toString(),
    ...daily,
    ...(when.weekdays ? { weekdays: when.weekdays } : {}),
  };
}

/** "La tarde" lasts till nine where clinics are open so long; an English afternoon ends at six. Either may be a date's time or a bare one. */
function lateInSpanish(from: string | undefined, to: string, { language }: SpeechContext): string {
  const afternoon = language === 'es' && /(?:^|T)1[2-6]:00$/.test(from ?? '') && /(?:^|T)18:00$/.test(to);
  return afternoon ? to.replace(/18:00$/, '21:00') : to;
}
