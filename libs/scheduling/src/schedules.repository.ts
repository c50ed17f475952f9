import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { SessionException, WantedSlot, WeeklySession } from './session-slots';

const SESSION = `id, doctor_id AS "doctorId", specialty_id AS "specialtyId", from_time::text AS "fromTime", to_time::text AS "toTime",
  starts_on::text AS "startsOn", ends_on::text AS "endsOn", slot_minutes AS "slotMinutes", capacity, visit_type_ids AS "visitTypeIds"`;
const BATCH = 5_000;

/** The rules that slots are made from, and the making. */
@Injectable()
export class SchedulesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async sessions(firstDay: string, lastDay: string): Promise<WeeklySession[]> {
    return this.database.query(
      `SELECT ${SESSION}, weekday FROM schedules
        WHERE clinic_id = $1 AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $2)`,
      [this.scope.clinicId(), firstDay, lastDay],
    );
  }

  async exceptions(firstDay: string, lastDay: string): Promise<SessionException[]> {
    return this.database.query(
      `SELECT ${SESSION}, kind FROM schedule_exceptions WHERE clinic_id = $1 AND starts_on <= $3 AND ends_on >= $2`,
      [this.scope.clinicId(), firstDay, lastDay],
    );
  }

  async addSessions(sessions: readonly Omit<WeeklySession, 'id'>[]): Promise<void> {
    await this.database.query(
      `INSERT INTO schedules (clinic_id, id, doctor_id, specialty_id, weekday, from_time, to_time, starts_on, ends_on,
                              slot_minutes, capacity, visit_type_ids)
       SELECT $1, g.id, g."doctorId", g."specialtyId", g.weekday, g."fromTime", g."toTime", g."startsOn", g."endsOn",
              g."slotMinutes", g.capacity, g."visitTypeIds"
         FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, "doctorId" uuid, "specialtyId" uuid, weekday smallint, "fromTime" time,
              "toTime" time, "startsOn" date, "endsOn" date, "slotMinutes" smallint, capacity smallint, "visitTypeIds" uuid[])`,
      [this.scope.clinicId(), JSON.stringify(sessions.map((session) => ({ ...session, id: randomUUID() })))],
    );
  }

  async addExtraSession(session: Omit<Extract<SessionException, { kind: 'extra' }>, 'id' | 'kind'>): Promise<void> {
    await this.database.query(
      `INSERT INTO schedule_exceptions (clinic_id, id, kind, doctor_id, specialty_id, starts_on, ends_on, from_time, to_time,
                                        slot_minutes, capacity, visit_type_ids)
       VALUES ($1, $2, 'extra', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        this.scope.clinicId(),
        randomUUID(),
        session.doctorId,
        session.specialtyId,
        session.startsOn,
        session.endsOn,
        session.fromTime,
        session.toTime,
        session.slotMinutes,
        session.capacity,
        session.visitTypeIds,
      ],
    );
  }

  /** How many lanes the doctor's slots around that day (YYYY-MM-DD) use; 0 when there are none. */
  async lanesOf(doctorId: string, day: string): Promise<number> {
    const [row] = await this.database.query<{ lanes: number }>(
      `SELECT COALESCE(max(lane), 0)::integer AS lanes FROM slots WHERE clinic_id = $1 AND doctor_id = $2
          AND tstzrange(starts_at, ends_at) && tstzrange($3::date - interval '1 day', $3::date + interval '2 days')`,
      [this.scope.clinicId(), doctorId, day],
    );
    return row?.lanes ?? 0;
  }

  /** Writes the slots that are not there yet; a time that overlaps an existing slot of its doctor and lane is left alone. */
  async makeSlots(wanted: readonly WantedSlot[]): Promise<number> {
    const there = await this.present(wanted);
    const missing = wanted.filter((slot) => !there.has(keyOf(slot)));
    let made = 0;
    for (let from = 0; from < missing.length; from += BATCH)
      made += await this.insert(missing.slice(from, from + BATCH));
    return made;
  }

  private async present(wanted: readonly WantedSlot[]): Promise<Set<string>> {
    if (wanted.length === 0) return new Set();
    const starts = wanted.map((slot) => slot.startsAt.getTime());
    const first = new Date(starts.reduce((low, at) => Math.min(low, at)));
    const last = new Date(starts.reduce((high, at) => Math.max(high, at)));
    const rows = await this.database.query<Pick<WantedSlot, 'doctorId' | 'lane' | 'startsAt'>>(
      `SELECT s.doctor_id AS "doctorId", s.lane, s.starts_at AS "startsAt"
         FROM unnest($2::uuid[]) AS d(id)
         CROSS JOIN LATERAL (SELECT * FROM slots x WHERE x.clinic_id = $1 AND x.doctor_id = d.id
           AND tstzrange(x.starts_at, x.ends_at) && tstzrange($3, $4, '[]')) s`,
      [this.scope.clinicId(), [...new Set(wanted.map((slot) => slot.doctorId))], first, last],
    );
    return new Set(rows.map(keyOf));
  }

  private async insert(slots: readonly WantedSlot[]): Promise<number> {
    const rows = await this.database.query(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, schedule_id, lane, starts_at, ends_at, visit_type_ids)
       SELECT $1, gen_random_uuid(), w."doctorId", w."specialtyId", w."scheduleId", w.lane, w."startsAt", w."endsAt", w."visitTypeIds"
         FROM jsonb_to_recordset($2::jsonb) AS w("doctorId" uuid, "specialtyId" uuid, "scheduleId" uuid, lane smallint,
              "startsAt" timestamptz, "endsAt" timestamptz, "visitTypeIds" uuid[])
       ON CONFLICT DO NOTHING RETURNING lane`,
      [this.scope.clinicId(), JSON.stringify(slots)],
    );
    return rows.length;
  }
}

function keyOf(slot: Pick<WantedSlot, 'doctorId' | 'lane' | 'startsAt'>): string {
  return `${slot.doctorId} ${slot.lane} ${slot.startsAt.getTime()}`;
}
