import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A phone call that the carrier put through to us. */
@Entity('calls')
@Index('calls_call_sid_key', ['clinicId', 'callSid'], { unique: true })
@Index('calls_live_idx', ['clinicId', 'startedAt'], { where: 'ending IS NULL' })
@Check('calls_door_check', `door IN ('stream', 'relay')`)
export class Call {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** The carrier's id of the call. */
  @Column('text') callSid: string;
  @Column('uuid') conversationId: string;
  /** SHA-256 of the token that opens the call's media stream, once; null when it is used. */
  @Column('text', { nullable: true }) streamTokenHash: string | null;
  /** Real time. */
  @Column('timestamptz', { nullable: true }) streamTokenEndsAt: Date | null;
  /** Streams opened so far; more than one means that the call came back. */
  @Column('smallint', { default: 0 }) streams: number;
  /** Why it is over: finished, transferred, silent, hung_up, lost; null while it goes on. */
  @Column('text', { nullable: true }) ending: string | null;
  @Column('timestamptz', { default: () => 'now()' }) startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** The furthest state the carrier has told of; its callbacks may come twice and out of order. */
  @Column('text', { nullable: true }) carrierStatus: string | null;
  /** Length of the call, as the carrier counts it. */
  @Column('integer', { nullable: true }) seconds: number | null;
  /** Why the agent has the caller back, to be said first on the next stream: declined, no_answer, busy, failed, left_message. */
  @Column('text', { nullable: true }) resumeAs: string | null;
  /** stream: our own ears and voice; relay: the carrier's, text between us. */
  @Column('text', { default: 'stream' }) door: string;
  /** Number in the conversation of the last reply known to have been heard whole; kept for those that matter after the call. */
  @Column('integer', { nullable: true }) heardSeq: number | null;
}
