import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Appointment } from './appointment.entity';
import { Doctor, Specialty } from './doctor.entity';
import { Hold } from './hold.entity';
import { Patient } from './patient.entity';
import { Slot } from './slot.entity';
import { VisitType } from './visit-type.entity';

export type WaitlistStatus = 'waiting' | 'offered' | 'booked' | 'declined' | 'expired' | 'cancelled';

/** A patient's wish for a time that is not free now. */
@Entity('waitlist_entries')
@Index('waitlist_entries_waiting_idx', ['clinicId', 'specialtyId', 'priority', 'createdAt'], {
  where: `status = 'waiting'`,
})
@Index('waitlist_entries_patient_idx', ['clinicId', 'patientId'])
@Index('waitlist_entries_moves_idx', ['clinicId', 'movesAppointmentId'], { where: 'moves_appointment_id IS NOT NULL' })
@Check(
  'waitlist_entries_status_check',
  `status IN ('waiting', 'offered', 'booked', 'declined', 'expired', 'cancelled')`,
)
@Check('waitlist_entries_window_check', `to_at > from_at`)
@Check('waitlist_entries_wish_check', `specialty_id IS NOT NULL OR doctor_id IS NOT NULL`)
@Check('waitlist_entries_offer_check', `status <> 'offered' OR offered_hold_id IS NOT NULL`)
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => VisitType, ['clinicId', 'visitTypeId'], ['clinicId', 'id'])
@ForeignKey(() => Hold, ['clinicId', 'offeredHoldId'], ['clinicId', 'id'])
@ForeignKey(() => Appointment, ['clinicId', 'appointmentId'], ['clinicId', 'id'])
@ForeignKey(() => Appointment, ['clinicId', 'movesAppointmentId'], ['clinicId', 'id'])
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
  /** ISO 8601 weekdays that suit (1 is Monday); null: any. */
  @Column('smallint', { array: true, nullable: true }) weekdays: number[] | null;
  @Column('text', { default: 'waiting' }) status: WaitlistStatus;
  @Column('uuid', { nullable: true }) offeredHoldId: string | null;
  @Column('timestamptz', { nullable: true }) offeredAt: Date | null;
  @Column('uuid', { nullable: true }) appointmentId: string | null;
  /** The visit that an earlier time is wished for: taking an offer moves it. */
  @Column('uuid', { nullable: true }) movesAppointmentId: string | null;
  /** May be texted when a time is free. */
  @Column('boolean', { default: true }) contactConsent: boolean;
  @Column('smallint', { default: 0 }) priority: number;
  /** Offers that ended without an answer; too many end the entry. */
  @Column('smallint', { default: 0 }) missedOffers: number;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') source: string;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
}

export type OfferStatus = 'offered' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

/** A freed time held for one entry until it is answered: the record of who was asked, in which order, and what they said. */
@Entity('waitlist_offers')
@Index('waitlist_offers_live_entry_key', ['clinicId', 'entryId'], { unique: true, where: `status = 'offered'` })
@Index('waitlist_offers_live_slot_key', ['clinicId', 'slotId'], { unique: true, where: `status = 'offered'` })
@Index('waitlist_offers_live_phone_key', ['clinicId', 'phone'], { unique: true, where: `status = 'offered'` })
@Index('waitlist_offers_entry_idx', ['clinicId', 'entryId', 'slotId'])
@Check('waitlist_offers_status_check', `status IN ('offered', 'accepted', 'declined', 'lapsed', 'withdrawn')`)
@Check('waitlist_offers_ended_check', `(status = 'offered') = (ended_at IS NULL)`)
@ForeignKey(() => WaitlistEntry, ['clinicId', 'entryId'], ['clinicId', 'id'])
@ForeignKey(() => Slot, ['clinicId', 'slotId'], ['clinicId', 'id'])
@ForeignKey(() => Hold, ['clinicId', 'holdId'], ['clinicId', 'id'])
export class WaitlistOffer {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entryId: string;
  @Column('uuid') slotId: string;
  @Column('uuid') holdId: string;
  /** The number it was sent to, E.164. */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { default: 'offered' }) status: OfferStatus;
  @Column('timestamptz', { default: () => 'app.now()' }) offeredAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
