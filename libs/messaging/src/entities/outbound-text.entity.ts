import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** unheard: what a call's line did not carry. alert: to the clinic's own person. */
export type OutboundKind = 'reply' | 'confirmation' | 'reminder' | 'offer' | 'code' | 'unheard' | 'alert';

/**
 * queued → sending (claimed; the outcome is not known yet) → sent (the carrier has it) → delivered, undelivered or
 * failed. suppressed: its receiver asked for silence.
 */
export type OutboundStatus = 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'suppressed';

/** A text of ours, from the wish to the receipt. */
@Entity('outbound_texts')
@Index('outbound_texts_once_key', ['clinicId', 'onceKey'], { unique: true })
@Index('outbound_texts_created_idx', ['clinicId', 'createdAt', 'id'])
@Index('outbound_texts_provider_sid_idx', ['clinicId', 'providerSid'])
@Index('outbound_texts_inbound_idx', ['clinicId', 'inboundTextId'])
export class OutboundText {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OutboundKind;
  @Column('text') toNumber: string;
  @Column('text') fromNumber: string;
  /** As sent; a one-time code is never kept. */
  @Column('text') body: string;
  @Column('text', { default: 'queued' }) status: OutboundStatus;
  /** Given to the carrier inside the webhook's answer instead of through its REST API. */
  @Column('boolean', { default: false }) byTwiml: boolean;
  @Column('text', { nullable: true }) providerSid: string | null;
  /** The carrier's. */
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('smallint', { default: 0 }) attempts: number;
  /** Not worth delivering later than this. */
  @Column('integer', { nullable: true }) validSeconds: number | null;
  /** What this text tells of; one text a key, ever. */
  @Column('text', { nullable: true }) onceKey: string | null;
  @Column('uuid', { nullable: true }) patientId: string | null;
  @Column('uuid', { nullable: true }) appointmentId: string | null;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  @Column('uuid', { nullable: true }) inboundTextId: string | null;
  @Column('timestamptz') createdAt: Date;
  /** Real time of the latest try, to find the text again in the carrier's list. */
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}
