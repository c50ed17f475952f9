import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Doctor, Specialty } from './doctor.entity';
import { Hold } from './hold.entity';
import { Patient } from './patient.entity';
import { Slot } from './slot.entity';
import { VisitType } from './visit-type.entity';

/** FHIR's words. The first three are live: they keep the doctor's lane and the patient's time. */
export type AppointmentStatus = 'booked' | 'arrived' | 'fulfilled' | 'cancelled' | 'noshow';

/** A patient's visit. Moving it changes this row, so that at every instant there is exactly one time. */
@Entity('appointments')
@Index('appointments_live_slot_key', ['clinicId', 'slotId'], {
  unique: true,
  where: `status IN ('booked', 'arrived', 'fulfilled') AND NOT overbooked`,
})
@Index('appointments_hold_key', ['clinicId', 'holdId'], { unique: true, where: 'hold_id IS NOT NULL' })
@Index('appointments_slot_idx', ['clinicId', 'slotId'])
@Index('appointments_starts_idx', ['clinicId', 'startsAt', 'id'])
@Index('appointments_patient_idx', ['clinicId', 'patientId', 'startsAt', 'id'])
@Index('appointments_doctor_load_idx', ['clinicId', 'doctorId', 'startsAt', 'createdAt'], {
  where: `status IN ('booked', 'arrived', 'fulfilled')`,
})
@Index('appointments_series_idx', ['clinicId', 'seriesId'], { where: 'series_id IS NOT NULL' })
@Check('appointments_status_check', `status IN ('booked', 'arrived', 'fulfilled', 'cancelled', 'noshow')`)
@Check('appointments_times_check', `ends_at > starts_at`)
@Check('appointments_overbook_check', `overbooked = (overbook_reason IS NOT NULL)`)
@Check('appointments_cancel_check', `(status = 'cancelled') = (cancelled_at IS NOT NULL)`)
@Check('appointments_late_cancel_check', `status = 'cancelled' OR (cancel_code IS NULL AND NOT late_cancel)`)
@Exclusion(
  'appointments_doctor_no_overlap',
  `USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&)
   WHERE (status IN ('booked', 'arrived', 'fulfilled') AND NOT overbooked)`,
)
@Exclusion(
  'appointments_patient_no_overlap',
  `USING gist (clinic_id WITH =, patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
   WHERE (status IN ('booked', 'arrived', 'fulfilled'))`,
)
@ForeignKey(() => Slot, ['clinicId', 'slotId'], ['clinicId', 'id'])
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'])
@ForeignKey(() => VisitType, ['clinicId', 'visitTypeId'], ['clinicId', 'id'])
@ForeignKey(() => Hold, ['clinicId', 'holdId'], ['clinicId', 'id'])
export class Appointment {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') slotId: string;
  /** Of a visit that is longer than its slot: the slots after it, in order. */
  @Column('uuid', { array: true, default: [] }) moreSlotIds: string[];
  @Column('uuid') doctorId: string;
  @Column('uuid') specialtyId: string;
  @Column('uuid') patientId: string;
  @Column('uuid', { nullable: true }) visitTypeId: string | null;
  /** The hold it was confirmed from: a second confirmation finds the first one's row. */
  @Column('uuid', { nullable: true }) holdId: string | null;
  @Column('smallint') lane: number;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text', { default: 'booked' }) status: AppointmentStatus;
  /** Staff put it beside another on purpose: outside the doctor's constraint, never outside the patient's. */
  @Column('boolean', { default: false }) overbooked: boolean;
  @Column('text', { nullable: true }) overbookReason: string | null;
  /** voice, sms, chat, api or import: where the booking came from. */
  @Column('text') source: string;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  /** Why the patient comes, in the patient's words. */
  @Column('text', { nullable: true }) reason: string | null;
  /** HL7's appointment-cancellation-reason, see cancel-codes.ts. */
  @Column('text', { nullable: true }) cancelCode: string | null;
  /** In somebody's own words. */
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  /** The patient cancelled inside the clinic's cancellation window: its own outcome. */
  @Column('boolean', { default: false }) lateCancel: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'app.now()' }) updatedAt: Date;
}
