import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { SlotStatus } from './entities/slot.entity';
import { takeable } from './slot-conditions';
import { conditionsOf, FREE, ownHolds, slotColumns, visitOf, whereAndWhen } from './slot-search';
import type { Bind, SlotFilter } from './slot-search';

export interface SlotRow {
  readonly id: string;
  readonly status: SlotStatus;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A row with its times as JSON has them. */
export type AsJson<Row extends { readonly startsAt: Date; readonly endsAt: Date }> = Omit<
  Row,
  'startsAt' | 'endsAt'
> & {
  readonly startsAt: string;
  readonly endsAt: string;
};

export function withInstants<Row extends { readonly startsAt: string; readonly endsAt: string }>(
  row: Row,
): Omit<Row, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date } {
  return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) };
}

/** How one of several doctors who are free at a time is chosen. */
export type DoctorChoice = 'earliest' | 'least_loaded' | 'round_robin';

/** What the clinic has of what was asked for, when nothing was found. */
export interface Remains {
  /** Any time at all, taken or not. */
  readonly any: boolean;
  /** One that somebody could take, if its visit type and length were right. */
  readonly open: boolean;
  /** One of those that allows the visit. */
  readonly allowed: boolean;
}

/** Live visits ahead, and the latest booking: an index has them by doctor (appointments_doctor_load_idx). */
const LOAD = `SELECT d.id, a.ahead, a.latest FROM doctors d
  CROSS JOIN LATERAL (SELECT count(*) AS ahead, max(v.created_at) AS latest FROM appointments v
    WHERE v.clinic_id = d.clinic_id AND v.doctor_id = d.id AND v.status IN ('booked', 'arrived', 'fulfilled')
      AND v.starts_at >= app.now()) a
 WHERE d.clinic_id = $1 AND d.active`;
const TURN: Readonly<Record<DoctorChoice, string>> = {
  earliest: 's.id',
  least_loaded: 'load.ahead, load.latest NULLS FIRST, s.doctor_id, s.lane',
  round_robin: 'load.latest NULLS FIRST, load.ahead, s.doctor_id, s.lane',
};

/**
 * Rows of SlotRow, nearest first, before or after the instant $6, along the partial index of the column that is $5; $7 of
 * them at most. For Database.glance.
 */
function nearestSlots(column: string): string {
  const side = (condition: string, direction: 'ASC' | 'DESC'): string =>
    `(SELECT ${slotColumns()} FROM slots s
       WHERE s.clinic_id = scope.clinic_id AND s.${column} = $5::uuid AND ${FREE}
         AND s.starts_at > app.now() AND ${condition}
       ORDER BY s.starts_at ${direction}, s.id ${direction} LIMIT $7::integer)`;
  const at = '$6::timestamptz';
  return `SELECT * FROM (${side(`s.starts_at >= ${at}`, 'ASC')} UNION ALL ${side(`s.starts_at < ${at}`, 'DESC')}) around
    ORDER BY abs(extract(epoch FROM "startsAt" - ${at})), "startsAt", id LIMIT $7::integer`;
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
    const { parameters, bind, visitType } = this.binding(filter);
    const limit = bind(filter.limit);
    const own = ownHolds(filter, bind);
    const { joined, endsAt, fits } = visitOf(filter, visitType, own);
    const conditions = conditionsOf(filter, bind, visitType, own);
    const page = (among: string): string =>
      `SELECT ${slotColumns(endsAt)} FROM slots s ${joined} WHERE s.clinic_id = $1 AND ${[among, ...conditions, fits].join(' AND ')}
        ORDER BY s.starts_at, s.id LIMIT ${limit}`;
    const merged = (lists: string, among: string): string =>
      `SELECT f.* FROM ${lists} AS own(id) CROSS JOIN LATERAL (${page(among)}) f ORDER BY f."startsAt", f.id LIMIT ${limit}`;
    return this.database.query<SlotRow>(this.walk(filter, bind, page, merged), parameters);
  }

  /** Earliest first, each time once: with the doctor whose turn it is among those who are free then. */
  async findInTurn(filter: SlotFilter, choice: DoctorChoice): Promise<SlotRow[]> {
    const { parameters, bind, visitType } = this.binding(filter);
    const limit = bind(filter.limit);
    const { joined, endsAt, fits } = visitOf(filter, visitType);
    // One specialty by equality: only then does its partial index give the times in order, so that the walk stops early.
    const [only, ...others] = filter.specialtyIds;
    const specialty =
      others.length === 0 && only !== undefined ? `= ${bind(only)}` : `= ANY(${bind(filter.specialtyIds)}::uuid[])`;
    const own = `s.clinic_id = $1 AND s.specialty_id ${specialty}`;
    const conditions = conditionsOf(filter, bind, visitType, undefined);
    const all = [own, ...conditions, fits].join(' AND ');
    return this.database.query<SlotRow>(
      `WITH load AS MATERIALIZED (${LOAD}),
            times AS MATERIALIZED (SELECT DISTINCT s.starts_at FROM slots s ${joined} WHERE ${all} ORDER BY s.starts_at LIMIT ${limit})
       SELECT f.* FROM times t CROSS JOIN LATERAL (
         SELECT ${slotColumns(endsAt)} FROM slots s JOIN load ON load.id = s.doctor_id ${joined}
          WHERE s.starts_at = t.starts_at AND ${all} ORDER BY ${TURN[choice]} LIMIT 1) f
        ORDER BY f."startsAt"`,
      parameters,
    );
  }

  /** Looks why a search for free times found none. */
  async remains(filter: SlotFilter): Promise<Remains> {
    const { parameters, bind, visitType } = this.binding(filter);
    const [from, to] = [bind(filter.from), bind(filter.to)];
    const doctor = filter.doctorId === undefined ? 'd.active' : `d.id = ${bind(filter.doctorId)}`;
    const specialty = `s.specialty_id = ANY(${bind(filter.specialtyIds)}::uuid[])`;
    const wish = [specialty, `s.starts_at >= ${from}`, `s.starts_at < ${to}`, ...whereAndWhen(filter, bind)];
    const allows =
      visitType === undefined ? 'true' : `(s.visit_type_ids IS NULL OR ${visitType} = ANY(s.visit_type_ids))`;
    const exists = (conditions: string): string => `EXISTS (
      SELECT FROM doctors d CROSS JOIN LATERAL (SELECT FROM slots s WHERE s.clinic_id = $1 AND s.doctor_id = d.id
        AND ${conditions} AND ${wish.join(' AND ')} LIMIT 1) one WHERE d.clinic_id = $1 AND ${doctor})`;
    const open = `s.status IN ('free', 'held') AND ${takeable('s')} AND s.starts_at > app.now()`;
    const [row] = await this.database.query<Remains>(
      `SELECT ${exists(`s.status <> 'withdrawn' AND tstzrange(s.starts_at, s.ends_at) && tstzrange(${from}, ${to})`)} AS any,
              ${exists(open)} AS open, ${exists(`${open} AND ${allows}`)} AS allowed`,
      parameters,
    );
    return row ?? { any: false, open: false, allowed: false };
  }

  private binding(filter: SlotFilter): { parameters: unknown[]; bind: Bind; visitType: string | undefined } {
    const parameters: unknown[] = [this.scope.clinicId()];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const visitType = filter.visitTypeId === undefined ? undefined : `${bind(filter.visitTypeId)}::uuid`;
    return { parameters, bind, visitType };
  }

  async get(slotId: string): Promise<SlotRow | undefined> {
    const [row] = await this.database.query<SlotRow>(
      `SELECT ${slotColumns()} FROM slots s WHERE s.clinic_id = $1 AND s.id = $2`,
      [this.scope.clinicId(), slotId],
    );
    return row;
  }

  /** Takeable slots nearest in time to `at`, before or after, of one doctor or one specialty. */
  async nearest(among: { doctorId: string } | { specialtyId: string }, at: Date, limit: number): Promise<SlotRow[]> {
    const [column, id] = 'doctorId' in among ? ['doctor_id', among.doctorId] : ['specialty_id', among.specialtyId];
    const rows = await this.database.glance<AsJson<SlotRow>>(
      nearestSlots(column),
      [id, at, limit],
      `slots.nearest.${column}`,
    );
    return rows.map(withInstants);
  }

  /**
   * Which lists are walked. Free and held slots have partial indexes by doctor and by specialty; booked and blocked ones
   * are found by the exclusion constraint's index, which knows doctor and time.
   */
  private walk(
    filter: SlotFilter,
    bind: Bind,
    page: (among: string) => string,
    merged: (lists: string, among: string) => string,
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
