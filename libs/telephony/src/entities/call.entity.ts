import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A phone call that the carrier put through to us. */
@Entity('calls')
@Index('calls_call_sid_key', ['clinicId', 'callSid'], { unique: true })
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
}
