import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import type { PlannedAppointment, PlannedSlot } from './world-plan';

/** The bulk writes of an import. What a constraint refuses is named and undoes it all. */
@Injectable()
export class ImportRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @throws AppError `validation_failed` naming the first time that overlaps one already there. */
  async slots(slots: readonly PlannedSlot[], specialtyId: (specialty: string) => string): Promise<void> {
    const rows = slots.map((slot) => ({ ...slot, specialtyId: specialtyId(slot.specialty) }));
    const made = await this.database.query<{ id: string }>(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT $1, g.id, g."doctorId", g."specialtyId", g."startsAt", g."endsAt"
         FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, "doctorId" uuid, "specialtyId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
       ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), JSON.stringify(rows)],
    );
    const ids = new Set(made.map((row) => row.id));
    const refused = slots.find((slot) => !ids.has(slot.id));
    if (refused !== undefined) throw AppError.field(refused.field, 'overlaps a time that the doctor already has');
  }

  /** @throws AppError `validation_failed` naming the first appointment that another one stands against. */
  async appointments(
    appointments: readonly PlannedAppointment[],
    visitTypes: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (appointments.length === 0) return;
    const rows = appointments.map((one, index) => ({ ...one, visitTypeId: visitTypeId(one, index, visitTypes) }));
    const made = await this.database.query<{ id: string }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb)
             AS g(id uuid, "slotId" uuid, "patientId" uuid, status text, "visitTypeId" uuid, reason text)
       ), made AS (
         INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, lane, starts_at, ends_at, patient_id,
                                   visit_type_id, reason, source, status, cancelled_at)
         SELECT $1, g.id, s.id, s.doctor_id, s.specialty_id, s.lane, s.starts_at, s.ends_at, g."patientId", g."visitTypeId",
                g.reason, 'import', g.status, CASE WHEN g.status = 'cancelled' THEN app.now() END
           FROM given g JOIN slots s ON s.clinic_id = $1 AND s.id = g."slotId"
         ON CONFLICT DO NOTHING RETURNING id, slot_id, status
       ), taken AS (
         UPDATE slots SET status = 'booked', appointment_id = m.id FROM made m
          WHERE slots.clinic_id = $1 AND slots.id = m.slot_id AND m.status IN ('booked', 'arrived', 'fulfilled')
       )
       SELECT id FROM made`,
      [this.scope.clinicId(), JSON.stringify(rows)],
    );
    const ids = new Set(made.map((row) => row.id));
    const refused = appointments.findIndex((one) => !ids.has(one.id));
    if (refused >= 0) throw AppError.field(`appointments[${refused}]`, 'is at a time that another appointment has');
  }
}

function visitTypeId(one: PlannedAppointment, index: number, visitTypes: ReadonlyMap<string, string>): string | null {
  if (one.visitType === null) return null;
  const id = visitTypes.get(one.visitType);
  if (id === undefined) throw AppError.field(`appointments[${index}].visitType`, 'is not one of this clinic');
  return id;
}
