import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { NewAppointment, Taking } from './bookings.repository';
import { takeable } from './slot-conditions';

/** Visits that staff put beside another one on purpose: outside the doctor's constraint, never outside the patient's. */
@Injectable()
export class OverbookingsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** The slot stays whose it is. Undefined: no such slot. `slot_free`: nothing is there to book beside. */
  async book(slotId: string, booking: NewAppointment, reason: string): Promise<Taking | undefined> {
    const [row] = await this.database.query<Taking>(
      `WITH seen AS MATERIALIZED (
         SELECT s.*, CASE
             WHEN s.starts_at <= app.now() THEN 'past_time'
             WHEN s.status = 'withdrawn' THEN 'slot_taken'
             WHEN ${takeable('s')} THEN 'slot_free'
             WHEN NOT EXISTS (SELECT FROM patients p WHERE p.clinic_id = $1 AND p.id = $4 AND p.merged_into_id IS NULL FOR KEY SHARE)
               THEN 'patient_not_found'
             ELSE 'ok' END AS verdict
           FROM slots s WHERE s.clinic_id = $1 AND s.id = $2
       ), booked AS (
         INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, lane, starts_at, ends_at, patient_id,
                                   visit_type_id, reason, source, conversation_id, overbooked, overbook_reason)
         SELECT $1, $3, v.id, v.doctor_id, v.specialty_id, v.lane, v.starts_at, v.ends_at, $4, $5, $6, $7, $8, true, $9
           FROM seen v WHERE v.verdict = 'ok'
         ON CONFLICT DO NOTHING
         RETURNING id
       )
       SELECT v.verdict, v.id AS "slotId", v.doctor_id AS "doctorId", v.specialty_id AS "specialtyId",
              v.starts_at AS "startsAt", v.ends_at AS "endsAt", (SELECT id FROM booked) AS "appointmentId" FROM seen v`,
      [
        this.scope.clinicId(),
        slotId,
        booking.id,
        booking.patientId,
        booking.visitTypeId,
        booking.reason,
        booking.source,
        booking.conversationId,
        reason,
      ],
    );
    return row;
  }
}
