import { Temporal } from 'temporal-polyfill';
import { weekdayIn } from './days';
import type { Finding } from './utterance';
import type { Clock, Day, DayBound, Except, Mark, Part, Point, Span, Value, Weekdays } from './values';

/** What an utterance asks for, corrections applied: which days, which times, what not. */
export interface Wish {
  days: Day[];
  spans: Span[];
  bounds: DayBound[];
  weekdays: Weekdays[];
  clocks: Clock[];
  parts: Part[];
  points: Point[];
  excepts: Except[];
  marks: Set<Mark['mark']>;
  /** Days or times were alternatives ("Monday or Tuesday"). */
  eitherDay: boolean;
  eitherTime: boolean;
}

const emptyWish = (): Wish => ({
  days: [],
  spans: [],
  bounds: [],
  weekdays: [],
  clocks: [],
  parts: [],
  points: [],
  excepts: [],
  marks: new Set(),
  eitherDay: false,
  eitherTime: false,
});

/** Reads the findings up to each correction; what comes after replaces what it is about: "tomorrow at three, no, four" keeps tomorrow. */
export function wishOf(findings: readonly Finding[]): Wish {
  let wish = emptyWish();
  let segment: Finding[] = [];
  for (const finding of findings) {
    if (finding.value.kind === 'mark' && finding.value.mark === 'correction') {
      wish = corrected(wish, gathered(segment));
      segment = [];
    } else segment.push(finding);
  }
  return corrected(wish, gathered(segment));
}

function corrected(before: Wish, after: Wish): Wish {
  const newDays = after.days.length + after.spans.length + after.bounds.length + after.weekdays.length > 0;
  const newTimes = after.clocks.length + after.parts.length > 0;
  const daysOf = newDays ? after : before;
  const timesOf = newTimes ? after : before;
  return {
    days: daysOf.days,
    spans: daysOf.spans,
    bounds: daysOf.bounds,
    weekdays: daysOf.weekdays,
    eitherDay: daysOf.eitherDay,
    clocks: timesOf.clocks,
    parts: timesOf.parts,
    eitherTime: timesOf.eitherTime,
    points: after.points.length > 0 ? after.points : newDays || newTimes ? [] : before.points,
    excepts: [...before.excepts, ...after.excepts],
    marks: new Set([...before.marks, ...after.marks]),
  };
}

function gathered(findings: readonly Finding[]): Wish {
  const wish = emptyWish();
  findings.forEach((finding, i) => {
    const joined = isOr(findings[i - 1]?.value) && findings[i - 1]?.end === finding.start;
    const other = joined ? findings[i - 2]?.value.kind : undefined;
    if (other !== undefined && dayKinds.has(other) && dayKinds.has(finding.value.kind)) wish.eitherDay = true;
    if (other !== undefined && timeKinds.has(other) && timeKinds.has(finding.value.kind)) wish.eitherTime = true;
    take(wish, finding.value);
  });
  // "Tomorrow morning or Thursday afternoon".
  if (wish.marks.has('or') && wish.days.length > 1 && wish.parts.length > 1) wish.eitherDay = wish.eitherTime = true;
  return put(wish);
}

const dayKinds = new Set<Value['kind']>(['day', 'span', 'weekdays']);
const timeKinds = new Set<Value['kind']>(['clock', 'part']);
const isOr = (value: Value | undefined) => value?.kind === 'mark' && value.mark === 'or';

function take(wish: Wish, value: Value): void {
  switch (value.kind) {
    case 'day':
      wish.days.push(value);
      break;
    case 'span':
      // "move it from Tuesday to Thursday" wants Thursday, not all days between.
      if (wish.marks.has('move') && value.last) wish.days.push(value.last);
      else wish.spans.push(value);
      break;
    case 'dayBound':
      wish.bounds.push(value);
      break;
    case 'weekdays':
      wish.weekdays.push(value);
      break;
    case 'clock':
      wish.clocks.push(value);
      break;
    case 'part':
      wish.parts.push(value);
      break;
    case 'point':
      wish.points.push(value);
      break;
    case 'except':
      wish.excepts.push(value);
      break;
    case 'mark':
      wish.marks.add(value.mark);
      break;
    case 'count':
    case 'both':
      break;
  }
}

/** Puts together what belongs together: "Friday" and "next week", "Fridays" and "June"; of days that disagree the last was meant. */
function put(wish: Wish): Wish {
  const weeks =
    wish.spans.find((span) => span.unit === 'week' || span.unit === 'weekend') ??
    wish.days.find((day) => day.week)?.week;
  if (weeks) {
    const inWeek = wish.days.map((day) => (day.weekday === undefined ? day : (weekdayIn(day.weekday, weeks) ?? day)));
    if (inWeek.length > 0) return { ...wish, days: settled(inWeek, wish.eitherDay), spans: [] };
  }
  const long = wish.spans.find((span) => span.unit === 'month' || span.unit === 'days');
  const named = wish.days.flatMap((day) => (day.weekday === undefined ? [] : [day.weekday]));
  if (long && named.length > 0 && named.length === wish.days.length && !wish.eitherDay) {
    return { ...wish, days: [], weekdays: [...wish.weekdays, { kind: 'weekdays', days: named }] };
  }
  return {
    ...wish,
    days: settled(wish.days, wish.eitherDay),
    spans: wish.days.length > 0 && !wish.eitherDay ? [] : wish.spans,
  };
}

function settled(days: readonly Day[], either: boolean): Day[] {
  const last = days.at(-1);
  if (days.length < 2 || either || !last) return [...days];
  const agreed = last.dates.find((date) =>
    days.every((day) => day.dates.some((other) => Temporal.PlainDate.compare(date, other) === 0)),
  );
  return [agreed ? { kind: 'day', dates: [agreed] } : last];
}
