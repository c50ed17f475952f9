/** What a session is, weekly or of single days. Days are YYYY-MM-DD, times HH:mm of the clinic's wall clock (24:00 ends a day). */
export interface SessionRule {
  readonly id: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly slotMinutes: number;
  /** Kept free before and after every slot, inside the session; 0 when absent. */
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  /** Patients at once: that many lanes. */
  readonly capacity: number;
  /** Null: any. */
  readonly visitTypeIds: readonly string[] | null;
  readonly locationId?: string | null;
  readonly roomId?: string | null;
}

export interface WeeklySession extends SessionRule {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Closed days or hours: of one doctor, or with null of the whole clinic. */
export interface Closing {
  readonly id: string;
  readonly kind: 'closed' | 'holiday' | 'leave';
  readonly doctorId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fromTime: string | null;
  readonly toTime: string | null;
}

/** A session of single days: an override stands in place of the doctor's weekly ones, an extra one beside them. */
export interface DaySession extends SessionRule {
  readonly kind: 'extra' | 'override';
  readonly startsOn: string;
  readonly endsOn: string;
}

export type SessionException = Closing | DaySession;

/** A session as one day has it. An extra session stands against every closing. */
export interface SessionOfDay {
  readonly session: SessionRule;
  readonly extra: boolean;
  readonly closings: readonly Closing[];
}

/** Which sessions the rules ask for on a day of that weekday, in order: first the usual ones, then the extra ones. */
export function sessionsOn(
  day: string,
  weekday: number,
  sessions: readonly WeeklySession[],
  exceptions: readonly SessionException[],
): SessionOfDay[] {
  const special = exceptions.filter((one) => one.startsOn <= day && day <= one.endsOn);
  const closings = special.filter((one): one is Closing => !isDaySession(one));
  const own = special.filter(isDaySession);
  const replaced = new Set(own.filter((one) => one.kind === 'override').map((one) => one.doctorId));
  const closingsOf = (doctorId: string): Closing[] =>
    closings.filter((one) => one.doctorId === null || one.doctorId === doctorId);
  const weekly = sessions.filter(
    (one) =>
      one.weekday === weekday &&
      one.startsOn <= day &&
      (one.endsOn === null || day <= one.endsOn) &&
      !replaced.has(one.doctorId),
  );
  const usual = [...weekly, ...own.filter((one) => one.kind === 'override')];
  return [
    ...usual.map((session) => ({ session, extra: false, closings: closingsOf(session.doctorId) })),
    ...own.filter((one) => one.kind === 'extra').map((session) => ({ session, extra: true, closings: [] })),
  ];
}

/** Whether a closing takes any of the minutes of the day from `minute` on, `length` of them. */
export function isClosed(closing: Closing, minute: number, length: number): boolean {
  if (closing.fromTime === null || closing.toTime === null) return true;
  return minute < minuteOf(closing.toTime) && minuteOf(closing.fromTime) < minute + length;
}

/** Minutes since midnight of HH:mm. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function isDaySession(one: SessionException): one is DaySession {
  return one.kind === 'extra' || one.kind === 'override';
}
