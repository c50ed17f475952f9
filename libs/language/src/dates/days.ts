import { Temporal } from 'temporal-polyfill';
import { namedMonth, week } from './spans';
import { countOf, taken, type Day, type Meaning, type Moment, type Span } from './values';

type Date = Temporal.PlainDate;

export const exactly = (date: Date): Day => ({ kind: 'day', dates: [date] });
const asked = (why: NonNullable<Day['why']>, ...dates: Date[]): Day => ({ kind: 'day', dates, why });

/** Today and so many days on. */
export const ahead =
  (days: number): Meaning =>
  (_, moment) =>
    exactly(moment.today.add({ days }));

/** "in three days", "two weeks from today"; with a captured day as its start, or today. */
export const later =
  (unit: 'days' | 'weeks' | 'months' | 'years', fixed?: number, sign = 1): Meaning =>
  (c, moment) => {
    const n = (fixed ?? countOf(c)) * sign;
    const start = c.day ? taken(c, 'day', 'day') : exactly(moment.today);
    return { ...start, dates: start.dates.map((date) => date.add({ [unit]: n })), weekday: undefined };
  };

const nextTo = (weekday: number, today: Date): number => (weekday - today.dayOfWeek + 7) % 7;

/** "Friday": the next one to come; said on a Friday, in seven days. */
export const weekday: Meaning = (c, { today }) => {
  const n = countOf(c, 'weekday');
  return { ...exactly(today.add({ days: nextTo(n, today) || 7 })), weekday: n };
};

/** "this Friday": today counts. */
export const thisWeekday: Meaning = (c, { today }) => {
  const n = countOf(c, 'weekday');
  return { ...exactly(today.add({ days: nextTo(n, today) })), weekday: n };
};

/** "next Friday": asked back while this week's is still ahead. Weeks begin on Monday. */
export const nextWeekday: Meaning = (c, { today }) => nextOf(countOf(c, 'weekday'), today, 0);

/** "the Friday after next": a week after whatever "next Friday" is. */
export const weekdayAfterNext: Meaning = (c, { today }) => nextOf(countOf(c, 'weekday'), today, 7);

function nextOf(n: number, today: Date, more: number): Day {
  const first = today.add({ days: (nextTo(n, today) || 7) + more });
  const day = n > today.dayOfWeek ? asked('which_week', first, first.add({ days: 7 })) : exactly(first);
  return { ...day, weekday: n };
}

export const lastWeekday: Meaning = (c, { today }) =>
  exactly(today.subtract({ days: 7 - nextTo(countOf(c, 'weekday'), today) }));

/** "a week on Monday", "Monday week", "two weeks from Thursday". */
export const weekdayAndWeeks =
  (weeks?: number): Meaning =>
  (c, { today }) =>
    exactly(today.add({ days: (nextTo(countOf(c, 'weekday'), today) || 7) + 7 * (weeks ?? countOf(c)) }));

/** "two Fridays from now": the second of them to come. */
export const weekdaysOn =
  (n: number): Meaning =>
  (c, { today }) =>
    exactly(today.add({ days: (nextTo(n, today) || 7) + 7 * (countOf(c) - 1) }));

/** The weekday after a day, not the day itself: "the Monday after Easter". */
export const weekdayAfter: Meaning = (c) => {
  const n = countOf(c, 'weekday');
  const day = taken(c, 'day', 'day');
  return { ...day, dates: day.dates.map((date) => date.add({ days: nextTo(n, date) || 7 })), weekday: undefined };
};

/** "the Monday after Easter week". */
export const weekdayAfterSpan: Meaning = (c) => {
  const last = taken(c, 'span', 'span').to.subtract({ days: 1 });
  return exactly(last.add({ days: nextTo(countOf(c, 'weekday'), last) || 7 }));
};

export const weekdayBefore: Meaning = (c) => {
  const n = countOf(c, 'weekday');
  const day = taken(c, 'day', 'day');
  return { ...day, dates: day.dates.map((date) => date.subtract({ days: 7 - nextTo(n, date) })), weekday: undefined };
};

/** "Tuesday next week", "the Friday of that week". */
export const weekdayOf: Meaning = (c) => weekdayIn(countOf(c, 'weekday'), taken(c, 'span', 'span'));

/** "The Wednesday in two weeks": of the week that is so many on. */
export const weekdayInWeeks: Meaning = (c, moment) => {
  const span = week()(c, moment);
  return span && weekdayOf({ ...c, span }, moment);
};

export function weekdayIn(n: number, span: Span): Day | undefined {
  if (span.unit !== 'week' && span.unit !== 'weekend') return undefined;
  const monday = span.start.subtract({ days: span.start.dayOfWeek - 1 });
  return { ...exactly(monday.add({ days: n - 1 })), week: span };
}

function dateOf(year: number, month: number, day: number): Date | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** "May 4", "the 4th of May 2027": without a year the next to come. */
export const monthDay: Meaning = (c, moment) =>
  calendarDay(moment.today, countOf(c, 'month'), countOf(c, 'dom'), c.year ? countOf(c, 'year') : undefined);

/** "El cinco del diez", "the third of the twelfth": the month by its number. */
export const numberedMonth: Meaning = (c, moment) => (countOf(c, 'month') > 12 ? undefined : monthDay(c, moment));

function calendarDay(today: Date, month: number, day: number, year?: number): Day {
  const passed = dateOf(today.year, month, day);
  const over =
    month < today.month ||
    (month === today.month && (passed ? Temporal.PlainDate.compare(passed, today) < 0 : day < today.day));
  const date = dateOf(year ?? (over ? today.year + 1 : today.year), month, day);
  return date ? exactly(date) : asked('nonexistent');
}

/** "the seventeenth": the next one to come, in the next month that has such a day. */
export const dayOfMonth: Meaning = (c, { today }) => {
  const n = countOf(c, 'dom');
  for (let months = 0; months < 3; months++) {
    const month = today.with({ day: 1 }).add({ months });
    const date = dateOf(month.year, month.month, n);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return exactly(date);
  }
  return asked('nonexistent');
};

/** "the 17th of next month". */
export const dayOfSpan: Meaning = (c) => {
  const span = taken(c, 'span', 'span');
  if (span.unit !== 'month') return undefined;
  const date = dateOf(span.start.year, span.start.month, countOf(c, 'dom'));
  return date ? exactly(date) : asked('nonexistent');
};

export const firstDayOf: Meaning = (c) => exactly(taken(c, 'span', 'span').start);

export const lastDayOf: Meaning = (c) => exactly(taken(c, 'span', 'span').to.subtract({ days: 1 }));

/** "the first Monday in April", "the last Friday of the month"; nth -1 is the last. When it is over: a year, or a month, on. */
export const nthWeekday: Meaning = (c, moment) => {
  const whole = c.month ? namedMonth(c, moment) : c.span;
  if (whole?.kind !== 'span' || whole.unit !== 'month') return undefined;
  const inMonth = (start: Date) => nth(start, countOf(c, 'weekday'), countOf(c, 'nth'));
  const found = inMonth(whole.start);
  if (!found) return asked('nonexistent');
  if (Temporal.PlainDate.compare(found, moment.today) >= 0) return exactly(found);
  return exactly(inMonth(whole.start.add(c.month ? { years: 1 } : { months: 1 })) ?? found);
};

export function nth(month: Date, day: number, n: number): Date | undefined {
  const first = month.with({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const date =
    n > 0
      ? first.add({ days: nextTo(day, first) + 7 * (n - 1) })
      : last.subtract({ days: (last.dayOfWeek - day + 7) % 7 });
  return date.month === first.month ? date : undefined;
}

/** "Monday, May 5": both must agree; otherwise it is asked back with the date and the Monday nearest to it. */
export const weekdayAndDate: Meaning = (c, { today }) => {
  const n = countOf(c, 'weekday');
  const day = taken(c, 'day', 'day');
  const agreeing = day.dates.find((date) => date.dayOfWeek === n);
  if (agreeing) return exactly(agreeing);
  const [date] = day.dates;
  return date ? asked('nonexistent', ...nearby(date, n, today)) : day;
};

/** "Monday the fifth": of this month or the next, whichever agrees. */
export const weekdayAndDayOfMonth: Meaning = (c, moment) => {
  const first = dayOfMonth(c, moment);
  const n = countOf(c, 'weekday');
  const [date] = first?.kind === 'day' ? first.dates : [];
  if (!date) return first;
  const following = date.add({ months: 1 });
  if (date.dayOfWeek !== n && following.day === date.day && following.dayOfWeek === n) return exactly(following);
  return weekdayAndDate({ ...c, day: exactly(date) }, moment);
};

function nearby(date: Date, weekdayNumber: number, today: Date): Date[] {
  const forward = nextTo(weekdayNumber, date);
  const near = date.add({ days: forward > 3 ? forward - 7 : forward });
  return [date, near]
    .filter((d) => Temporal.PlainDate.compare(d, today) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a, b));
}

/** "5/6", "5/6/27", "2027-05-06": in the order of the country; where both are usual it is asked back unless one order alone makes a date. */
export function writtenDate(parts: readonly number[], moment: Moment): Day {
  const [a = 0, b = 0, c] = parts;
  if (a > 31) return calendarDay(moment.today, b, c ?? 0, a);
  const year = c === undefined ? undefined : c < 100 ? 2000 + c : c;
  const [monthFirst, dayFirst] = [calendarDay(moment.today, a, b, year), calendarDay(moment.today, b, a, year)];
  const [likely, other] = moment.numericOrder === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (likely.why) return other;
  if (moment.numericOrder === 'either' && !other.why && a !== b)
    return asked('day_or_month', ...likely.dates, ...other.dates);
  return likely;
}
