import { Temporal } from 'temporal-polyfill';
import { countOf, type Day, type Meaning, type Moment } from './values';

function dateOf(year: number, month: number, day: number, { today }: Moment): Temporal.PlainDate | undefined {
  const full = (whole: number) => {
    try {
      return Temporal.PlainDate.from({ year: whole, month, day }, { overflow: 'reject' });
    } catch {
      return undefined;
    }
  };
  if (year >= 100) return full(year);
  const recent = full(2000 + year);
  return recent && Temporal.PlainDate.compare(recent, today) <= 0 ? recent : full(1900 + year);
}

/** Month in words, day and year. */
export const named: Meaning = (c, moment) => {
  const date = dateOf(countOf(c, 'y'), countOf(c, 'month'), countOf(c, 'dom'), moment);
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
};

/** Three numbers: two for the day and the month, then the year. */
export const numeric: Meaning = (c, moment) => inOrder(countOf(c, 'a'), countOf(c, 'b'), countOf(c, 'y'), moment);

/** "2/1/1970" in the country's order; where both are usual, both. */
export function inOrder(a: number, b: number, year: number, moment: Moment): Day {
  const [monthFirst, dayFirst] = [dateOf(year, a, b, moment), dateOf(year, b, a, moment)];
  const [likely, other] = moment.numericOrder === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (likely && other && moment.numericOrder === 'either' && a !== b)
    return { kind: 'day', dates: [likely, other], why: 'day_or_month' };
  const date = likely ?? other;
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
}

export function inIsoOrder(year: number, month: number, dayOfMonth: number, moment: Moment): Day {
  const date = dateOf(year, month, dayOfMonth, moment);
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
}
