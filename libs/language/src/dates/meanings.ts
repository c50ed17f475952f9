import { named, numeric } from './birth-dates';
import * as b from './bounds';
import * as c from './clock-times';
import * as d from './days';
import { holiday, holidays } from './holidays';
import * as m from './marks';
import * as p from './parts-of-day';
import * as s from './spans';
import { countOf, type Mark, type Meaning } from './values';

/** What a pattern can mean, as it is written in a language's `dates.json`: a name, then its arguments: "ahead 1", "part morning". */
const plain: Readonly<Record<string, Meaning>> = {
  weekday: d.weekday,
  thisWeekday: d.thisWeekday,
  nextWeekday: d.nextWeekday,
  weekdayAfterNext: d.weekdayAfterNext,
  lastWeekday: d.lastWeekday,
  weekdayOf: d.weekdayOf,
  weekdayAfter: d.weekdayAfter,
  weekdayBefore: d.weekdayBefore,
  weekdayAndDate: d.weekdayAndDate,
  weekdayAndDayOfMonth: d.weekdayAndDayOfMonth,
  nthWeekday: d.nthWeekday,
  monthDay: d.monthDay,
  dayOfMonth: d.dayOfMonth,
  dayOfSpan: d.dayOfSpan,
  firstDayOf: d.firstDayOf,
  lastDayOf: d.lastDayOf,
  namedMonth: s.namedMonth,
  restOf: s.restOf,
  nthWeekOf: s.nthWeekOf,
  fromDayToDay: s.fromDayToDay,
  fromDayOfMonthToDay: s.fromDayOfMonthToDay,
  fromDayOfMonthToDayOfMonth: s.fromDayOfMonthToDayOfMonth,
  fromDayToDayOfMonth: s.fromDayToDayOfMonth,
  afterDay: b.afterDay,
  fromDay: b.fromDay,
  beforeDay: b.beforeDay,
  untilDay: b.untilDay,
  clock: c.clock,
  minutesPast: c.past(),
  minutesTo: c.to(),
  together: c.together,
  thisTime: c.thisTime,
  notBefore: p.notBefore,
  notAfter: p.notAfter,
  between: p.between,
  laterToday: m.both(d.ahead(0), p.restOfToday),
  except: m.except,
  birthNamed: named,
  birthNumeric: numeric,
};

/** Day and part of it in one breath: "todayPart night", "tomorrowPart morning". */
const dayPart =
  (days: number) =>
  (name: string | undefined): Meaning =>
    m.both(d.ahead(days), p.part(partNamed(name)));

const withArguments: Readonly<Record<string, (...given: (string | undefined)[]) => Meaning>> = {
  said: (name) => c.asSaid(name ?? ''),
  ahead: (days) => d.ahead(whole(days)),
  later: (unit, fixed, sign) =>
    d.later(unitOf(unit), fixed === undefined ? undefined : whole(fixed), sign === 'back' ? -1 : 1),
  back: (unit) => d.later(unitOf(unit), undefined, -1),
  weekdayAndWeeks: (weeks) => d.weekdayAndWeeks(weeks === undefined ? undefined : whole(weeks)),
  week: (ahead) => s.week(whole(ahead)),
  weekOf: (ahead) => s.weekOf(whole(ahead)),
  weekend: (which) => s.weekend(oneOf(which, ['this', 'next', 'after'] as const)),
  month: (ahead) => s.month(whole(ahead)),
  year: (ahead) => s.year(whole(ahead)),
  portion: (which) => s.portion(oneOf(which, ['early', 'mid', 'late'] as const)),
  within: (unit, fixed) =>
    s.within(oneOf(unit, ['days', 'weeks', 'months'] as const), fixed === undefined ? undefined : whole(fixed)),
  daysFromTo: (first, last) => s.daysFromTo(whole(first), whole(last)),
  at: (hour, minute) => c.atTime(whole(hour), whole(minute)),
  past: (minutes) => c.past(whole(minutes)),
  to: (minutes) => c.to(whole(minutes)),
  inHalf: (half) => c.inHalf(oneOf(half, ['am', 'pm'] as const)),
  part: (name) => p.part(partNamed(name)),
  todayPart: dayPart(0),
  tomorrowPart: dayPart(1),
  yesterdayPart: dayPart(-1),
  inTime: (unit, fixed) =>
    m.inTime(oneOf(unit, ['hours', 'minutes'] as const), fixed === undefined ? undefined : whole(fixed)),
  weekdays: (...days) => m.weekdays(...days.map(whole)),
  mark: (what) =>
    m.mark(oneOf(what, ['vague', 'earliest', 'correction', 'or', 'move'] as const satisfies Mark['mark'][])),
  holiday: (name) => holiday(oneOf(name, Object.keys(holidays) as (keyof typeof holidays)[])),
  /** Years in words: what the pattern captured as `two`, after a century. */
  century: (base) => (captured) => ({ kind: 'count', n: whole(base) + (captured.two ? countOf(captured, 'two') : 0) }),
};

/** What a pattern must capture for its meaning, where that is more than nothing. */
const needs: Readonly<Record<string, readonly string[]>> = {
  weekday: ['weekday'],
  thisWeekday: ['weekday'],
  nextWeekday: ['weekday'],
  weekdayAfterNext: ['weekday'],
  lastWeekday: ['weekday'],
  weekdayAndWeeks: ['weekday'],
  weekdayOf: ['weekday', 'span'],
  weekdayAfter: ['weekday', 'day'],
  weekdayBefore: ['weekday', 'day'],
  weekdayAndDate: ['weekday', 'day'],
  weekdayAndDayOfMonth: ['weekday', 'dom'],
  nthWeekday: ['nth', 'weekday'],
  monthDay: ['month', 'dom'],
  dayOfMonth: ['dom'],
  dayOfSpan: ['dom', 'span'],
  firstDayOf: ['span'],
  lastDayOf: ['span'],
  namedMonth: ['month'],
  restOf: ['span'],
  nthWeekOf: ['nth', 'span'],
  weekOf: ['day'],
  portion: ['span'],
  fromDayToDay: ['a', 'b'],
  fromDayOfMonthToDay: ['a', 'day'],
  fromDayOfMonthToDayOfMonth: ['dom', 'last'],
  fromDayToDayOfMonth: ['day', 'dom'],
  clock: ['hour'],
  past: ['hour'],
  to: ['hour'],
  minutesPast: ['hour', 'minute'],
  minutesTo: ['hour', 'minute'],
  together: ['hourminute'],
  inHalf: ['clock'],
  notBefore: ['time'],
  notAfter: ['time'],
  between: ['a', 'b'],
  except: ['what'],
  birthNamed: ['dom', 'month', 'y'],
  birthNumeric: ['a', 'b', 'y'],
  back: ['n'],
};

/** @throws Error for a meaning that there is not, or a pattern that lacks what its meaning is made of. */
export function meaningOf(written: string, pattern: string): Meaning {
  const [name = '', ...given] = written.split(' ');
  const known = plain[name] ?? withArguments[name]?.(...given);
  if (known === undefined) throw new Error(`"${written}" is no meaning`);
  const needed = name === 'said' ? given : (needs[name] ?? []);
  const missing = needed.filter((one) => !new RegExp(`\\{${one}[:}]`).test(pattern));
  if (missing.length > 0) throw new Error(`the pattern "${pattern}" captures no ${missing.join(' and no ')}`);
  return known;
}

function whole(text: string | undefined): number {
  const n = Number(text);
  if (!Number.isInteger(n)) throw new Error(`"${text ?? ''}" is no whole number`);
  return n;
}

function oneOf<T extends string>(text: string | undefined, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error(`"${text ?? ''}" is none of ${known.join(', ')}`);
  return found;
}

const unitOf = (text: string | undefined) => oneOf(text, ['days', 'weeks', 'months', 'years'] as const);

const partNamed = (text: string | undefined) => oneOf(text, Object.keys(p.parts) as (keyof typeof p.parts)[]);
