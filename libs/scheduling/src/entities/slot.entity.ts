import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Doctor, Specialty } from './doctor.entity';

export type SlotStatus = 'free' | 'held' | 'booked' | 'blocked';

/**
 * A time that can be booked, made ahead from a schedule. A hold that has expired leaves its slot `held`: every reader
 * counts it as free, and whoever takes the slot next ends it. One row a lane.
 */
@Entity('slots')
@Index('slots_open_specialty_idx', ['clinicId', 'specialtyId', 'startsAt', 'id'], {
  where: `status IN ('free', 'held')`,
})
@Index('slots_open_doctor_idx', ['clinicId', 'doctorId', 'startsAt', 'id'], { where: `status IN ('free', 'held')` })
@Check('slots_status_check', `status IN ('free', 'held', 'booked', 'blocked')`)
@Check('slots_times_check', `ends_at > starts_at`)
@Check('slots_lane_check', `lane >= 1`)
@Check(
  'slots_hold_check',
  `(status = 'held') = (hold_id IS NOT NULL) AND (hold_id IS NULL) = (hold_expires_at IS NULL)`,
)
@Check('slots_appointment_check', `(status = 'booked') = (appointment_id IS NOT NULL)`)
@Exclusion(
  'slots_no_overlap',
  `USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&)`,
)
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey('Hold', ['clinicId', 'holdId'], ['clinicId', 'id'])
@ForeignKey('Appointment', ['clinicId', 'appointmentId'], ['clinicId', 'id'])
export class Slot {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') doctorId: string;
  @Column('uuid') specialtyId: string;
  /** The weekly rule or exception it was made from; null: imported, and never withdrawn by a rule's change. */
  @Column('uuid', { nullable: true }) scheduleId: string | null;
  @Column('smallint', { default: 1 }) lane: number;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text', { default: 'free' }) status: SlotStatus;
  /** Visit types allowed; null: any. */
  @Column('uuid', { array: true, nullable: true }) visitTypeIds: string[] | null;
  @Column('uuid', { nullable: true }) holdId: string | null;
  @Column('timestamptz', { nullable: true }) holdExpiresAt: Date | null;
  @Column('uuid', { nullable: true }) appointmentId: string | null;
}
