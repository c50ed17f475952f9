import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { DaySession, SessionException, WeeklySession } from './session-rules';

const SESSION = `id, doctor_id AS "doctorId", specialty_id AS "specialtyId", from_time::text AS "fromTime", to_time::text AS "toTime",
  starts_on::text AS "startsOn", ends_on::text AS "endsOn", slot_minutes AS "slotMinutes", capacity, visit_type_ids AS "visitTypeIds",
  location_id AS "locationId", room_id AS "roomId", buffer_before_minutes AS "bufferBeforeMinutes", buffer_after_minutes AS "bufferAfterMinutes"`;

/** The rules that slots are made from, and the making. */
@Injectable()
export class SchedulesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Every doctor of the clinic: one who has left has slots to be taken away. */
  async doctorIds(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM doctors WHERE clinic_id = $1', [
      this.scope.clinicId(),
    ]);
    return rows.map((row) => row.id);
  }

  /** Weekly sessions of these doctors, those who still work here, that hold on any of the days. */
  async sessions(doctorIds: readonly string[], firstDay: string, lastDay: string): Promise<WeeklySession[]> {
    return this.database.query(
      `SELECT ${SESSION}, weekday FROM schedules
        WHERE clinic_id = $1 AND doctor_id = ANY($4::uuid[]) AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $2)
          AND EXISTS (SELECT FROM doctors d WHERE d.clinic_id = $1 AND d.id = doctor_id AND d.active)`,
      [this.scope.clinicId(), firstDay, lastDay, doctorIds],
    );
  }

  /** What differs on any of the days for these doctors. */
  async exceptions(doctorIds: readonly string[], firstDay: string, lastDay: string): Promise<SessionException[]> {
    return this.database.query(
      `SELECT ${SESSION}, kind FROM schedule_exceptions
        WHERE clinic_id = $1 AND (doctor_id IS NULL OR doctor_id = ANY($4::uuid[])) AND starts_on <= $3 AND ends_on >= $2
          AND (kind NOT IN ('extra', 'override')
               OR EXISTS (SELECT FROM doctors d WHERE d.clinic_id = $1 AND d.id = doctor_id AND d.active))`,
      [this.scope.clinicId(), firstDay, lastDay, doctorIds],
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

  /** An extra session in place of those of the doctor that it lies over; one with as many lanes or more takes none away. */
  async addExtraSession(session: Omit<DaySession, 'id' | 'kind'>): Promise<void> {
    await this.database.query(
      `DELETE FROM schedule_exceptions WHERE clinic_id = $1 AND doctor_id = $2 AND kind = 'extra'
          AND starts_on <= $4 AND ends_on >= $3 AND from_time < $6 AND to_time > $5`,
      [this.scope.clinicId(), session.doctorId, session.startsOn, session.endsOn, session.fromTime, session.toTime],
    );
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
      `SELECT COALESCE(max(lane), 0)::integer AS lanes FROM slots WHERE clinic_id = $1 AND doctor_id = $2 AND status <> 'withdrawn'
          AND tstzrange(starts_at, ends_at) && tstzrange($3::date - interval '1 day', $3::date + interval '2 days')`,
      [this.scope.clinicId(), doctorId, day],
    );
    return row?.lanes ?? 0;
  }
}
