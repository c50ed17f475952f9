import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One try to put a caller through to the clinic's person. */
@Entity('call_transfers')
@Index('call_transfers_ringing_key', ['clinicId', 'callId'], { unique: true, where: 'outcome IS NULL' })
@Check('call_transfers_how_check', `how IN ('cold', 'warm')`)
@Check(
  'call_transfers_outcome_check',
  `outcome IN ('accepted', 'declined', 'no_answer', 'busy', 'failed', 'caller_left') AND (outcome IS NULL) = (settled_at IS NULL)`,
)
@Check('call_transfers_joined_check', `joined_at IS NULL OR outcome = 'accepted'`)
export class CallTransfer {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') conversationId: string;
  /** cold: dialled and connected; warm: the person hears what it is about and accepts by a key. */
  @Column('text') how: string;
  /** Why the caller wants a person, as the agent put it. */
  @Column('text', { nullable: true }) reason: string | null;
  /** The carrier's id of the person's own call. */
  @Column('text', { nullable: true }) staffCallSid: string | null;
  /** accepted, declined, no_answer, busy, failed, caller_left; null while it rings. */
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('timestamptz', { default: () => 'now()' }) begunAt: Date;
  /** Both could hear each other from here on. */
  @Column('timestamptz', { nullable: true }) joinedAt: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}
