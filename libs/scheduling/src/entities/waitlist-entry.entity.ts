import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Appointment } from './appointment.entity';
import { Doctor, Specialty } from './doctor.entity';
import { Hold } from './hold.entity';
import { Patient } from './patient.entity';
import { VisitType } from './visit-type.entity';

export type WaitlistStatus = 'waiting' | 'offered' | 'booked' | 'declined' | 'expired' | 'cancelled';

/** A patient's wish for a time that is not free now. */
@Entity('waitlist_entries')
@Index('waitlist_entries_waiting_idx', ['clinicId', 'specialtyId', 'priority', 'createdAt'], {
  where: `status = 'waiting'`,
})
@Index('waitlist_entries_patient_idx', ['clinicId', 'patientId'])
@Check(
  'waitlist_entries_status_check',
  `status IN ('waiting', 'offered', 'booked', 'declined', 'expired', 'cancelled')`,
)
@Check('waitlist_entries_window_check', `to_at > from_at`)
@Check('waitlist_entries_wish_check', `specialty_id IS NOT NULL OR doctor_id IS NOT NULL`)
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => VisitType, ['clinicId', 'visitTypeId'], ['clinicId', 'id'])
@ForeignKey(() => Hold, ['clinicId', 'offeredHoldId'], ['clinicId', 'id'])
@ForeignKey(() => Appointment, ['clinicId', 'appointmentId'], ['clinicId', 'id'])
export class WaitlistEntry {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  @Column('uuid', { nullable: true }) specialtyId: string | null;
  @Column('uuid', { nullable: true }) doctorId: string | null;
  @Column('uuid', { nullable: true }) visitTypeId: string | null;
  /** The wished window; null: open on that side. */
  @Column('timestamptz', { nullable: true }) fromAt: Date | null;
  @Column('timestamptz', { nullable: true }) toAt: Date | null;
  /** Part of the day in the clinic's wall time. */
  @Column('time', { nullable: true }) dailyFrom: string | null;
  @Column('time', { nullable: true }) dailyTo: string | null;
  @Column('text', { default: 'waiting' }) status: WaitlistStatus;
  @Column('uuid', { nullable: true }) offeredHoldId: string | null;
  @Column('timestamptz', { nullable: true }) offeredAt: Date | null;
  @Column('uuid', { nullable: true }) appointmentId: string | null;
  /** May be texted when a time is free. */
  @Column('boolean', { default: true }) contactConsent: boolean;
  @Column('smallint', { default: 0 }) priority: number;
  @Column('text') source: string;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
}
