import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { AppointmentStatus } from './entities/appointment.entity';
import { takeable } from './slot-conditions';

/** An appointment under the lock, as it stands before a move. */
export interface MovingAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly slotId: string;
  /** Of a visit longer than its slot: the slots after it. */
  readonly moreSlotIds: readonly string[];
  readonly doctorId: string;
  readonly visitTypeId: string | null;
  readonly status: AppointmentStatus;
  readonly version: number;
  readonly startsAt: Date;
  /** The database's time, the clinic's clock. */
  readonly now: Date;
}

/** A slot under the lock. */
export interface LockedSlot {
  readonly id: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holdId: string | null;
  readonly appointmentId: string | null;
  /** Free, or kept by a hold that has ended. */
  readonly takeable: boolean;
  /** Kept by a hold that still stands. */
  readonly heldNow: boolean;
  readonly past: boolean;
  readonly blocked: boolean;
}

/** The statements of a move: several rows must agree, so each is locked first, always patient, appointment, slots by id. */
@Injectable()
export class MovesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** The patient's row goes first: two visits of one patient never move at the same time, each waiting for the other. */
  async lockAppointment(appointmentId: string): Promise<MovingAppointment | undefined> {
    const clinicId = this.scope.clinicId();
    await this.database.query(
      `SELECT p.id FROM patients p JOIN appointments a ON a.clinic_id = p.clinic_id AND a.patient_id = p.id
        WHERE a.clinic_id = $1 AND a.id = $2 FOR NO KEY UPDATE OF p`,
      [clinicId, appointmentId],
    );
    const [row] = await this.database.query<MovingAppointment>(
      `SELECT id, patient_id AS "patientId", slot_id AS "slotId", more_slot_ids AS "moreSlotIds", doctor_id AS "doctorId",
              visit_type_id AS "visitTypeId", status, version, starts_at AS "startsAt", app.now() AS now
         FROM appointments WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [clinicId, appointmentId],
    );
    return row;
  }

  async lockSlots(slotIds: readonly string[], noticeMinutes: number): Promise<Map<string, LockedSlot>> {
    const rows = await this.database.query<LockedSlot>(
      `SELECT id, doctor_id AS "doctorId", specialty_id AS "specialtyId", starts_at AS "startsAt", ends_at AS "endsAt",
              hold_id AS "holdId", appointment_id AS "appointmentId", ${takeable('slots')} AS takeable,
              status = 'held' AND hold_expires_at > app.now() AS "heldNow",
              starts_at <= app.now() + make_interval(mins => $3) AS past, status = 'blocked' AS blocked
         FROM slots WHERE clinic_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
      [this.scope.clinicId(), slotIds, noticeMinutes],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The slot a hold was made for, when the hold is of that owner (null: a token that was already proved). */
  async slotOfHold(
    holdId: string,
    conversationId: string | null,
  ): Promise<{ slotId: string; yours: boolean } | undefined> {
    const [row] = await this.database.query<{ slotId: string; yours: boolean }>(
      `SELECT slot_id AS "slotId", conversation_id IS NOT DISTINCT FROM $3::uuid AS yours
         FROM holds WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), holdId, conversationId],
    );
    return row;
  }

  /**
   * Moves a locked appointment onto locked slots, given in order of time: one row changes its time, so an overlapping move is
   * judged against everything but itself. @throws the driver's 23P01 when the patient has another visit then.
   */
  async move(appointment: MovingAppointment, slots: readonly LockedSlot[], ownHoldId: string | null): Promise<void> {
    const ids = slots.map((slot) => slot.id);
    const ended = slots.map((slot) => slot.holdId).filter((id) => id !== null);
    await this.database.query(
      `WITH moved AS (
         UPDATE appointments SET slot_id = f.id, more_slot_ids = ($3::uuid[])[2:], doctor_id = f.doctor_id, specialty_id = f.specialty_id,
                lane = f.lane, starts_at = f.starts_at, ends_at = l.ends_at, overbooked = false, overbook_reason = NULL,
                version = appointments.version + 1, updated_at = app.now()
           FROM slots f, slots l
          WHERE appointments.clinic_id = $1 AND appointments.id = $2 AND f.clinic_id = $1 AND f.id = ($3::uuid[])[1]
            AND l.clinic_id = $1 AND l.id = ($3::uuid[])[cardinality($3::uuid[])]
         RETURNING appointments.id
       ), freed AS (
         UPDATE slots SET status = 'free', appointment_id = NULL, hold_id = NULL, hold_expires_at = NULL
          WHERE clinic_id = $1 AND id = ANY($4::uuid[]) AND id <> ALL($3::uuid[]) AND appointment_id = $2
       ), taken AS (
         UPDATE slots SET status = 'booked', appointment_id = $2, hold_id = NULL, hold_expires_at = NULL
          WHERE clinic_id = $1 AND id = ANY($3::uuid[])
       ), ended AS (
         UPDATE holds SET status = CASE WHEN id = $6 THEN 'confirmed' ELSE 'expired' END, ended_at = app.now()
          WHERE clinic_id = $1 AND id = ANY($5::uuid[]) AND status = 'active'
       )
       SELECT id FROM moved`,
      [
        this.scope.clinicId(),
        appointment.id,
        ids,
        [appointment.slotId, ...appointment.moreSlotIds],
        [...new Set(ended)],
        ownHoldId,
      ],
    );
  }
}
