import type { Temporal } from 'temporal-polyfill';
import type { WhyAsk } from './when';

/** When and where it is said. */
export interface Moment {
  now: Temporal.PlainDateTime;
  today: Temporal.PlainDate;
  timezone: string;
  country: string;
  /** How "5/6" is read: a country's custom, or "either" where both are in use. */
  numericOrder: 'month-first' | 'day-first' | 'either';
}

/** One day, or what it could be (`why` says what is wrong with it). */
export interface Day {
  kind: 'day';
  dates: Temporal.PlainDate[];
  why?: WhyAsk;
  /** Set when it was named by its weekday alone, so that "Friday" and "next week" can be put together. */
  weekday?: number;
  /** The week it was put in: in "Monday or Tuesday of next week" it is Monday's as well. */
  week?: Span;
}

/** Several days, `to` exclusive. `start` is where its week or month begins even when `from` is today. */
export interface Span {
  kind: 'span';
  unit: 'week' | 'weekend' | 'month' | 'year' | 'days';
  start: Temporal.PlainDate;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  why?: WhyAsk;
  choices?: Temporal.PlainDate[];
  /** The end of "from Tuesday to Thursday". */
  last?: Day;
}

/** A time as said: hour 0 to 23; `half` or `exact` when it is certain which half of the day. */
export interface Clock {
  kind: 'clock';
  hour: number;
  minute: number;
  half?: 'am' | 'pm';
  exact?: boolean;
}

/** A part of the day in minutes since midnight; an open side is absent. */
export interface Part {
  kind: 'part';
  from?: number;
  to?: number;
  half?: 'am' | 'pm' | 'night';
  fromClock?: Clock;
  toClock?: Clock;
}

/** From a day (inclusive) and up to a day (exclusive), either may be open. */
export interface DayBound {
  kind: 'dayBound';
  from?: Temporal.PlainDate;
  to?: Temporal.PlainDate;
  why?: WhyAsk;
  choices?: Temporal.PlainDate[];
}

/** ISO weekdays that suit, whatever the week. */
export interface Weekdays {
  kind: 'weekdays';
  days: number[];
}

export interface Except {
  kind: 'except';
  what: Day | Weekdays | Part | Span;
}

/** An exact point on the clock and calendar: "in two hours". */
export interface Point {
  kind: 'point';
  at: Temporal.PlainDateTime;
}

export interface Mark {
  kind: 'mark';
  mark: 'vague' | 'earliest' | 'correction' | 'or' | 'move';
}

export interface Count {
  kind: 'count';
  n: number;
}

/** Two things said in one breath: "tonight" is today and the evening. */
export interface Both {
  kind: 'both';
  items: Value[];
}

export type Value = Day | Span | Clock | Part | DayBound | Weekdays | Except | Point | Mark | Count | Both;

export type Captures = Readonly<Record<string, Value>>;

/** What a pattern means; undefined when, after all, it means nothing ("25 past 40"). */
export type Meaning = (captures: Captures, moment: Moment) => Value | undefined;

/** The captured value of that kind. A pattern whose meaning asks for what it does not capture is a mistake in the grammar. */
export function taken<K extends Value['kind']>(captures: Captures, name: string, kind: K): Extract<Value, { kind: K }> {
  const value = captures[name];
  if (value?.kind !== kind) throw new Error(`The pattern captures no ${kind} as ${name}`);
  return value as Extract<Value, { kind: K }>;
}

export function countOf(captures: Captures, name = 'n'): number {
  return taken(captures, name, 'count').n;
}
