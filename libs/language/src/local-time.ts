import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered';

interface LocalTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Since midnight, by the clock on the wall. */
  readonly minute: number;
}

const read = remembered((text): LocalTime => {
  const [instant = '', timezone = ''] = text.split(' ');
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
});

/** @param instant RFC 3339. @param timezone IANA name. @throws RangeError when either is none. */
export function localTime(instant: string, timezone: string): LocalTime {
  return read(`${instant} ${timezone}`);
}
