import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Doctor, Specialty } from './doctor.entity';
import { Location, Room } from './location.entity';

export type SlotStatus = 'free' | 'held' | 'booked' | 'blocked' | 'withdrawn';

/**
 * A time that can be booked, made ahead from a schedule. A hold that has expired leaves its slot `held`: every reader
 * counts it as free, and whoever takes the slot next ends it. One row a lane. A `withdrawn` one has lost its rule and is kept
 * for its history alone. The trigger slots_stay_withdrawn turns one with withdrawnAt that is given back into that.
 */
@Entity('slots')
@Index('slots_open_specialty_idx', ['clinicId', 'specialtyId', 'startsAt', 'id'], {
  where: `status IN ('free', 'held')`,
})
@Index('slots_open_doctor_idx', ['clinicId', 'doctorId', 'startsAt', 'id'], { where: `status IN ('free', 'held')` })
@Check('slots_status_check', `status IN ('free', 'held', 'booked', 'blocked', 'withdrawn')`)
@Check('slots_times_check', `ends_at > starts_at`)
@Check('slots_lane_check', `lane >= 1`)
@Check(
  'slots_hold_check',
  `(status = 'held') = (hold_id IS NOT NULL) AND (hold_id IS NULL) = (hold_expires_at IS NULL)`,
)
@Check('slots_appointment_check', `(status = 'booked') = (appointment_id IS NOT NULL)`)
@Exclusion(
  'slots_no_overlap',
  `USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&)
   WHERE (status <> 'withdrawn')`,
)
@Exclusion(
  'slots_room_no_overlap',
  `USING gist (clinic_id WITH =, room_id WITH =, doctor_id WITH <>, tstzrange(starts_at, ends_at) WITH &&)
   WHERE (room_id IS NOT NULL AND status <> 'withdrawn')`,
)
@Check('slots_gap_check', `gap_minutes BETWEEN 0 AND 480`)
@Check(
  'slots_withdrawn_check',
  `(status <> 'free' OR withdrawn_at IS NULL) AND (status <> 'withdrawn' OR withdrawn_at IS NOT NULL)`,
)
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Location, ['clinicId', 'locationId'], ['clinicId', 'id'])
@ForeignKey(() => Room, ['clinicId', 'roomId'], ['clinicId', 'id'])
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
  /** Where it is; the room is of that doctor alone at that time. */
  @Column('uuid', { nullable: true }) locationId: string | null;
  @Column('uuid', { nullable: true }) roomId: string | null;
  /** Buffer after it until the session's next slot may begin: the two are consecutive when the next begins just then. */
  @Column('smallint', { default: 0 }) gapMinutes: number;
  /** When its rule went while it was held or booked. */
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  /** The task that tells staff of a booking without a rule. */
  @Column('uuid', { nullable: true }) orphanTaskId: string | null;
  /** Why staff blocked it. */
  @Column('text', { nullable: true }) blockReason: string | null;
}
