import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Doctor, Specialty } from './doctor.entity';
import { Location, Room } from './location.entity';

/** A doctor's weekly session in the clinic's wall time; slots are made from it. */
@Entity('schedules')
@Check('schedules_weekday_check', `weekday BETWEEN 1 AND 7`)
@Check('schedules_times_check', `to_time > from_time`)
@Check('schedules_days_check', `ends_on >= starts_on`)
@Check('schedules_slot_minutes_check', `slot_minutes BETWEEN 1 AND 1440`)
@Check('schedules_capacity_check', `capacity BETWEEN 1 AND 1000`)
@Check('schedules_buffers_check', `buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240`)
@Exclusion(
  'schedules_no_overlap',
  `USING gist (clinic_id WITH =, doctor_id WITH =, weekday WITH =,
     int4range((EXTRACT(epoch FROM from_time) / 60)::integer, (EXTRACT(epoch FROM to_time) / 60)::integer) WITH &&,
     daterange(starts_on, ends_on, '[]') WITH &&)`,
)
@Exclusion(
  'schedules_room_no_overlap',
  `USING gist (clinic_id WITH =, room_id WITH =, doctor_id WITH <>, weekday WITH =,
     int4range((EXTRACT(epoch FROM from_time) / 60)::integer, (EXTRACT(epoch FROM to_time) / 60)::integer) WITH &&,
     daterange(starts_on, ends_on, '[]') WITH &&) WHERE (room_id IS NOT NULL)`,
)
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Location, ['clinicId', 'locationId'], ['clinicId', 'id'])
@ForeignKey(() => Room, ['clinicId', 'roomId'], ['clinicId', 'id'])
export class Schedule {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') doctorId: string;
  @Column('uuid') specialtyId: string;
  /** ISO 8601: 1 is Monday. */
  @Column('smallint') weekday: number;
  /** HH:mm, wall time. */
  @Column('time') fromTime: string;
  @Column('time') toTime: string;
  /** First and last day it holds (YYYY-MM-DD); null: until further notice. */
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('smallint') slotMinutes: number;
  /** Patients at once: that many lanes of slots. */
  @Column('smallint', { default: 1 }) capacity: number;
  /** Visit types allowed; null: any. */
  @Column('uuid', { array: true, nullable: true }) visitTypeIds: string[] | null;
  @Column('uuid', { nullable: true }) locationId: string | null;
  @Column('uuid', { nullable: true }) roomId: string | null;
  /** Minutes kept free around each slot, inside the session. */
  @Column('smallint', { default: 0 }) bufferBeforeMinutes: number;
  @Column('smallint', { default: 0 }) bufferAfterMinutes: number;
  @Column('integer', { default: 1 }) version: number;
}

/** A holiday closes the clinic, a leave one doctor; an override stands in place of the day's rules, an extra session beside them. */
export type ExceptionKind = 'closed' | 'holiday' | 'leave' | 'extra' | 'override';

/** Days that differ from the weekly rule. */
@Entity('schedule_exceptions')
@Index('schedule_exceptions_days_idx', ['clinicId', 'endsOn'])
@Check('schedule_exceptions_kind_check', `kind IN ('closed', 'holiday', 'leave', 'extra', 'override')`)
@Check(
  'schedule_exceptions_whose_check',
  `(kind <> 'holiday' OR doctor_id IS NULL) AND (kind <> 'leave' OR doctor_id IS NOT NULL)`,
)
@Check(
  'schedule_exceptions_buffers_check',
  `buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240`,
)
@Check('schedule_exceptions_days_check', `ends_on >= starts_on`)
@Check(
  'schedule_exceptions_times_check',
  `(from_time IS NULL) = (to_time IS NULL) AND (from_time IS NULL OR to_time > from_time)`,
)
@Check(
  'schedule_exceptions_session_check',
  `kind NOT IN ('extra', 'override') OR (doctor_id IS NOT NULL AND specialty_id IS NOT NULL
     AND from_time IS NOT NULL AND slot_minutes BETWEEN 1 AND 1440 AND capacity BETWEEN 1 AND 1000)`,
)
@Exclusion(
  'schedule_exceptions_no_overlap',
  `USING gist (clinic_id WITH =, doctor_id WITH =,
     int4range((EXTRACT(epoch FROM from_time) / 60)::integer, (EXTRACT(epoch FROM to_time) / 60)::integer) WITH &&,
     daterange(starts_on, ends_on, '[]') WITH &&) WHERE (kind IN ('extra', 'override'))`,
)
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Location, ['clinicId', 'locationId'], ['clinicId', 'id'])
@ForeignKey(() => Room, ['clinicId', 'roomId'], ['clinicId', 'id'])
export class ScheduleException {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** Null: the whole clinic. */
  @Column('uuid', { nullable: true }) doctorId: string | null;
  @Column('text') kind: ExceptionKind;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  /** Null where it closes: the whole day. */
  @Column('time', { nullable: true }) fromTime: string | null;
  @Column('time', { nullable: true }) toTime: string | null;
  @Column('uuid', { nullable: true }) specialtyId: string | null;
  @Column('smallint', { nullable: true }) slotMinutes: number | null;
  @Column('smallint', { default: 1 }) capacity: number;
  @Column('uuid', { array: true, nullable: true }) visitTypeIds: string[] | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) locationId: string | null;
  @Column('uuid', { nullable: true }) roomId: string | null;
  /** Minutes kept free around each slot, inside the session. */
  @Column('smallint', { default: 0 }) bufferBeforeMinutes: number;
  @Column('smallint', { default: 0 }) bufferAfterMinutes: number;
  @Column('integer', { default: 1 }) version: number;
}
