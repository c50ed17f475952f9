import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { ExceptionKind } from './entities/schedule.entity';
import type { ExceptionAnswer, ScheduleAnswer } from './schedule-bodies';

/** A rule as it is written; a weekly one has a weekday, one of single days a kind. */
export interface RuleRow {
  readonly doctorId: string | null;
  readonly specialtyId: string | null;
  readonly fromTime: string | null;
  readonly toTime: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly slotMinutes: number | null;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly capacity: number;
  readonly visitTypeIds: readonly string[] | null;
  readonly locationId: string | null;
  readonly roomId: string | null;
  readonly weekday?: number;
  readonly kind?: ExceptionKind;
  readonly reason?: string | null;
}

/** A rule under the lock. */
export type LockedRule = RuleRow & { readonly id: string; readonly version: number };

export type RuleTable = 'schedules' | 'schedule_exceptions';

export interface RuleFilter {
  readonly doctorId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly after?: { readonly nameKey: string; readonly id: string };
}

const COLUMNS = {
  doctorId: 'doctor_id',
  specialtyId: 'specialty_id',
  fromTime: 'from_time',
  toTime: 'to_time',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  slotMinutes: 'slot_minutes',
  bufferBeforeMinutes: 'buffer_before_minutes',
  bufferAfterMinutes: 'buffer_after_minutes',
  capacity: 'capacity',
  visitTypeIds: 'visit_type_ids',
  locationId: 'location_id',
  roomId: 'room_id',
};
const OWN = { schedules: { weekday: 'weekday' }, schedule_exceptions: { kind: 'kind', reason: 'reason' } } as const;
/** What a list is ordered by, beside the id. */
const ORDER = {
  schedules: `r.doctor_id::text || r.weekday || left(r.from_time::text, 5)`,
  schedule_exceptions: `r.starts_on::text`,
} as const;
const TEXT: Readonly<Record<string, string>> = {
  from_time: `left(r.from_time::text, 5)`,
  to_time: `left(r.to_time::text, 5)`,
  starts_on: 'r.starts_on::text',
  ends_on: 'r.ends_on::text',
};

const named = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;
const view = (table: RuleTable): string => `
  SELECT r.id, r.version, ${named('d')} AS doctor, sp.name AS specialty, left(r.from_time::text, 5) AS "fromTime",
         left(r.to_time::text, 5) AS "toTime", r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn",
         r.slot_minutes AS "slotMinutes", r.buffer_before_minutes AS "bufferBeforeMinutes",
         r.buffer_after_minutes AS "bufferAfterMinutes", r.capacity, ${named('l')} AS location, ${named('rm')} AS room,
         (SELECT json_agg(json_build_object('id', v.id, 'name', v.name) ORDER BY v.name) FROM visit_types v
           WHERE v.clinic_id = $1 AND v.id = ANY(r.visit_type_ids)) AS "visitTypes",
         ${table === 'schedules' ? 'r.weekday' : 'r.kind, r.reason'}
    FROM ${table} r
    LEFT JOIN doctors d ON d.clinic_id = r.clinic_id AND d.id = r.doctor_id
    LEFT JOIN specialties sp ON sp.clinic_id = r.clinic_id AND sp.id = r.specialty_id
    LEFT JOIN locations l ON l.clinic_id = r.clinic_id AND l.id = r.location_id
    LEFT JOIN rooms rm ON rm.clinic_id = r.clinic_id AND rm.id = r.room_id
   WHERE r.clinic_id = $1`;

/** A rule as it is answered. */
export interface RuleViews {
  readonly schedules: ScheduleAnswer;
  readonly schedule_exceptions: ExceptionAnswer;
}

/** Where a page that ends with this rule goes on: what ORDER says of it. */
export function orderKey(rule: ScheduleAnswer | ExceptionAnswer): string {
  return 'weekday' in rule ? `${rule.doctor?.id ?? ''}${rule.weekday}${rule.fromTime ?? ''}` : rule.startsOn;
}

/** The rules' rows: weekly sessions and exceptions, as staff write them. */
@Injectable()
export class RulesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async list<T extends RuleTable>(table: T, filter: RuleFilter): Promise<RuleViews[T][]> {
    return this.database.query<RuleViews[T]>(
      `${view(table)} AND ($2::uuid IS NULL OR r.doctor_id = $2) AND ($3::date IS NULL OR r.ends_on IS NULL OR r.ends_on >= $3)
          AND ($4::date IS NULL OR r.starts_on <= $4) AND ($5::text IS NULL OR (${ORDER[table]}, r.id) > ($5, $6::uuid))
        ORDER BY ${ORDER[table]}, r.id LIMIT $7`,
      [
        this.scope.clinicId(),
        filter.doctorId ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.after?.nameKey ?? null,
        filter.after?.id ?? null,
        filter.limit,
      ],
    );
  }

  async get<T extends RuleTable>(table: T, id: string): Promise<RuleViews[T] | undefined> {
    const [row] = await this.database.query<RuleViews[T]>(`${view(table)} AND r.id = $2`, [this.scope.clinicId(), id]);
    return row;
  }

  async lock(table: RuleTable, id: string): Promise<LockedRule | undefined> {
    const columns = Object.entries({ ...COLUMNS, ...OWN[table] }).map(
      ([field, column]) => `${TEXT[column] ?? `r.${column}`} AS "${field}"`,
    );
    const [row] = await this.database.query<LockedRule>(
      `SELECT r.id, r.version, ${columns.join(', ')} FROM ${table} r WHERE r.clinic_id = $1 AND r.id = $2 FOR UPDATE`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** @throws the driver's 23P01 when it lies over another rule: the service looks first, under the doctor's lock. */
  async insert(table: RuleTable, rule: RuleRow): Promise<string> {
    const id = randomUUID();
    const fields = Object.entries({ ...COLUMNS, ...OWN[table] });
    await this.database.query(
      `INSERT INTO ${table} (clinic_id, id, ${fields.map(([, column]) => column).join(', ')})
       VALUES ($1, $2, ${fields.map((_one, index) => `$${index + 3}`).join(', ')})`,
      [this.scope.clinicId(), id, ...fields.map(([field]) => rule[field as keyof RuleRow] ?? null)],
    );
    return id;
  }

  async update(table: RuleTable, id: string, rule: RuleRow): Promise<void> {
    const fields = Object.entries({ ...COLUMNS, ...OWN[table] });
    await this.database.query(
      `UPDATE ${table} SET version = version + 1, ${fields.map(([, column], index) => `${column} = $${index + 3}`).join(', ')}
        WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, ...fields.map(([field]) => rule[field as keyof RuleRow] ?? null)],
    );
  }

  async remove(table: RuleTable, id: string): Promise<void> {
    await this.database.query(`DELETE FROM ${table} WHERE clinic_id = $1 AND id = $2`, [this.scope.clinicId(), id]);
  }

  /** Another session that lies over this one: of the same doctor, or of another one in the same room. */
  async overlapping(
    table: RuleTable,
    rule: RuleRow,
    own: string | null,
    who: 'doctor' | 'room',
  ): Promise<Overlap | undefined> {
    const whose = who === 'doctor' ? 'r.doctor_id = $3' : 'r.room_id = $4 AND r.doctor_id <> $3';
    const days = table === 'schedules' ? 'r.weekday = $9' : `r.kind IN ('extra', 'override') AND $9::smallint IS NULL`;
    const [row] = await this.database.query<Overlap>(
      `SELECT r.id, left(r.from_time::text, 5) AS "fromTime", left(r.to_time::text, 5) AS "toTime", r.starts_on::text AS "startsOn"
         FROM ${table} r WHERE r.clinic_id = $1 AND r.id IS DISTINCT FROM $2::uuid AND ${whose} AND $4::uuid IS NOT DISTINCT FROM $4
          AND r.from_time < $6::time AND r.to_time > $5::time
          AND daterange(r.starts_on, r.ends_on, '[]') && daterange($7::date, $8::date, '[]') AND ${days} LIMIT 1`,
      [
        this.scope.clinicId(),
        own,
        rule.doctorId,
        rule.roomId,
        rule.fromTime,
        rule.toTime,
        rule.startsOn,
        rule.endsOn,
        rule.weekday ?? null,
      ],
    );
    return row;
  }
}

export interface Overlap {
  readonly id: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly startsOn: string;
}
