import { addDays, instantOf, weekdayOf } from './wall-time';

/** A weekly session in wall time. Days are YYYY-MM-DD, times HH:mm (24:00 ends a day). */
export interface WeeklySession {
  readonly id: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly slotMinutes: number;
  readonly capacity: number;
  readonly visitTypeIds: readonly string[] | null;
}

/** Days that differ: closed (for one doctor or, with null, the whole clinic), or an extra session. */
export type SessionException =
  | {
      readonly id: string;
      readonly kind: 'closed';
      readonly doctorId: string | null;
      readonly startsOn: string;
      readonly endsOn: string;
      readonly fromTime: string | null;
      readonly toTime: string | null;
    }
  | ({ readonly kind: 'extra'; readonly endsOn: string } & Omit<WeeklySession, 'weekday' | 'endsOn'>);

export interface WantedSlot {
  readonly scheduleId: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly lane: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visitTypeIds: readonly string[] | null;
}

type Session = Omit<WeeklySession, 'weekday' | 'startsOn' | 'endsOn'>;
type Closing = Extract<SessionException, { kind: 'closed' }>;

/** Every slot that the rules ask for from `firstDay` to `lastDay`, both included. An extra session stands against a closing. */
export function wantedSlots(
  sessions: readonly WeeklySession[],
  exceptions: readonly SessionException[],
  firstDay: string,
  lastDay: string,
  timezone: string,
): WantedSlot[] {
  const wanted: WantedSlot[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    const special = exceptions.filter((one) => one.startsOn <= day && day <= one.endsOn);
    const closings = special.filter((one): one is Closing => one.kind === 'closed');
    for (const session of sessions) {
      const holds =
        session.weekday === weekday && session.startsOn <= day && (session.endsOn === null || day <= session.endsOn);
      if (holds) wanted.push(...slotsOf(session, day, timezone, closings));
    }
    for (const extra of special) if (extra.kind === 'extra') wanted.push(...slotsOf(extra, day, timezone, []));
  }
  return wanted;
}

function slotsOf(session: Session, day: string, timezone: string, closings: readonly Closing[]): WantedSlot[] {
  const { id: scheduleId, doctorId, specialtyId, visitTypeIds } = session;
  const closed = closings.filter((one) => one.doctorId === null || one.doctorId === doctorId);
  return sessionTimes(session, day, timezone)
    .filter(({ minute }) => !closed.some((one) => covers(one, minute, session.slotMinutes)))
    .flatMap(({ startsAt, endsAt }) =>
      Array.from({ length: session.capacity }, (_lane, index) => ({
        scheduleId,
        doctorId,
        specialtyId,
        lane: index + 1,
        startsAt,
        endsAt,
        visitTypeIds,
      })),
    );
}

/**
 * The times of one session on one day: its wall-clock grid. A time the clocks jump over is left out, one they show
 * twice is the first, and one that would begin before its predecessor has ended (next to a jump) is left out too.
 */
export function sessionTimes(
  session: { readonly fromTime: string; readonly toTime: string; readonly slotMinutes: number },
  day: string,
  timezone: string,
): { minute: number; startsAt: Date; endsAt: Date }[] {
  const length = session.slotMinutes;
  const instantAt = clockOf(session, day, timezone);
  const end = minuteOf(session.toTime);
  const times: { minute: number; startsAt: Date; endsAt: Date }[] = [];
  for (let minute = minuteOf(session.fromTime); minute + length <= end; minute += length) {
    const startsAt = instantAt(minute);
    const before = times.at(-1);
    if (startsAt === undefined || (before !== undefined && startsAt < before.endsAt)) continue;
    times.push({ minute, startsAt, endsAt: new Date(startsAt.getTime() + length * MINUTE_MS) });
  }
  return times;
}

const MINUTE_MS = 60_000;

/** The instant of a minute of the day. While no clock changes during the session, arithmetic says it, far faster. */
function clockOf(
  session: { readonly fromTime: string; readonly toTime: string },
  day: string,
  timezone: string,
): (minute: number) => Date | undefined {
  const wall = (minute: number): Date | undefined =>
    minute < DAY_MINUTES
      ? instantOf(`${day}T${clockTime(minute)}`, timezone)
      : instantOf(`${addDays(day, 1)}T${clockTime(minute - DAY_MINUTES)}`, timezone);
  const [first, last] = [minuteOf(session.fromTime), minuteOf(session.toTime)];
  const [begins, ends] = [wall(first), wall(last)];
  const even =
    begins !== undefined && ends !== undefined && ends.getTime() - begins.getTime() === (last - first) * MINUTE_MS;
  return even ? (minute) => new Date(begins.getTime() + (minute - first) * MINUTE_MS) : wall;
}

const DAY_MINUTES = 1440;

function covers(closing: Closing, minute: number, length: number): boolean {
  if (closing.fromTime === null || closing.toTime === null) return true;
  return minute < minuteOf(closing.toTime) && minuteOf(closing.fromTime) < minute + length;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
