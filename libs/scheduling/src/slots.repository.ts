import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { SlotStatus } from './entities/slot.entity';
import { takeable } from './slot-conditions';

export interface SlotFilter {
  readonly doctorId?: string;
  readonly specialtyIds: readonly string[];
  readonly visitTypeId?: string;
  readonly status: SlotStatus;
  readonly from: Date;
  readonly to: Date;
  /** Part of the day, HH:mm in `timezone`; `to` exclusive. */
  readonly dailyFrom?: string;
  readonly dailyTo?: string;
  readonly timezone: string;
  readonly excludeSlotIds?: readonly string[];
  readonly after?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

export interface SlotRow {
  readonly id: string;
  readonly status: SlotStatus;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const OPEN = `s.status IN ('free', 'held')`;
const TAKEABLE = takeable('s');
/** With capacity above one a time has several rows: only its lowest takeable lane is shown. */
const FIRST_LANE = `(s.lane = 1 OR NOT EXISTS (
  SELECT FROM slots l WHERE l.clinic_id = s.clinic_id AND l.doctor_id = s.doctor_id AND l.starts_at = s.starts_at
     AND l.lane < s.lane AND l.status IN ('free', 'held') AND ${takeable('l')}))`;
const COLUMNS = `s.id, CASE WHEN s.status = 'held' AND ${takeable('s')} THEN 'free' ELSE s.status END AS status,
  s.doctor_id AS "doctorId", s.specialty_id AS "specialtyId", s.starts_at AS "startsAt", s.ends_at AS "endsAt"`;

/** Rows of SlotRow, nearest first, before or after the instant `at`, along the partial index of what `own` fixes. $1: clinic. */
export function nearestSlots(own: string, at: string, limit: string): string {
  const side = (condition: string, direction: 'ASC' | 'DESC'): string =>
    `(SELECT ${COLUMNS} FROM slots s
       WHERE s.clinic_id = $1 AND ${own} AND ${OPEN} AND ${TAKEABLE} AND ${FIRST_LANE}
         AND s.starts_at > app.now() AND ${condition}
       ORDER BY s.starts_at ${direction}, s.id ${direction} LIMIT ${limit})`;
  return `SELECT * FROM (${side(`s.starts_at >= ${at}`, 'ASC')} UNION ALL ${side(`s.starts_at < ${at}`, 'DESC')}) around
    ORDER BY abs(extract(epoch FROM "startsAt" - ${at})), "startsAt", id LIMIT ${limit}`;
}

/** Reads of slots, each one statement along a partial index, however full the clinic is. */
@Injectable()
export class SlotsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Earliest first: walks the doctor's, or each specialty's, slots from `from` on and stops at the limit. */
  async find(filter: SlotFilter): Promise<SlotRow[]> {
    const parameters: unknown[] = [this.scope.clinicId()];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const limit = bind(filter.limit);
    const conditions = conditionsOf(filter, bind).join(' AND ');
    const page = (own: string): string =>
      `SELECT ${COLUMNS} FROM slots s WHERE s.clinic_id = $1 AND ${own} AND ${conditions} ORDER BY s.starts_at, s.id LIMIT ${limit}`;
    const merged = (lists: string, own: string): string =>
      `SELECT f.* FROM ${lists} AS own(id) CROSS JOIN LATERAL (${page(own)}) f ORDER BY f."startsAt", f.id LIMIT ${limit}`;
    return this.database.query<SlotRow>(this.walk(filter, bind, page, merged), parameters);
  }

  async get(slotId: string): Promise<SlotRow | undefined> {
    const [row] = await this.database.query<SlotRow>(
      `SELECT ${COLUMNS} FROM slots s WHERE s.clinic_id = $1 AND s.id = $2`,
      [this.scope.clinicId(), slotId],
    );
    return row;
  }

  /** Takeable slots nearest in time to `at`, before or after, of one doctor or one specialty. */
  async nearest(among: { doctorId: string } | { specialtyId: string }, at: Date, limit: number): Promise<SlotRow[]> {
    const [column, id] = 'doctorId' in among ? ['doctor_id', among.doctorId] : ['specialty_id', among.specialtyId];
    return this.database.query<SlotRow>(
      nearestSlots(`s.${column} = $2`, '$3', '$4'),
      [this.scope.clinicId(), id, at, limit],
      `slots.nearest.${column}`,
    );
  }

  /**
   * Which lists are walked. Free and held slots have partial indexes by doctor and by specialty; booked and blocked ones
   * are found by the exclusion constraint's index, which knows doctor and time.
   */
  private walk(
    filter: SlotFilter,
    bind: Bind,
    page: (own: string) => string,
    merged: (lists: string, own: string) => string,
  ): string {
    const { doctorId, specialtyIds } = filter;
    const ofSpecialties = (): string => `s.specialty_id = ANY(${bind(specialtyIds)}::uuid[])`;
    if (doctorId !== undefined) return page(`s.doctor_id = ${bind(doctorId)} AND ${ofSpecialties()}`);
    if (filter.status === 'booked' || filter.status === 'blocked') {
      return merged('(SELECT id FROM doctors WHERE clinic_id = $1)', `s.doctor_id = own.id AND ${ofSpecialties()}`);
    }
    const [only] = specialtyIds;
    if (only !== undefined && specialtyIds.length === 1) return page(`s.specialty_id = ${bind(only)}`);
    return merged(`unnest(${bind(specialtyIds)}::uuid[])`, 's.specialty_id = own.id');
  }
}

type Bind = (value: unknown) => string;

function conditionsOf(filter: SlotFilter, bind: Bind): string[] {
  const from = bind(filter.from);
  const to = bind(filter.to);
  const found = [...statusConditions(filter, from, to, bind), `s.starts_at >= ${from}`, `s.starts_at < ${to}`];
  if (filter.after !== undefined) {
    found.push(`(s.starts_at, s.id) > (${bind(filter.after.at)}, ${bind(filter.after.id)}::uuid)`);
  }
  if (filter.visitTypeId !== undefined) {
    found.push(`(s.visit_type_ids IS NULL OR ${bind(filter.visitTypeId)}::uuid = ANY(s.visit_type_ids))`);
  }
  if (filter.excludeSlotIds !== undefined && filter.excludeSlotIds.length > 0) {
    found.push(`s.id <> ALL(${bind(filter.excludeSlotIds)}::uuid[])`);
  }
  if (filter.dailyFrom !== undefined || filter.dailyTo !== undefined) {
    const wall = `(s.starts_at AT TIME ZONE ${bind(filter.timezone)})::time`;
    if (filter.dailyFrom !== undefined) found.push(`${wall} >= ${bind(filter.dailyFrom)}::time`);
    if (filter.dailyTo !== undefined) found.push(`${wall} < ${bind(filter.dailyTo)}::time`);
  }
  return found;
}

function statusConditions(filter: SlotFilter, from: string, to: string, bind: Bind): string[] {
  if (filter.status === 'free') return [OPEN, TAKEABLE, FIRST_LANE, 's.starts_at > app.now()'];
  if (filter.status === 'held') return [OPEN, `s.status = 'held'`, 's.hold_expires_at > app.now()'];
  return [
    `s.status = ${bind(filter.status)}`,
    `s.status <> 'withdrawn'`,
    `tstzrange(s.starts_at, s.ends_at) && tstzrange(${from}, ${to})`,
  ];
}
