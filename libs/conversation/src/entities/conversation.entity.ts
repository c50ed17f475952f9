import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '@clinicall/language';
import type { Asked, ConversationState } from '../state';

export type Channel = 'voice' | 'sms' | 'chat';

/** One talk with one caller, on one channel or carried over from another. Any instance can go on with it. */
@Entity('conversations')
@Index('conversations_started_idx', ['clinicId', 'startedAt'])
@Index('conversations_thread_idx', ['clinicId', 'channel', 'fromNumber', 'toNumber', 'lastTurnAt'])
@Index('conversations_patient_idx', ['clinicId', 'patientId'])
export class Conversation {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') channel: Channel;
  /** E.164; null when withheld or not given. A hint of who it is, never a proof. */
  @Column('text', { nullable: true }) fromNumber: string | null;
  @Column('text', { nullable: true }) toNumber: string | null;
  @Column('text') language: Language;
  /** open or ended. */
  @Column('text', { default: 'open' }) status: 'open' | 'ended';
  @Column('uuid', { nullable: true }) patientId: string | null;
  @Column('jsonb') state: ConversationState;
  /** Raised by every save: two instances can never both write the same turn. */
  @Column('integer', { default: 1 }) stateVersion: number;
  @Column('text', { array: true, default: '{}' }) asked: Asked[];
  @Column('integer', { default: 0 }) turnCount: number;
  @Column('boolean', { default: false }) escalated: boolean;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz') lastTurnAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** booked, moved, cancelled, escalated, message, none. */
  @Column('text', { nullable: true }) outcome: string | null;
  /** Who answers right now; real time, so that a dead instance's lease runs out. */
  @Column('uuid', { nullable: true }) leaseToken: string | null;
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
}
