import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A recording at the carrier; the sound itself is never here. */
@Entity('call_recordings')
@Index('call_recordings_sid_key', ['clinicId', 'recordingSid'], { unique: true })
@Index('call_recordings_once_key', ['clinicId', 'callId'], { unique: true, where: `kind = 'call'` })
@Check('call_recordings_kind_check', `kind IN ('call', 'voicemail')`)
@Check('call_recordings_status_check', `status IN ('asked', 'running', 'kept', 'failed')`)
export class CallRecording {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') conversationId: string;
  /** call: both sides of a call; voicemail: a message. */
  @Column('text') kind: string;
  /** When the caller agreed, by a yes or a key. */
  @Column('timestamptz') consentedAt: Date;
  /** The carrier's id, once there is one. */
  @Column('text', { nullable: true }) recordingSid: string | null;
  /** The task that a message became. */
  @Column('uuid', { nullable: true }) taskId: string | null;
  /** asked, running, kept, failed. */
  @Column('text', { default: 'asked' }) status: string;
  @Column('integer', { nullable: true }) seconds: number | null;
  @Column('timestamptz', { default: () => 'now()' }) madeAt: Date;
  /** It is to go at the carrier from this time on, whatever the clinic's retention: its patient was erased. */
  @Column('timestamptz', { nullable: true }) expireAt: Date | null;
}
