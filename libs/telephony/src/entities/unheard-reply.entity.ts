import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Words of a reply that the caller did not hear, and what became of them. */
@Entity('unheard_replies')
@Index('unheard_replies_once_key', ['clinicId', 'callId', 'seq'], { unique: true })
@Check('unheard_replies_weight_check', `weight IN ('outcome', 'answer', 'talk')`)
@Check('unheard_replies_state_check', `state IN ('waiting', 'speaking', 'heard', 'texted', 'task', 'dropped')`)
@Check('unheard_replies_stream_check', `state <> 'speaking' OR stream IS NOT NULL`)
@Check('unheard_replies_settled_check', `(state IN ('waiting', 'speaking')) = (settled_at IS NULL)`)
@Check('unheard_replies_text_check', `(text IS NULL) = (settled_at IS NOT NULL)`)
export class UnheardReply {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') conversationId: string;
  /** Of the reply's turn in the conversation. */
  @Column('integer') seq: number;
  /** Whole sentences; gone once they are told or given up. */
  @Column('text', { nullable: true }) text: string | null;
  /** outcome: an act of the caller's, or an emergency; answer: they asked; talk: worth nothing once the call is over. */
  @Column('text') weight: string;
  /** False when the carrier ended the stream in order: the caller may have hung up. */
  @Column('boolean', { default: true }) lineBroke: boolean;
  /** waiting, speaking (by `stream`), and settled: heard, texted, task, dropped. */
  @Column('text') state: string;
  /** The stream that says it; 1 is the call's first. */
  @Column('smallint', { nullable: true }) stream: number | null;
  @Column('timestamptz', { default: () => 'now()' }) notedAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}
