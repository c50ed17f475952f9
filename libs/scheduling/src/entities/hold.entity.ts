import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Patient } from './patient.entity';
import { Slot } from './slot.entity';
import { VisitType } from './visit-type.entity';

/** Who kept which slot until when. Whether it still stands is said by its slot alone; this row is the record. */
@Entity('holds')
@Index('holds_slot_idx', ['clinicId', 'slotId'])
@Index('holds_conversation_idx', ['clinicId', 'conversationId'], { where: `status = 'active'` })
@Exclusion('holds_one_live', `USING btree (clinic_id WITH =, held_for WITH =) WHERE (status = 'active')`, {
  deferrable: 'INITIALLY DEFERRED',
})
@Check(
  'holds_owner_check',
  `owner_kind IN ('token', 'conversation', 'waitlist')
     AND (owner_kind = 'conversation') = (conversation_id IS NOT NULL)`,
)
@Check('holds_status_check', `status IN ('active', 'released', 'expired', 'confirmed')`)
@ForeignKey(() => Slot, ['clinicId', 'slotId'], ['clinicId', 'id'])
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'])
@ForeignKey(() => VisitType, ['clinicId', 'visitTypeId'], ['clinicId', 'id'])
export class Hold {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') slotId: string;
  /** Of a visit that is longer than its slot: the slots after it, in order. */
  @Column('uuid', { array: true, default: [] }) moreSlotIds: string[];
  /**
   * `token`: whoever shows the holdToken, which is derived from the id and stored nowhere. `waitlist`: the patient a freed
   * time was offered to.
   */
  @Column('text') ownerKind: 'token' | 'conversation' | 'waitlist';
  @Column('uuid', { nullable: true }) conversationId: string | null;
  /** SHA-256 of the caller's number, else the conversation: whoever talks to the clinic keeps one time. */
  @Column('text', { nullable: true }) heldFor: string | null;
  @Column('uuid', { nullable: true }) patientId: string | null;
  @Column('uuid', { nullable: true }) visitTypeId: string | null;
  @Column('text', { default: 'active' }) status: 'active' | 'released' | 'expired' | 'confirmed';
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** A hold is extended once. */
  @Column('timestamptz', { nullable: true }) extendedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
