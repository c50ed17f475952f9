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
  /** Whether the offset is whole minutes; before 1972 some were not. */
  readonly whole: boolean;
}

/** Zone → the spans between its changes that were asked for. Every slot is made and shown by them, and a zone's rules are slow to ask. */
const spans = new Map<string, OffsetSpan[]>();

function spanAt(at: number, timezone: string): OffsetSpan {
  const known = spans.get(timezone) ?? [];
  const found = known.find((span) => span.from <= at && at < span.until);
  if (found !== undefined) return found;
  // One past the instant: a change at the very instant is the one that began this span.
  const zoned = Temporal.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(timezone);
  const span = {
    from: zoned.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    minutes: Math.round(zoned.offsetNanoseconds / 60e9),
    whole: zoned.offsetNanoseconds % 60e9 === 0,
  };
  spans.set(timezone, [...known, span]);
  return span;
}

function offsetMinutes(at: number, timezone: string): number {
  return spanAt(at, timezone).minutes;
}

/** No offset is larger than 26 hours in any direction of change, so a change farther away than this cannot matter. */
const FAR_MS = 36 * 3_600_000;

/**
 * The instant of a wall time (YYYY-MM-DDTHH:mm) in a zone. Said twice on the day clocks go back, it is the first one;
 * undefined when clocks jump over it.
 */
export function instantOf(local: string, timezone: string): Date | undefined {
  const asUtc = Date.parse(`${local}Z`);
  const span = spanAt(asUtc, timezone);
  // Date.parse takes the 30th of February for the 2nd of March; Temporal refuses it below.
  const exists = new Date(asUtc).getUTCDate() === Number(local.slice(8, 10));
  if (exists && span.whole && span.from + FAR_MS <= asUtc && asUtc < span.until - FAR_MS) {
    return new Date(asUtc - span.minutes * MINUTE_MS);
  }
  const wall = Temporal.PlainDateTime.from(local);
  const zoned = wall.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : undefined;
}

/** Why a wall time is no time: the clock's own jump over it, HH:mm; undefined when it is one. */
export function jumpOver(local: string, timezone: string): { readonly from: string; readonly to: string } | undefined {
  if (instantOf(local, timezone) !== undefined) return undefined;
  const after = Temporal.PlainDateTime.from(local).toZonedDateTime(timezone, { disambiguation: 'later' });
  const change = after.getTimeZoneTransition('previous');
  if (change === null) return undefined;
  const before = change.subtract({ nanoseconds: 1 });
  const length = change.offsetNanoseconds - before.offsetNanoseconds;
  const clock = (at: Temporal.PlainDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });
  const to = change.toPlainDateTime();
  return { from: clock(to.subtract({ nanoseconds: length })), to: clock(to) };
}

/** The wall clock at an instant: the day, and the minute of it. */
export function wallClockOf(instant: Date, timezone: string): { readonly day: string; readonly minute: number } {
  const at = instant.getTime();
  const wall = new Date(at + offsetMinutes(at, timezone) * MINUTE_MS);
  return { day: wall.toISOString().slice(0, 10), minute: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/** When a day begins: at midnight, or at the first time that its clocks show. */
export function startOfDay(day: string, timezone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds);
}

/** The calendar day (YYYY-MM-DD) that `instant` falls on in `timezone`. */
export function dayOf(instant: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString();
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO 8601: 1 is Monday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}
