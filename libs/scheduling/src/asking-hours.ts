import { Temporal } from 'temporal-polyfill';

/** Hours of the clinic's wall time in which somebody may be asked about a freed time. */
const FROM_HOUR = 8;
const TO_HOUR = 20;

/** `now` itself inside those hours, else when they begin next. */
export function askingTime(now: Date, timezone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
  if (local.hour >= FROM_HOUR && local.hour < TO_HOUR) return now;
  const day = local.hour < FROM_HOUR ? local : local.add({ days: 1 });
  return new Date(day.withPlainTime({ hour: FROM_HOUR }).epochMilliseconds);
}
