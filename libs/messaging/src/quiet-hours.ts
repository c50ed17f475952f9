import { Temporal } from 'temporal-polyfill';

/** No text that nobody asked for between these hours of the clinic's wall time (47 CFR 64.1200(c)(1)). */
const QUIET_FROM = 21;
const QUIET_TO = 8;
const HOUR_MS = 3_600_000;

export function isQuiet(instant: Date, timezone: string): boolean {
  const { hour } = local(instant, timezone);
  return hour >= QUIET_FROM || hour < QUIET_TO;
}

/** The end of the quiet hours that `instant` lies in; `instant` itself when it lies in none. */
export function afterQuiet(instant: Date, timezone: string): Date {
  const at = local(instant, timezone);
  if (at.hour >= QUIET_FROM) return morning(at.add({ days: 1 }));
  return at.hour < QUIET_TO ? morning(at) : instant;
}

/**
 * When to remind of a visit: `hours` before it, out of the quiet hours (later, unless the visit would be too near then;
 * else the evening before). Undefined when that moment has passed: a visit booked nearer than that needs no reminder.
 */
export function reminderTime(startsAt: Date, hours: number, now: Date, timezone: string): Date | undefined {
  const wished = new Date(startsAt.getTime() - hours * HOUR_MS);
  if (wished.getTime() <= now.getTime()) return undefined;
  const later = afterQuiet(wished, timezone);
  if (later.getTime() <= startsAt.getTime() - HOUR_MS) return later;
  const earlier = evening(local(wished, timezone));
  return earlier.getTime() > now.getTime() ? earlier : undefined;
}

function local(instant: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
}

function morning(day: Temporal.ZonedDateTime): Date {
  return new Date(day.withPlainTime({ hour: QUIET_TO }).epochMilliseconds);
}

/** The last hour before the quiet that `at` lies in began. */
function evening(at: Temporal.ZonedDateTime): Date {
  const day = at.hour < QUIET_TO ? at.subtract({ days: 1 }) : at;
  return new Date(day.withPlainTime({ hour: QUIET_FROM - 1 }).epochMilliseconds);
}
