import { isClosed, minuteOf, sessionsOn } from './session-rules';
import type { SessionException, SessionOfDay, SessionRule, WeeklySession } from './session-rules';
import { addDays, instantOf, weekdayOf, wallClockOf } from './wall-time';

export interface WantedSlot {
  readonly scheduleId: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly lane: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visitTypeIds: readonly string[] | null;
  readonly locationId: string | null;
  readonly roomId: string | null;
  /** Buffer after it until the session's next slot may begin. */
  readonly gapMinutes: number;
}

/**
 * Every slot that the rules ask for from `firstDay` to `lastDay`, both included; never two that overlap in a doctor's
 * lane. Of two that would, the usual session's stands and the extra one's does not.
 */
export function wantedSlots(
  sessions: readonly WeeklySession[],
  exceptions: readonly SessionException[],
  firstDay: string,
  lastDay: string,
  timezone: string,
): WantedSlot[] {
  const usual: WantedSlot[] = [];
  const extra: WantedSlot[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    for (const one of sessionsOn(day, weekdayOf(day), sessions, exceptions)) {
      (one.extra ? extra : usual).push(...slotsOf(one, day, timezone));
    }
  }
  return withoutOverlaps(usual, extra);
}

/**
 * Whether the rules still have the doctor there, in that lane, for the whole of a time: a booking stays in order while
 * they do, even when the grid around it has changed.
 */
export function isCovered(
  time: { readonly doctorId: string; readonly lane: number; readonly startsAt: Date; readonly endsAt: Date },
  sessions: readonly WeeklySession[],
  exceptions: readonly SessionException[],
  timezone: string,
): boolean {
  const { day, minute } = wallClockOf(time.startsAt, timezone);
  const length = (time.endsAt.getTime() - time.startsAt.getTime()) / MINUTE_MS;
  return sessionsOn(day, weekdayOf(day), sessions, exceptions).some(
    ({ session, closings }) =>
      session.doctorId === time.doctorId &&
      session.capacity >= time.lane &&
      minuteOf(session.fromTime) <= minute &&
      minute + length <= minuteOf(session.toTime) &&
      !closings.some((one) => isClosed(one, minute, length)),
  );
}

function slotsOf({ session, closings }: SessionOfDay, day: string, timezone: string): WantedSlot[] {
  const { id: scheduleId, doctorId, specialtyId, visitTypeIds, locationId = null, roomId = null } = session;
  const gapMinutes = gapOf(session);
  return sessionTimes(session, day, timezone)
    .filter(({ minute }) => !closings.some((one) => isClosed(one, minute, session.slotMinutes)))
    .flatMap(({ startsAt, endsAt }) =>
      Array.from({ length: session.capacity }, (_lane, index) => ({
        scheduleId,
        doctorId,
        specialtyId,
        lane: index + 1,
        startsAt,
        endsAt,
        visitTypeIds,
        locationId,
        roomId,
        gapMinutes,
      })),
    );
}

type Grid = Pick<SessionRule, 'fromTime' | 'toTime' | 'slotMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/**
 * The times of one session on one day: its wall-clock grid, each slot with its buffers inside the session. A time the
 * clocks jump over is left out, one they show twice is the first, and one that would begin before its predecessor and the
 * buffers between have ended (next to a jump) is left out too.
 */
export function sessionTimes(
  session: Grid,
  day: string,
  timezone: string,
): { minute: number; startsAt: Date; endsAt: Date }[] {
  const { slotMinutes, bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = session;
  const gap = gapOf(session);
  const instantAt = clockOf(session, day, timezone);
  const last = minuteOf(session.toTime) - bufferAfterMinutes - slotMinutes;
  const times: { minute: number; startsAt: Date; endsAt: Date }[] = [];
  for (let minute = minuteOf(session.fromTime) + bufferBeforeMinutes; minute <= last; minute += slotMinutes + gap) {
    const startsAt = instantAt(minute);
    const before = times.at(-1);
    if (startsAt === undefined) continue;
    if (before !== undefined && startsAt.getTime() < before.endsAt.getTime() + gap * MINUTE_MS) continue;
    times.push({ minute, startsAt, endsAt: new Date(startsAt.getTime() + slotMinutes * MINUTE_MS) });
  }
  return times;
}

const MINUTE_MS = 60_000;

function gapOf(session: Grid): number {
  return (session.bufferBeforeMinutes ?? 0) + (session.bufferAfterMinutes ?? 0);
}

/** The instant of a minute of the day. While no clock changes during the session, arithmetic says it, far faster. */
function clockOf(session: Grid, day: string, timezone: string): (minute: number) => Date | undefined {
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

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Two sessions can meet next to a jump of the clocks, and an extra session may lie over a usual one to add a lane. */
function withoutOverlaps(usual: readonly WantedSlot[], extra: readonly WantedSlot[]): WantedSlot[] {
  const lanes = new Map<string, WantedSlot[]>();
  const laneOf = (slot: WantedSlot): WantedSlot[] => {
    const key = `${slot.doctorId} ${slot.lane}`;
    const lane = lanes.get(key) ?? [];
    lanes.set(key, lane);
    return lane;
  };
  for (const slot of [...usual].sort(byTime)) {
    const lane = laneOf(slot);
    const before = lane.at(-1);
    if (before === undefined || before.endsAt <= slot.startsAt) lane.push(slot);
  }
  for (const slot of [...extra].sort(byTime)) {
    const lane = laneOf(slot);
    if (!lane.some((one) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt)) lane.push(slot);
  }
  return [...lanes.values()].flat().sort(byTime);
}

function byTime(one: WantedSlot, other: WantedSlot): number {
  return one.startsAt.getTime() - other.startsAt.getTime() || one.lane - other.lane;
}
