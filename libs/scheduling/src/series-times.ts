import { Temporal } from 'temporal-polyfill';
import { instantOf } from './wall-time';

/** Every `interval` weeks or months. */
export interface Every {
  readonly unit: 'weeks' | 'months';
  readonly interval: number;
}

export interface SeriesTime {
  /** YYYY-MM-DDTHH:mm in the clinic's wall time. */
  readonly wall: string;
  /** Undefined when clocks jump over that wall time. */
  readonly at: Date | undefined;
}

/**
 * The times of a repeating visit: the first one's wall time again, across changes of the clocks. In a month that is too
 * short it is the month's last day.
 */
export function seriesTimes(first: Date, every: Every, count: number, timezone: string): SeriesTime[] {
  const start = Temporal.Instant.fromEpochMilliseconds(first.getTime()).toZonedDateTimeISO(timezone).toPlainDateTime();
  return Array.from({ length: count }, (_one, index) => {
    const wall = start.add({ [every.unit]: every.interval * index }).toString({ smallestUnit: 'minute' });
    return { wall, at: index === 0 ? first : instantOf(wall, timezone) };
  });
}
