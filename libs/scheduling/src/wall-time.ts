import { Temporal } from 'temporal-polyfill';

const MINUTE_MS = 60_000;

/** RFC 3339 with the offset that holds in `timezone` then: "2027-05-04T14:30:00-04:00". */
export function rfc3339(instant: Date, timezone: string): string {
  const at = instant.getTime();
  const offset = offsetMinutes(at, timezone);
  const wall = new Date(at + offset * MINUTE_MS).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${wall}${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
}

/** Zone → the spans between its changes that were asked for. Every slot shown is formatted, and a zone's rules are slow to ask. */
const spans = new Map<string, OffsetSpan[]>();

function offsetMinutes(at: number, timezone: string): number {
  const known = spans.get(timezone) ?? [];
  const found = known.find((span) => span.from <= at && at < span.until);
  if (found !== undefined) return found.minutes;
  // One past the instant: a change at the very instant is the one that began this span.
  const zoned = Temporal.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(timezone);
  const span = {
    from: zoned.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    minutes: Math.round(zoned.offsetNanoseconds / 60e9),
  };
  spans.set(timezone, [...known, span]);
  return span.minutes;
}

/**
 * The instant of a wall time (YYYY-MM-DDTHH:mm) in a zone. Said twice on the day clocks go back, it is the first one;
 * undefined when clocks jump over it.
 */
export function instantOf(local: string, timezone: string): Date | undefined {
  const wall = Temporal.PlainDateTime.from(local);
  const zoned = wall.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : undefined;
}

/** The calendar day (YYYY-MM-DD) that `instant` falls on in `timezone`. */
export function dayOf(instant: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** ISO 8601: 1 is Monday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function isTimezone(timezone: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(timezone).timeZoneId !== '';
  } catch {
    return false;
  }
}
