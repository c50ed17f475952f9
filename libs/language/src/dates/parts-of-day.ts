import { minutesOf } from './clock-times';
import { taken, type Clock, type Meaning, type Part } from './values';

const hours = (from: number | undefined, to: number | undefined, half?: Part['half']): Part => ({
  kind: 'part',
  ...(from === undefined ? {} : { from: from * 60 }),
  ...(to === undefined ? {} : { to: to * 60 }),
  ...(half ? { half } : {}),
});

/** What a clinic open from eight to six understands by the parts of a day. */
export const parts = {
  morning: hours(8, 12, 'am'),
  firstThing: hours(8, 10, 'am'),
  midMorning: hours(9.5, 11.5, 'am'),
  lateMorning: hours(10, 12, 'am'),
  lunchtime: hours(12, 14, 'pm'),
  afternoon: hours(12, 18, 'pm'),
  earlyAfternoon: hours(12, 15, 'pm'),
  midAfternoon: hours(14, 16.5, 'pm'),
  lateAfternoon: hours(15, 18, 'pm'),
  lastThing: hours(16, 18, 'pm'),
  evening: hours(17, 21, 'pm'),
  night: hours(18, 24, 'night'),
  smallHours: hours(0, 6, 'am'),
  afterLunch: hours(13, 18, 'pm'),
  afterWork: hours(17, undefined, 'pm'),
  afterSchool: hours(15, undefined, 'pm'),
  beforeLunch: hours(undefined, 12, 'am'),
  beforeWork: hours(undefined, 9, 'am'),
} as const satisfies Record<string, Part>;

export const part =
  (name: keyof typeof parts): Meaning =>
  () =>
    parts[name];

/** "later today": from now on. */
export const restOfToday: Meaning = (_, { now }) => ({ kind: 'part', from: now.hour * 60 + now.minute });

/** After, not before, from. */
export const notBefore: Meaning = (c) => ({ kind: 'part', fromClock: taken(c, 'time', 'clock') });

export const notAfter: Meaning = (c) => ({ kind: 'part', toClock: taken(c, 'time', 'clock') });

/** "between two and four", "from nine to five". */
export const between: Meaning = (c) => ({
  kind: 'part',
  fromClock: taken(c, 'a', 'clock'),
  toClock: taken(c, 'b', 'clock'),
});

/** Minutes of both ends; undefined when a bare six or seven leaves it open. */
export function settlePart(said: Part, half?: Part['half']): { from?: number; to?: number } | undefined {
  const { fromClock, toClock } = said;
  if (fromClock && toClock) return settleRange(fromClock, toClock, half);
  if (fromClock) {
    const [from, other] = minutesOf(fromClock, half);
    return other === undefined ? { from } : undefined;
  }
  if (toClock) {
    const [to, other] = minutesOf(toClock, half);
    return other === undefined ? { to } : undefined;
  }
  return { ...(said.from === undefined ? {} : { from: said.from }), ...(said.to === undefined ? {} : { to: said.to }) };
}

/** A half of the day said once holds for both ends where it can: "between six and eight pm", "9 to 5". */
function settleRange(a: Clock, b: Clock, half?: Part['half']): { from: number; to: number } | undefined {
  const ends = minutesOf(b, half);
  const starts = minutesOf(a, half);
  if (b.half && !a.half && !a.exact) starts.unshift(...minutesOf(a, b.half));
  const fits = starts.flatMap((from) => ends.filter((to) => to > from).map((to) => ({ from, to })));
  const [first] = fits;
  const sure = b.half ?? a.half ?? half;
  if (!first) return undefined;
  return sure !== undefined || fits.length === 1 ? first : undefined;
}
