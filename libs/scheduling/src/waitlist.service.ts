import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import type { BookingSource } from './booking-results';
import { DoctorsService } from './doctors.service';

export interface WaitlistWish {
  readonly patientId: string;
  /** Name of a specialty; the doctor's own when only a doctor is wished for. */
  readonly specialty?: string | null;
  readonly doctorId?: string | null;
  /** Name or id. */
  readonly visitType?: string | null;
  /** The wished window; open on a side that is absent. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Part of the day in the clinic's wall time, HH:mm. */
  readonly dailyFrom?: string | null;
  readonly dailyTo?: string | null;
  readonly source: BookingSource;
  readonly conversationId?: string | null;
}

/** Who waits for a time that is not free now. */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly doctors: DoctorsService,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /**
   * The same wish again is the same entry.
   * @returns the entry's id. @throws AppError `validation_failed` naming `doctor`, `specialty` or `visitType`.
   */
  async join(wish: WaitlistWish): Promise<string> {
    const doctor = wish.doctorId ?? null;
    const specialtyId = await this.specialtyId(wish);
    const visitTypeId = await this.doctors.visitTypeId(wish.visitType);
    const window = [wish.from ?? null, wish.to ?? null, wish.dailyFrom ?? null, wish.dailyTo ?? null];
    return this.database.transaction(async () => {
      const same = await this.database.query<{ id: string }>(
        `SELECT id FROM waitlist_entries WHERE clinic_id = $1 AND patient_id = $2 AND status = 'waiting'
            AND specialty_id IS NOT DISTINCT FROM $3::uuid AND doctor_id IS NOT DISTINCT FROM $4::uuid
            AND visit_type_id IS NOT DISTINCT FROM $5::uuid AND from_at IS NOT DISTINCT FROM $6::timestamptz
            AND to_at IS NOT DISTINCT FROM $7::timestamptz AND daily_from IS NOT DISTINCT FROM $8::time
            AND daily_to IS NOT DISTINCT FROM $9::time`,
        [this.scope.clinicId(), wish.patientId, specialtyId, doctor, visitTypeId, ...window],
      );
      if (same[0] !== undefined) return same[0].id;
      const id = randomUUID();
      await this.database.query(
        `INSERT INTO waitlist_entries (clinic_id, id, patient_id, specialty_id, doctor_id, visit_type_id, from_at, to_at,
                                       daily_from, daily_to, source, conversation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          this.scope.clinicId(),
          id,
          wish.patientId,
          specialtyId,
          doctor,
          visitTypeId,
          ...window,
          wish.source,
          wish.conversationId ?? null,
        ],
      );
      await this.events.emit('WaitlistJoined', { waitlistEntryId: id, patientId: wish.patientId });
      await this.audit.record({ action: 'waitlist.join', subject: { kind: 'waitlist_entry', id } });
      return id;
    });
  }

  private async specialtyId(wish: WaitlistWish): Promise<string | null> {
    const doctor = wish.doctorId ?? undefined;
    const known = doctor === undefined ? undefined : (await this.doctors.list()).find((one) => one.id === doctor);
    if (doctor !== undefined && known === undefined) throw AppError.field('doctor', 'is not a doctor of this clinic');
    const name = (wish.specialty ?? known?.specialty)?.toLowerCase();
    const found = (await this.doctors.specialties()).find((one) => one.name.toLowerCase() === name);
    if (found === undefined) throw AppError.field('specialty', 'is not a specialty of this clinic');
    return found.id;
  }
}
