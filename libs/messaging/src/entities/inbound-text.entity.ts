import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a text is: words for the agent, or one of the network's own words. */
export type InboundKind = 'text' | 'stop' | 'start' | 'help';

/** received: not answered yet. ignored: never will be (its sender asked for silence, or the network answered). */
export type InboundStatus = 'received' | 'answered' | 'ignored' | 'failed';

/** A text from a handset; the carrier's MessageSid has one effect, however often it comes. */
@Entity('inbound_texts')
@Index('inbound_texts_message_sid_key', ['clinicId', 'messageSid'], { unique: true })
@Index('inbound_texts_position_key', ['clinicId', 'threadId', 'position'], { unique: true })
@Index('inbound_texts_received_idx', ['clinicId', 'receivedAt', 'id'])
export class InboundText {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') threadId: string;
  /** Place in its thread, from 1: the order of answering. */
  @Column('integer') position: number;
  @Column('text') messageSid: string;
  @Column('text') fromNumber: string;
  @Column('text') toNumber: string;
  @Column('text') body: string;
  @Column('smallint', { default: 0 }) mediaCount: number;
  @Column('text') kind: InboundKind;
  @Column('text', { default: 'received' }) status: InboundStatus;
  /** Answers that were begun; at three a person takes over. */
  @Column('smallint', { default: 0 }) attempts: number;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  /** Turns of the conversation when this text was first put to the agent: a later one answers it. */
  @Column('integer', { nullable: true }) turnsBefore: number | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}
