import type { SlotStatus } from './entities/slot.entity';
import { allowsVisit, holdsOf, openNow, takeable, visitMinutes, visitRun } from './slot-conditions';

export interface SlotFilter {
  readonly doctorId?: string;
  /** Only these doctors. */
  readonly doctorIds?: readonly string[];
  readonly specialtyIds: readonly string[];
  readonly visitTypeId?: string;
  readonly locationId?: string;
  readonly status: SlotStatus;
  readonly from: Date;
  readonly to: Date;
  /** Made slots from then on are not offered yet; imported ones are. */
  readonly horizon?: Date;
  /** Part of the day, HH:mm in `timezone`; `to` exclusive. */
  readonly dailyFrom?: string;
  readonly dailyTo?: string;
  /** ISO weekdays, and days YYYY-MM-DD, in `timezone`. */
  readonly weekdays?: readonly number[];
  readonly days?: readonly string[];
  readonly timezone: string;
  readonly excludeSlotIds?: readonly string[];
  /** Whose own holds count as free. */
  readonly keptFor?: { readonly conversationId: string; readonly caller: string };
  readonly after?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

export type Bind = (value: unknown) => string;

const OPEN = `s.status IN ('free', 'held')`;
/** Columns of a slot as it is shown; the end is that of the whole visit when it is a long one. */
export const slotColumns = (endsAt = 's.ends_at'): string => `s.id,
  CASE WHEN s.status = 'held' AND ${openNow('s')} THEN 'free' ELSE s.status END AS status,
  s.doctor_id AS "doctorId", s.specialty_id AS "specialtyId", s.starts_at AS "startsAt", ${endsAt} AS "endsAt"`;

/** With capacity above one a time has several rows: only its lowest takeable lane is shown. */
const firstLane = (more: string, own?: string): string => `(s.lane = 1 OR NOT EXISTS (
  SELECT FROM slots l WHERE l.clinic_id = s.clinic_id AND l.doctor_id = s.doctor_id AND l.starts_at = s.starts_at
     AND l.lane < s.lane AND ${takeable('l', own)}${more}))`;
export const FREE = `${OPEN} AND ${openNow('s')} AND ${firstLane('')}`;

/**
 * What is joined to the slots for a visit type: how long the visit is with each one's doctor, and for a visit longer than
 * the slot the run of slots it fills.
 */
export function visitOf(
  filter: SlotFilter,
  visitType: string | undefined,
  own?: string,
): { joined: string; endsAt: string; fits: string } {
  if (visitType === undefined || filter.status !== 'free') return { joined: '', endsAt: 's.ends_at', fits: 'true' };
  const long = 's.ends_at < s.starts_at + make_interval(mins => kind.minutes)';
  return {
    joined: `CROSS JOIN LATERAL (SELECT ${visitMinutes('s', visitType)} AS minutes OFFSET 0) kind
      LEFT JOIN LATERAL (SELECT run.* FROM (${visitRun('s', 'kind.minutes', visitType, own)}) run WHERE ${long}) run ON true`,
    endsAt: 'COALESCE(run."endsAt", s.ends_at)',
    fits: `(NOT ${long} OR run.ids IS NOT NULL)`,
  };
}

/** The asker's own holds in SQL, where the search is for somebody who may have some. */
export function ownHolds({ keptFor }: SlotFilter, bind: Bind): string | undefined {
  return keptFor === undefined ? undefined : holdsOf(bind(keptFor.conversationId), bind(keptFor.caller));
}

/**
 * The conditions on slots `s`, whichever list is walked.
 * @param visitType the bound visit type, if any.
 * @param own see `ownHolds`.
 */
export function conditionsOf(
  filter: SlotFilter,
  bind: Bind,
  visitType: string | undefined,
  own: string | undefined,
): string[] {
  const from = bind(filter.from);
  const to = bind(filter.to);
  const found = [`s.starts_at >= ${from}`, `s.starts_at < ${to}`];
  if (filter.after !== undefined) {
    found.push(`(s.starts_at, s.id) > (${bind(filter.after.at)}, ${bind(filter.after.id)}::uuid)`);
  }
  if (visitType !== undefined) found.push(allowsVisit('s', visitType), givesVisit(visitType));
  if (filter.excludeSlotIds !== undefined && filter.excludeSlotIds.length > 0) {
    found.push(`s.id <> ALL(${bind(filter.excludeSlotIds)}::uuid[])`);
  }
  return [...found, ...statusConditions(filter, from, to, bind, visitType, own), ...whereAndWhen(filter, bind)];
}

/** Which doctors, where, and on which days and at which times of the day: what somebody wishes, free or not. */
export function whereAndWhen(filter: SlotFilter, bind: Bind): string[] {
  const found: string[] = [];
  if (filter.doctorIds !== undefined) found.push(`s.doctor_id = ANY(${bind(filter.doctorIds)}::uuid[])`);
  if (filter.locationId !== undefined) found.push(`s.location_id = ${bind(filter.locationId)}::uuid`);
  const { dailyFrom, dailyTo, weekdays, days } = filter;
  if (dailyFrom === undefined && dailyTo === undefined && weekdays === undefined && days === undefined) return found;
  const wall = `(s.starts_at AT TIME ZONE ${bind(filter.timezone)})`;
  if (dailyFrom !== undefined) found.push(`${wall}::time >= ${bind(dailyFrom)}::time`);
  if (dailyTo !== undefined) found.push(`${wall}::time < ${bind(dailyTo)}::time`);
  if (weekdays !== undefined) found.push(`EXTRACT(isodow FROM ${wall}) = ANY(${bind(weekdays)}::integer[])`);
  if (days !== undefined) found.push(`${wall}::date = ANY(${bind(days)}::date[])`);
  return found;
}

/** A doctor without a list of visits gives all. */
const givesVisit = (visitType: string): string => `(
  EXISTS (SELECT FROM doctor_visit_types own WHERE own.clinic_id = $1 AND own.doctor_id = s.doctor_id AND own.visit_type_id = ${visitType})
  OR NOT EXISTS (SELECT FROM doctor_visit_types own WHERE own.clinic_id = $1 AND own.doctor_id = s.doctor_id))`;

function statusConditions(
  filter: SlotFilter,
  from: string,
  to: string,
  bind: Bind,
  visitType: string | undefined,
  own: string | undefined,
): string[] {
  if (filter.status === 'held') return [OPEN, `s.status = 'held'`, 's.hold_expires_at > app.now()'];
  if (filter.status !== 'free') {
    const inTime = `tstzrange(s.starts_at, s.ends_at) && tstzrange(${from}, ${to})`;
    return [`s.status = ${bind(filter.status)}`, `s.status <> 'withdrawn'`, inTime];
  }
  // Of a long visit each lane has its own run; a lower lane stands for the others only when it is long enough by itself.
  const enough = visitType === undefined ? '' : ' AND l.ends_at >= l.starts_at + make_interval(mins => kind.minutes)';
  const within = filter.horizon === undefined || filter.to <= filter.horizon;
  const horizon = within ? [] : [`(s.starts_at < ${bind(filter.horizon)} OR s.schedule_id IS NULL)`];
  return [OPEN, openNow('s', own), firstLane(enough, own), 's.starts_at > app.now()', ...horizon];
}
