import { Temporal } from 'temporal-polyfill';

/** RFC 3339 with the offset that holds in `timezone` then: "2027-05-04T14:30:00-04:00". */
export function rfc3339(instant: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({
    timeZone: timezone,
    smallestUnit: 'second',
  });
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
