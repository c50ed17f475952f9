import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { WantedSlot } from './session-slots';
import type { PresentSlot, SlotDifference } from './slot-difference';

/** A booked slot that its rules do not ask for any more. */
export interface OrphanedSlot {
  readonly id: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly startsAt: Date;
}

export interface Withdrawal {
  readonly removed: number;
  readonly orphaned: readonly OrphanedSlot[];
  /** When the last of the holds on them ends. */
  readonly heldUntil: Date | null;
}

const BATCH = 5_000;

/** The writing of slots. Every method runs inside the transaction of one difference. */
@Injectable()
export class SlotRowsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Locks doctors, so that of two makings of one doctor's slots the second reads what the first has written. Bookings are
   * not held up: a foreign key's look at a doctor goes with this lock.
   * @returns those who do not work here any more.
   */
  async lockDoctors(doctorIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string; active: boolean }>(
      'SELECT id, active FROM doctors WHERE clinic_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE',
      [this.scope.clinicId(), doctorIds],
    );
    return new Set(rows.filter((row) => !row.active).map((row) => row.id));
  }

  /** The doctors' slots that begin from `from` on and before `to`, save the past and the withdrawn. */
  async present(doctorIds: readonly string[], from: Date, to: Date): Promise<PresentSlot[]> {
    return this.database.query(
      `SELECT s.id, s.schedule_id AS "scheduleId", s.doctor_id AS "doctorId", s.specialty_id AS "specialtyId", s.lane,
              s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.visit_type_ids AS "visitTypeIds",
              s.location_id AS "locationId", s.room_id AS "roomId", s.gap_minutes AS "gapMinutes",
              CASE WHEN s.status = 'held' AND s.hold_expires_at <= app.now() THEN 'free' ELSE s.status END AS status,
              s.withdrawn_at IS NOT NULL AS withdrawn, s.orphan_task_id AS "orphanTaskId"
         FROM unnest($2::uuid[]) AS d(id)
         CROSS JOIN LATERAL (SELECT * FROM slots x WHERE x.clinic_id = $1 AND x.doctor_id = d.id AND x.status <> 'withdrawn'
           AND tstzrange(x.starts_at, x.ends_at) && tstzrange($3, $4) AND x.starts_at >= $3) s`,
      [this.scope.clinicId(), doctorIds, from, to],
    );
  }

  /** A time that overlaps a slot of the doctor's lane, or of the room, that is there is left out. @returns how many were made. */
  async make(slots: readonly WantedSlot[]): Promise<number> {
    let made = 0;
    for (let from = 0; from < slots.length; from += BATCH) made += await this.insert(slots.slice(from, from + BATCH));
    return made;
  }

  async change(changes: SlotDifference['change']): Promise<void> {
    await this.database.query(
      `UPDATE slots SET schedule_id = w."scheduleId", specialty_id = w."specialtyId", visit_type_ids = w."visitTypeIds",
              location_id = w."locationId", room_id = w."roomId", gap_minutes = w."gapMinutes"
         FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, "scheduleId" uuid, "specialtyId" uuid, "visitTypeIds" uuid[],
              "locationId" uuid, "roomId" uuid, "gapMinutes" smallint)
        WHERE slots.clinic_id = $1 AND slots.id = w.id`,
      [this.scope.clinicId(), JSON.stringify(changes.map(({ id, to }) => ({ ...to, id })))],
    );
  }

  /**
   * Takes slots away that no rule asks for: those nobody has go, and what is held or booked is marked to go when it is
   * given back. The lock comes first, so that each is judged as it is and not as it was read.
   */
  async withdraw(slotIds: readonly string[]): Promise<Withdrawal> {
    const parameters = [this.scope.clinicId(), slotIds];
    await this.database.query(
      'SELECT FROM slots WHERE clinic_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
      parameters,
    );
    const deleted = await this.database.query(
      `DELETE FROM slots s WHERE s.clinic_id = $1 AND s.id = ANY($2::uuid[]) AND s.status IN ('free', 'blocked')
          AND NOT EXISTS (SELECT FROM holds h WHERE h.clinic_id = $1 AND h.slot_id = s.id)
          AND NOT EXISTS (SELECT FROM appointments a WHERE a.clinic_id = $1 AND a.slot_id = s.id)
       RETURNING s.lane`,
      parameters,
    );
    if (deleted.length === slotIds.length) return { removed: deleted.length, orphaned: [], heldUntil: null };
    const rest = await this.mark(parameters);
    return { ...rest, removed: deleted.length + rest.removed };
  }

  private async mark(parameters: readonly unknown[]): Promise<Withdrawal> {
    const rows = await this.database.query<{
      id: string;
      status: string;
      heldUntil: Date | null;
      appointmentId: string | null;
      patientId: string | null;
      startsAt: Date;
      told: boolean;
    }>(
      `WITH lapsed AS (
         UPDATE holds SET status = 'expired', ended_at = holds.expires_at FROM slots s
          WHERE s.clinic_id = $1 AND s.id = ANY($2::uuid[]) AND s.status = 'held' AND s.hold_expires_at <= app.now()
            AND holds.clinic_id = $1 AND holds.id = s.hold_id AND holds.status = 'active'
       )
       UPDATE slots s SET withdrawn_at = COALESCE(s.withdrawn_at, app.now()),
              status = CASE WHEN s.status = 'booked' OR s.hold_expires_at > app.now() THEN s.status ELSE 'withdrawn' END,
              hold_id = CASE WHEN s.hold_expires_at > app.now() THEN s.hold_id END,
              hold_expires_at = CASE WHEN s.hold_expires_at > app.now() THEN s.hold_expires_at END
        WHERE s.clinic_id = $1 AND s.id = ANY($2::uuid[])
       RETURNING s.id, s.status, s.hold_expires_at AS "heldUntil", s.appointment_id AS "appointmentId", s.starts_at AS "startsAt",
                 s.orphan_task_id IS NOT NULL AS told,
                 (SELECT a.patient_id FROM appointments a WHERE a.clinic_id = $1 AND a.id = s.appointment_id) AS "patientId"`,
      parameters,
    );
    const orphaned = rows.flatMap(({ id, appointmentId, patientId, startsAt, told }) =>
      appointmentId === null || patientId === null || told ? [] : [{ id, appointmentId, patientId, startsAt }],
    );
    const ends = rows.flatMap((row) =>
      row.status === 'held' && row.heldUntil !== null ? row.heldUntil.getTime() : [],
    );
    return {
      removed: rows.filter((row) => row.status === 'withdrawn').length,
      orphaned,
      heldUntil: ends.length === 0 ? null : new Date(Math.max(...ends)),
    };
  }

  /** Notes the task that tells of an orphaned booking on its slots. */
  async noteTask(slotIds: readonly string[], taskId: string): Promise<void> {
    await this.database.query('UPDATE slots SET orphan_task_id = $3 WHERE clinic_id = $1 AND id = ANY($2::uuid[])', [
      this.scope.clinicId(),
      slotIds,
      taskId,
    ]);
  }

  /** @returns the tasks that told of them and are not needed any more. */
  async restore(slotIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ taskId: string | null }>(
      `WITH before AS (
         SELECT id, orphan_task_id FROM slots WHERE clinic_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE
       )
       UPDATE slots SET withdrawn_at = NULL, orphan_task_id = NULL FROM before b
        WHERE slots.clinic_id = $1 AND slots.id = b.id AND slots.status IN ('held', 'booked')
       RETURNING b.orphan_task_id AS "taskId"`,
      [this.scope.clinicId(), slotIds],
    );
    return [...new Set(rows.flatMap((row) => row.taskId ?? []))];
  }

  /** The first of these times at which another doctor has the room. */
  async roomTakenAt(slots: readonly WantedSlot[]): Promise<Date | undefined> {
    const [row] = await this.database.query<{ startsAt: Date }>(
      `SELECT w."startsAt" FROM jsonb_to_recordset($2::jsonb) AS w("doctorId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
        WHERE EXISTS (SELECT FROM slots s WHERE s.clinic_id = $1 AND s.room_id = w."roomId" AND s.room_id IS NOT NULL
                AND s.status <> 'withdrawn' AND s.doctor_id <> w."doctorId"
                AND tstzrange(s.starts_at, s.ends_at) && tstzrange(w."startsAt", w."endsAt"))
        ORDER BY 1 LIMIT 1`,
      [this.scope.clinicId(), JSON.stringify(slots.filter((slot) => slot.roomId !== null))],
    );
    return row?.startsAt;
  }

  /** The exclusion constraint judges each row; a collision is left out and never waits in a deadlock. */
  private async insert(slots: readonly WantedSlot[]): Promise<number> {
    const [row] = await this.database.query<{ made: number }>(
      `WITH made AS (
         INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, schedule_id, lane, starts_at, ends_at, visit_type_ids,
                            location_id, room_id, gap_minutes)
         SELECT $1, gen_random_uuid(), w."doctorId", w."specialtyId", w."scheduleId", w.lane, w."startsAt", w."endsAt",
                w."visitTypeIds", w."locationId", w."roomId", w."gapMinutes"
           FROM jsonb_to_recordset($2::jsonb) AS w("doctorId" uuid, "specialtyId" uuid, "scheduleId" uuid, lane smallint,
                "startsAt" timestamptz, "endsAt" timestamptz, "visitTypeIds" uuid[], "locationId" uuid, "roomId" uuid, "gapMinutes" smallint)
         ON CONFLICT DO NOTHING RETURNING lane
       )
       SELECT count(*)::integer AS made FROM made`,
      [this.scope.clinicId(), JSON.stringify(slots)],
    );
    return row?.made ?? 0;
  }
}
