import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered';

interface LocalTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Since midnight, by the clock on the wall. */
  readonly minute: number;
}

const zoned = remembered((text): Temporal.ZonedDateTime => {
  const [instant = '', timezone = ''] = text.split(' ');
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timezone);
}, 200);

/** What one turn, in which the clock stands still, asks again and again. @param instant RFC 3339. @throws RangeError. */
export function zonedTime(instant: string, timezone: string): Temporal.ZonedDateTime {
  return zoned(`${instant} ${timezone}`);
}

const read = remembered((text): LocalTime => {
  const local = zoned(text);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
});

/** @param instant RFC 3339. @param timezone IANA name. @throws RangeError when either is none. */
export function localTime(instant: string, timezone: string): LocalTime {
  return read(`${instant} ${timezone}`);
}
