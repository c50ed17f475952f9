import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { APPOINTMENT_LIFE } from './booking-life';
import type { AppointmentChange } from './booking-life';
import type { CancelCode } from './cancel-codes';
import type { AppointmentStatus } from './entities/appointment.entity';

/** An appointment under the lock. */
export interface LockedVisit {
  readonly id: string;
  readonly status: AppointmentStatus;
  readonly version: number;
  readonly startsAt: Date;
  /** The database's time, the clinic's clock. */
  readonly now: Date;
  readonly late: boolean;
}

/** The statements that change the state of a visit: locked first, then written where the table of booking-life.ts allows. */
@Injectable()
export class VisitChangesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** What is read and written after it in the transaction is about the visit's present time. */
  async lock(appointmentId: string): Promise<LockedVisit | undefined> {
    const [row] = await this.database.query<LockedVisit>(
      `SELECT id, status, version, starts_at AS "startsAt", app.now() AS now, late_cancel AS late
         FROM appointments WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [this.scope.clinicId(), appointmentId],
    );
    return row;
  }

  /** Cancels a locked appointment and frees all its slots. */
  async cancel(
    appointmentId: string,
    change: 'cancel' | 'leave',
    why: { readonly code: CancelCode | null; readonly reason: string | null; readonly late: boolean },
  ): Promise<void> {
    await this.database.query(
      `WITH cancelled AS (
         UPDATE appointments SET status = 'cancelled', cancelled_at = app.now(), cancel_code = $4, cancel_reason = $5,
                late_cancel = $6, version = version + 1, updated_at = app.now()
          WHERE clinic_id = $1 AND id = $2 AND status = ANY($3)
         RETURNING id, slot_id || more_slot_ids AS slot_ids
       )
       UPDATE slots SET status = 'free', appointment_id = NULL, hold_id = NULL, hold_expires_at = NULL
         FROM cancelled c WHERE slots.clinic_id = $1 AND slots.id = ANY(c.slot_ids) AND slots.appointment_id = c.id`,
      [this.scope.clinicId(), appointmentId, APPOINTMENT_LIFE[change].from, why.code, why.reason, why.late],
    );
  }

  /** @throws the driver's 23P01 when the visit comes back to life beside another one of the patient's. */
  async change(appointmentId: string, change: AppointmentChange): Promise<void> {
    const { from, to } = APPOINTMENT_LIFE[change];
    await this.database.query(
      `UPDATE appointments SET status = $3, version = version + 1, updated_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND status = ANY($4)`,
      [this.scope.clinicId(), appointmentId, to, from],
    );
  }
}
