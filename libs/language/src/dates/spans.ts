import { Temporal } from 'temporal-polyfill';
import { countOf, taken, type Meaning, type Moment, type Span } from './values';

type Date = Temporal.PlainDate;

const mondayOf = (date: Date): Date => date.subtract({ days: date.dayOfWeek - 1 });

function span(unit: Span['unit'], start: Date, to: Date, today: Date): Span {
  const from =
    Temporal.PlainDate.compare(start, today) < 0 && Temporal.PlainDate.compare(to, today) > 0 ? today : start;
  return { kind: 'span', unit, start, from, to };
}

/** "this week" is what is left of it; 1 is next week, 2 the week after next. */
export const week =
  (ahead?: number): Meaning =>
  (c, { today }) => {
    const start = mondayOf(today).add({ weeks: ahead ?? countOf(c) });
    return span('week', start, start.add({ weeks: 1 }), today);
  };

/** "the week of the tenth", "the week after Easter". */
export const weekOf =
  (ahead: number): Meaning =>
  (c, { today }) => {
    const [date] = taken(c, 'day', 'day').dates;
    if (!date) return undefined;
    const start = mondayOf(date).add({ weeks: ahead });
    return span('week', start, start.add({ weeks: 1 }), today);
  };

/** "the weekend": Saturday and Sunday of this week; "next weekend" is asked back while this one is still ahead. */
export const weekend =
  (which: 'this' | 'next' | 'after'): Meaning =>
  (_, { today }) => {
    const saturday = mondayOf(today).add({ days: 5 });
    const at = (weeks: number) => span('weekend', saturday.add({ weeks }), saturday.add({ weeks, days: 2 }), today);
    if (which === 'this') return at(0);
    if (which === 'after') return at(2);
    if (today.dayOfWeek >= 6) return at(1);
    return { ...at(0), why: 'which_week', choices: [saturday, saturday.add({ weeks: 1 })] };
  };

export const month =
  (ahead: number): Meaning =>
  (_, { today }) => {
    const start = today.with({ day: 1 }).add({ months: ahead });
    return span('month', start, start.add({ months: 1 }), today);
  };

/** "in June", "June 2028": without a year the one now running or next to come. */
export const namedMonth: Meaning = (c, { today }) => {
  const n = countOf(c, 'month');
  const year = c.year ? countOf(c, 'year') : today.year + (n < today.month ? 1 : 0);
  const start = Temporal.PlainDate.from({ year, month: n, day: 1 });
  return span('month', start, start.add({ months: 1 }), today);
};

export const year =
  (ahead: number): Meaning =>
  (_, { today }) => {
    const start = Temporal.PlainDate.from({ year: today.year + ahead, month: 1, day: 1 });
    return span('year', start, start.add({ years: 1 }), today);
  };

/** The beginning, middle or end of a week, month or year. */
export const portion =
  (which: 'early' | 'mid' | 'late'): Meaning =>
  (c, moment) =>
    portionOf(taken(c, 'span', 'span'), which, moment);

function portionOf(whole: Span, which: 'early' | 'mid' | 'late', { today }: Moment): Span | undefined {
  const { start, to } = whole;
  const cut = (from: Date, until: Date) => span('days', from, until, today);
  if (whole.unit === 'week') {
    if (which === 'early') return cut(start, start.add({ days: 2 }));
    return which === 'mid' ? cut(start.add({ days: 1 }), start.add({ days: 4 })) : cut(start.add({ days: 3 }), to);
  }
  if (whole.unit === 'month') {
    if (which === 'early') return cut(start, start.add({ days: 10 }));
    return which === 'mid' ? cut(start.add({ days: 10 }), start.add({ days: 20 })) : cut(to.subtract({ days: 7 }), to);
  }
  if (whole.unit === 'year') {
    if (which === 'early') return cut(start, start.add({ months: 2 }));
    return which === 'mid'
      ? cut(start.add({ months: 5 }), start.add({ months: 7 }))
      : cut(to.subtract({ months: 1 }), to);
  }
  return undefined;
}

/** "the first week of June": seven days from the first; "the last": the last seven. */
export const nthWeekOf: Meaning = (c, { today }) => {
  const whole = taken(c, 'span', 'span');
  const n = countOf(c, 'nth');
  if (whole.unit !== 'month') return undefined;
  const start = n > 0 ? whole.start.add({ days: 7 * (n - 1) }) : whole.to.subtract({ days: 7 });
  return span('week', start, start.add({ days: 7 }), today);
};

/** "later this week": from tomorrow to its end; "later in June": its end. */
export const restOf: Meaning = (c, moment) => {
  const whole = taken(c, 'span', 'span');
  const tomorrow = moment.today.add({ days: 1 });
  const running = whole.from.equals(moment.today) && Temporal.PlainDate.compare(tomorrow, whole.to) < 0;
  return running ? span('days', tomorrow, whole.to, moment.today) : portionOf(whole, 'late', moment);
};

export const weekendAfter: Meaning = (c, { today }) => {
  const [date] = taken(c, 'day', 'day').dates;
  const start = date?.add({ days: (6 - date.dayOfWeek + 7) % 7 || 7 });
  return start && span('weekend', start, start.add({ days: 2 }), today);
};

/** "in the next two weeks", "within ten days": from today. */
export const within =
  (unit: 'days' | 'weeks' | 'months', fixed?: number): Meaning =>
  (c, { today }) =>
    span('days', today, today.add({ [unit]: fixed ?? countOf(c) }).add({ days: 1 }), today);

/** "tomorrow or the day after". */
export const daysFromTo =
  (first: number, last: number): Meaning =>
  (_, { today }) =>
    span('days', today.add({ days: first }), today.add({ days: last + 1 }), today);

/** Two or three days taken together: "today or tomorrow", "Monday through Wednesday". The second follows the first. */
export const fromDayToDay: Meaning = (c, { today }) => {
  const [first] = taken(c, 'a', 'day').dates;
  const end = taken(c, 'b', 'day');
  let [last] = end.dates;
  if (!first || !last) return undefined;
  if (Temporal.PlainDate.compare(last, first) < 0) {
    if (end.weekday === undefined) return undefined;
    last = first.add({ days: (end.weekday - first.dayOfWeek + 7) % 7 });
  }
  return { ...span('days', first, last.add({ days: 1 }), today), last: { kind: 'day', dates: [last] } };
};

/** "the 10th to the 15th of May". */
export const fromDayOfMonthToDay: Meaning = (c, moment) =>
  fromDayToDayOfMonth({ ...c, dom: { kind: 'count', n: countOf(c, 'a') } }, moment);

/** "between the 10th and the 15th": of the month to come. */
export const fromDayOfMonthToDayOfMonth: Meaning = (c, { today }) => {
  const [a, b] = [countOf(c, 'dom'), countOf(c, 'last')];
  const start = today.with({ day: 1 }).add({ months: b < today.day ? 1 : 0 });
  if (a > b || b > start.daysInMonth) return undefined;
  return span('days', start.with({ day: a }), start.with({ day: b }).add({ days: 1 }), today);
};

/** "May 10 to 15", "del 10 al 15 de mayo". */
export const fromDayToDayOfMonth: Meaning = (c, { today }) => {
  const [known] = taken(c, 'day', 'day').dates;
  const other = countOf(c, 'dom');
  if (!known || other > known.daysInMonth) return undefined;
  const days = [known, known.with({ day: other })].sort((a, b) => Temporal.PlainDate.compare(a, b));
  const [first, last] = days;
  return first && last ? span('days', first, last.add({ days: 1 }), today) : undefined;
};
