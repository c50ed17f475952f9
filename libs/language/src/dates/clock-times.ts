import { countOf, taken, type Clock, type Meaning, type Part, type Value } from './values';

/** An hour and minutes as named: "three thirty", "4 30", "14:30". */
export const clock: Meaning = (c) => clockOf(countOf(c, 'hour'), c.minute ? countOf(c, 'minute') : 0);

/** "half past two", "ten past three". */
export const past =
  (minutes?: number): Meaning =>
  (c) =>
    clockOf(countOf(c, 'hour'), minutes ?? countOf(c, 'minute'));

/** "quarter to four" is fifteen minutes before it. */
export const to =
  (minutes?: number): Meaning =>
  (c) => {
    const before = minutes ?? countOf(c, 'minute');
    const hour = countOf(c, 'hour');
    if (before <= 0 || before >= 60 || hour > 24) return undefined;
    return clockOf(hour === 1 ? 12 : (hour + 23) % 24, 60 - before);
  };

/** "430", "1430". */
export const together: Meaning = (c) =>
  clockOf(Math.floor(countOf(c, 'hourminute') / 100), countOf(c, 'hourminute') % 100);

/** The same time with its half of the day said. */
export const inHalf =
  (half: 'am' | 'pm'): Meaning =>
  (c) => {
    const time = taken(c, 'clock', 'clock');
    return time.hour > 12 || time.hour === 0 ? { ...time, exact: true } : { ...time, half };
  };

export const atHour = (hour: number): Meaning => atTime(hour, 0);

export const atTime =
  (hour: number, minute: number): Meaning =>
  () => ({ kind: 'clock', hour, minute, exact: true });

/** The time it is now: "this time tomorrow". */
export const thisTime: Meaning = (_, moment) => ({
  kind: 'clock',
  hour: moment.now.hour,
  minute: moment.now.minute,
  exact: true,
});

export const asSaid =
  (name: string): Meaning =>
  (c) =>
    c[name];

function clockOf(hour: number, minute: number): Clock | undefined {
  if (hour > 24 || minute > 59 || minute < 0 || (hour === 24 && minute > 0)) return undefined;
  return hour > 12 || hour === 0
    ? { kind: 'clock', hour: hour % 24, minute, exact: true }
    : { kind: 'clock', hour, minute };
}

/** A token such as "4:30" or "08:00"; a leading nought says that the clock has 24 hours. */
export function writtenClock(word: string, parts: readonly number[]): Value | undefined {
  const time = clockOf(parts[0] ?? 99, parts[1] ?? 99);
  return time && word.startsWith('0') ? { ...time, exact: true } : time;
}

/**
 * Minutes since midnight. The clinic is open from eight to six: a bare one to five is afternoon, eight to eleven morning, twelve
 * noon; a bare six or seven could be either, and gives both.
 */
export function minutesOf(time: Clock, half?: Part['half']): number[] {
  const said = (hour: number) => hour * 60 + time.minute;
  if (time.exact) return [said(time.hour)];
  const early = said(time.hour % 12);
  const late = said((time.hour % 12) + 12);
  switch (time.half ?? half) {
    case 'am':
      return [early];
    case 'pm':
      return [late];
    case 'night':
      return [time.hour === 12 || time.hour < 5 ? early : late];
    case undefined:
      if (time.hour === 6 || time.hour === 7) return [early, late];
      return [time.hour >= 8 && time.hour <= 11 ? early : late];
  }
}

/** "14:30" of 870. */
export function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
