import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { SlotView } from './booking-results';
import type { SlotStatus } from './entities/slot.entity';

export interface SlotFilter {
  readonly doctorId?: string;
  /** Name (case does not matter) or id. */
  readonly specialty?: string;
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

interface SlotRow {
  id: string;
  status: SlotStatus;
  startsAt: Date;
  endsAt: Date;
  doctorId: string;
  doctorName: string;
  specialty: string;
}

const OPEN = `s.status IN ('free', 'held')`;
const TAKEABLE = `(s.status = 'free' OR s.hold_expires_at <= app.now())`;
/** With capacity above one a time has several rows: only its lowest takeable lane is shown. */
const FIRST_LANE = `(s.lane = 1 OR NOT EXISTS (
  SELECT FROM slots l WHERE l.clinic_id = s.clinic_id AND l.doctor_id = s.doctor_id AND l.starts_at = s.starts_at
     AND l.lane < s.lane AND l.status IN ('free', 'held') AND (l.status = 'free' OR l.hold_expires_at <= app.now())))`;
const COLUMNS = `s.id, s.doctor_id, s.specialty_id, s.status, s.hold_expires_at, s.starts_at, s.ends_at`;
const SHOWN = `page.id, CASE WHEN page.status = 'held' AND page.hold_expires_at <= app.now() THEN 'free' ELSE page.status END AS status,
  page.starts_at AS "startsAt", page.ends_at AS "endsAt", page.doctor_id AS "doctorId", d.name AS "doctorName", sp.name AS specialty`;

/** Reads of slots, each one statement along a partial index, however full the clinic is. */
@Injectable()
export class SlotsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Earliest first. Walks each asked specialty's (or the doctor's) open slots from `from` and stops at the limit. */
  async find(filter: SlotFilter, format: (instant: Date) => string): Promise<SlotView[]> {
    const parameters: unknown[] = [this.scope.clinicId()];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const limit = bind(filter.limit);
    const page = `SELECT ${COLUMNS} FROM slots s WHERE s.clinic_id = $1 AND ${conditions(filter, bind).join(' AND ')}`;
    const order = (alias: string): string => `ORDER BY ${alias}.starts_at, ${alias}.id LIMIT ${limit}`;
    const source =
      filter.doctorId === undefined
        ? `SELECT f.* FROM ${lists(filter, bind)} CROSS JOIN LATERAL (${page} ${order('s')}) f ${order('f')}`
        : `${page} AND s.doctor_id = ${bind(filter.doctorId)}
             ${filter.specialty === undefined ? '' : `AND s.specialty_id IN ${specialties(filter.specialty, bind)}`} ${order('s')}`;
    const rows = await this.database.query<SlotRow>(
      `WITH page AS MATERIALIZED (${source})
       SELECT ${SHOWN} FROM page
         JOIN doctors d ON d.clinic_id = $1 AND d.id = page.doctor_id
         JOIN specialties sp ON sp.clinic_id = $1 AND sp.id = page.specialty_id
        ORDER BY page.starts_at, page.id`,
      parameters,
    );
    return rows.map((row) => slotView(row, format));
  }

  async get(slotId: string, format: (instant: Date) => string): Promise<SlotView | undefined> {
    const [row] = await this.database.query<SlotRow>(
      `WITH page AS (SELECT ${COLUMNS} FROM slots s WHERE s.clinic_id = $1 AND s.id = $2)
       SELECT ${SHOWN} FROM page JOIN doctors d ON d.clinic_id = $1 AND d.id = page.doctor_id
         JOIN specialties sp ON sp.clinic_id = $1 AND sp.id = page.specialty_id`,
      [this.scope.clinicId(), slotId],
    );
    return row === undefined ? undefined : slotView(row, format);
  }

  /** Takeable slots nearest in time to `at`, before or after, of one doctor or one specialty. */
  async nearest(
    among: { doctorId: string } | { specialtyId: string },
    at: Date,
    limit: number,
    format: (instant: Date) => string,
  ): Promise<SlotView[]> {
    const [column, id] = 'doctorId' in among ? ['doctor_id', among.doctorId] : ['specialty_id', among.specialtyId];
    const side = (condition: string, direction: 'ASC' | 'DESC'): string =>
      `(SELECT ${COLUMNS} FROM slots s
         WHERE s.clinic_id = $1 AND s.${column} = $2 AND ${OPEN} AND ${TAKEABLE} AND ${FIRST_LANE}
           AND s.starts_at > app.now() AND ${condition}
         ORDER BY s.starts_at ${direction}, s.id ${direction} LIMIT $4)`;
    const rows = await this.database.query<SlotRow>(
      `WITH page AS MATERIALIZED (
         SELECT * FROM (${side('s.starts_at >= $3', 'ASC')} UNION ALL ${side('s.starts_at < $3', 'DESC')}) around
          ORDER BY abs(extract(epoch FROM around.starts_at - $3)), around.starts_at, around.id LIMIT $4)
       SELECT ${SHOWN} FROM page JOIN doctors d ON d.clinic_id = $1 AND d.id = page.doctor_id
         JOIN specialties sp ON sp.clinic_id = $1 AND sp.id = page.specialty_id
        ORDER BY abs(extract(epoch FROM page.starts_at - $3)), page.starts_at, page.id`,
      [this.scope.clinicId(), id, at, limit],
    );
    return rows.map((row) => slotView(row, format));
  }
}

type Bind = (value: unknown) => string;

/** What the page is merged from: the lists that have an index of their own for this status. */
function lists(filter: SlotFilter, bind: Bind): string {
  if (filter.status === 'free' || filter.status === 'held') return `${specialties(filter.specialty, bind)} own`;
  return `(SELECT id FROM doctors WHERE clinic_id = $1) own`;
}

function specialties(specialty: string | undefined, bind: Bind): string {
  if (specialty === undefined) return `(SELECT id FROM specialties WHERE clinic_id = $1)`;
  const name = bind(specialty);
  return `(SELECT id FROM specialties WHERE clinic_id = $1 AND (lower(name) = lower(${name}) OR id::text = ${name}))`;
}

function conditions(filter: SlotFilter, bind: Bind): string[] {
  const from = bind(filter.from);
  const to = bind(filter.to);
  const found = [...statusConditions(filter, from, to, bind)];
  found.push(`s.starts_at >= ${from}`, `s.starts_at < ${to}`);
  if (filter.after !== undefined)
    found.push(`(s.starts_at, s.id) > (${bind(filter.after.at)}, ${bind(filter.after.id)}::uuid)`);
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
  const ownSpecialty = filter.doctorId === undefined ? ['s.specialty_id = own.id'] : [];
  if (filter.status === 'free') return [...ownSpecialty, OPEN, TAKEABLE, FIRST_LANE, 's.starts_at > app.now()'];
  if (filter.status === 'held') return [...ownSpecialty, OPEN, `s.status = 'held'`, 's.hold_expires_at > app.now()'];
  // Booked and blocked slots have no partial index; the exclusion constraint's finds them by doctor and time.
  const ownDoctor = filter.doctorId === undefined ? ['s.doctor_id = own.id'] : [];
  const named = filter.doctorId === undefined && filter.specialty !== undefined;
  const ofSpecialty = named ? [`s.specialty_id IN ${specialties(filter.specialty, bind)}`] : [];
  return [
    ...ownDoctor,
    ...ofSpecialty,
    `s.status = ${bind(filter.status)}`,
    `tstzrange(s.starts_at, s.ends_at) && tstzrange(${from}, ${to})`,
  ];
}

function slotView(row: SlotRow, format: (instant: Date) => string): SlotView {
  return {
    id: row.id,
    status: row.status,
    startsAt: format(row.startsAt),
    endsAt: format(row.endsAt),
    doctor: { id: row.doctorId, name: row.doctorName },
    specialty: row.specialty,
  };
}
