import { Temporal } from 'temporal-polyfill';
import { minutesOf, wallTime } from './clock-times';
import { settlePart } from './parts-of-day';
import type { Day, Moment } from './values';
import type { When, WhyAsk } from './when';
import type { Wish } from './wishes';

type Date = Temporal.PlainDate;

/** Minutes of the day that suit: one time, or bounds; `choices` when a bare six or seven leaves it open. */
interface Hours {
  at?: number;
  from?: number;
  to?: number;
  choices?: number[];
}

/** The days that suit: one, or bounds, or weekdays. */
interface Days {
  date?: Date;
  from?: Date;
  to?: Date;
  weekdays?: number[];
  why?: WhyAsk;
  candidates?: Date[];
}

export function compose(wish: Wish, moment: Moment): When | null {
  const [point] = wish.points;
  if (point)
    return checked(
      {
        date: point.at.toPlainDate().toString(),
        time: point.at.toPlainTime().toString({ smallestUnit: 'minute' }),
        ambiguous: false,
      },
      moment,
    );
  const days = daysOf(wish, moment);
  const hours = hoursOf(wish);
  if (!days && !hours) {
    if (wish.marks.has('earliest')) return { earliest: true, ambiguous: false };
    return wish.marks.has('vague') ? { ambiguous: true, why: 'vague' } : null;
  }
  const when: When = {
    ...written(days ?? {}, hours ?? {}),
    ...(wish.marks.has('earliest') ? { earliest: true } : {}),
    ambiguous: false,
  };
  if (days?.why) {
    const candidates = days.candidates?.map(String);
    return { ...when, ambiguous: true, why: days.why, ...(candidates && candidates.length > 0 ? { candidates } : {}) };
  }
  const past = checked(when, moment);
  if (past.why) return past;
  if (hours?.choices) return eitherHalf(when, hours.choices, moment);
  return past;
}

/** "At six": morning or evening; of today's two the one that has passed is not meant. */
function eitherHalf(when: When, choices: readonly number[], { now, today }: Moment): When {
  const passed = now.hour * 60 + now.minute;
  const ahead = when.date === today.toString() ? choices.filter((minutes) => minutes > passed) : choices;
  if (ahead.length === 1) return { ...when, time: ahead.map(wallTime)[0] };
  return { ...when, ambiguous: true, why: 'am_or_pm', candidates: choices.map(wallTime) };
}

function daysOf(wish: Wish, moment: Moment): Days | undefined {
  const weekdays = weekdaysOf(wish);
  const [day] = wish.days;
  if (day && wish.days.length === 1 && !wish.eitherDay)
    return { ...oneDay(day), ...(weekdays && day.dates.length !== 1 ? { weekdays } : {}) };
  if (wish.days.length > 0) return severalDays(wish);
  const bounds = [...wish.spans, ...wish.bounds];
  const days: Days = {};
  for (const { from, to, why, choices } of bounds) {
    if (from && (!days.from || Temporal.PlainDate.compare(from, days.from) > 0)) days.from = from;
    if (to && (!days.to || Temporal.PlainDate.compare(to, days.to) < 0)) days.to = to;
    if (why) Object.assign(days, { why, candidates: choices });
  }
  if (wish.eitherDay && wish.spans.length > 1)
    days.to = wish.spans.map(({ to }) => to).reduce((a, b) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b));
  const excluded = wish.excepts.flatMap(({ what }) =>
    what.kind === 'day' && what.weekday === undefined ? what.dates : [],
  );
  if (excluded.some((date) => date.equals(days.from ?? moment.today)))
    days.from = (days.from ?? moment.today).add({ days: 1 });
  if (wish.spans.some(({ unit }) => unit === 'year')) days.why ??= 'vague';
  if (weekdays) days.weekdays = weekdays;
  return Object.keys(days).length > 0 ? days : undefined;
}

function oneDay(day: Day): Days {
  return day.why ? { why: day.why, candidates: day.dates } : { date: day.dates[0] };
}

/** "Monday or Thursday": from the first to the last, those weekdays only. */
function severalDays(wish: Wish): Days {
  const asked = wish.days.find((day) => day.why);
  if (asked) return oneDay(asked);
  const dates = wish.days.flatMap((day) => day.dates).sort((a, b) => Temporal.PlainDate.compare(a, b));
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return {};
  const gapless = last.since(first).days < dates.length;
  return {
    from: first,
    to: last.add({ days: 1 }),
    candidates: dates,
    ...(gapless ? {} : { weekdays: [...new Set(dates.map((d) => d.dayOfWeek))].sort() }),
  };
}

function weekdaysOf(wish: Wish): number[] | undefined {
  const wanted = wish.weekdays.flatMap(({ days }) => days);
  const not = wish.excepts.flatMap(({ what }) => {
    if (what.kind === 'weekdays') return what.days;
    if (what.kind === 'span') return what.unit === 'weekend' ? [6, 7] : [];
    return what.kind === 'day' && what.weekday !== undefined ? [what.weekday] : [];
  });
  if (wanted.length === 0 && not.length === 0) return undefined;
  return (wanted.length > 0 ? [...new Set(wanted)].sort() : [1, 2, 3, 4, 5, 6, 7]).filter((day) => !not.includes(day));
}

function hoursOf(wish: Wish): Hours | undefined {
  const half = wish.parts.find((part) => part.half)?.half;
  const clocks = wish.clocks.map((clock) => minutesOf(clock, half));
  const last = clocks.at(-1);
  if (wish.eitherTime && clocks.length > 1) {
    const times = clocks.map(([first = 0, second]) => second ?? first).sort((a, b) => a - b);
    return { from: times[0], to: (times.at(-1) ?? 0) + 30 };
  }
  if (last) return last.length === 1 ? { at: last[0] } : { choices: last };
  const settled = wish.parts.map((part) => settlePart(part, half));
  const open = settled.findIndex((part) => part === undefined);
  if (open >= 0) return { choices: openChoices(wish, open) };
  const parts = settled.filter((part) => part !== undefined);
  for (const { what } of wish.excepts) if (what.kind === 'part') parts.push(opposite(what));
  if (parts.length === 0) return undefined;
  const [froms, tos] = [parts.flatMap((p) => p.from ?? []), parts.flatMap((p) => p.to ?? [])];
  const [low, high] = wish.eitherTime ? [Math.min, Math.max] : [Math.max, Math.min];
  return { ...(froms.length > 0 ? { from: low(...froms) } : {}), ...(tos.length > 0 ? { to: high(...tos) } : {}) };
}

function openChoices(wish: Wish, at: number): number[] {
  const clock = wish.parts[at]?.fromClock ?? wish.parts[at]?.toClock;
  return clock ? minutesOf(clock) : [];
}

/** Not in the morning is from noon on; not in the afternoon is before noon. */
function opposite(part: { from?: number; to?: number; half?: string }): { from?: number; to?: number } {
  return part.half === 'am' ? { from: part.to ?? 720 } : { to: part.from ?? 720 };
}

function written(days: Days, hours: Hours): Omit<When, 'ambiguous'> {
  const when: Omit<When, 'ambiguous'> = {};
  if (days.date) when.date = days.date.toString();
  if (hours.at !== undefined) when.time = wallTime(hours.at);
  if (days.date) {
    if (hours.from !== undefined) when.from = localOf(days.date, hours.from);
    if (hours.to !== undefined) when.to = localOf(days.date, hours.to);
  } else {
    if (days.from) when.from = localOf(days.from, 0);
    if (days.to) when.to = localOf(days.to, 0);
    if (hours.from !== undefined) when.dailyFrom = wallTime(hours.from);
    if (hours.to !== undefined) when.dailyTo = wallTime(hours.to);
  }
  if (days.weekdays) when.weekdays = days.weekdays;
  if (days.candidates && !days.why) when.candidates = days.candidates.map(String);
  return when;
}

function localOf(date: Date, minutes: number): string {
  return `${date.add({ days: Math.floor(minutes / 1440) }).toString()}T${wallTime(minutes % 1440)}`;
}

/** Past, not existing on the clock that day, or, with date and time both exact, the instant. */
function checked(when: When, { now, today, timezone }: Moment): When {
  const past: When = { ...when, ambiguous: true, why: 'past' };
  const before = (local: string) => Temporal.PlainDateTime.compare(Temporal.PlainDateTime.from(local), now) <= 0;
  if (when.date && Temporal.PlainDate.compare(Temporal.PlainDate.from(when.date), today) < 0) return past;
  if (when.to && before(when.to)) return past;
  if (!when.date || !when.time) return when;
  const local = Temporal.PlainDateTime.from(`${when.date}T${when.time}`);
  if (Temporal.PlainDateTime.compare(local, now.round({ smallestUnit: 'minute', roundingMode: 'floor' })) < 0)
    return past;
  // An hour that the clocks skip moves when it is put on the calendar; an hour that comes twice is taken the first time.
  const zoned = local.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) return { ...when, ambiguous: true, why: 'gap' };
  return { ...when, instant: zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }) };
}
