import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ModelRequestRecord, ProviderFailure } from '../model-work';
import type { StateDigest } from '../state-digest';

/** What one side said; the caller's turn and our reply to it have neighbouring numbers. */
@Entity('turns')
@Index('turns_seq_key', ['clinicId', 'conversationId', 'seq'], { unique: true })
@Check('turns_cost_usd_check', 'cost_usd >= 0')
@Check('turns_redaction_check', `redaction IN ('none', 'codes')`)
export class Turn {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  @Column('integer') seq: number;
  /** caller or agent. */
  @Column('text') who: 'caller' | 'agent';
  @Column('text') text: string;
  /** What of `text` was really played, when it was cut short. */
  @Column('text', { nullable: true }) heard: string | null;
  @Column('boolean', { default: false }) interrupted: boolean;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) provider: string | null;
  @Column('text', { nullable: true }) model: string | null;
  @Column('integer', { nullable: true }) promptTokens: number | null;
  @Column('integer', { nullable: true }) completionTokens: number | null;
  @Column('integer', { default: 0 }) modelRequests: number;
  @Column('integer', { nullable: true }) firstTokenMs: number | null;
  @Column('integer', { nullable: true }) durationMs: number | null;
  /** Of the prompt's tokens, those that the provider had kept; null when it does not say. */
  @Column('integer', { nullable: true }) cachedTokens: number | null;
  /** US dollars; null when a model of the turn has no known price. */
  @Column('numeric', { precision: 14, scale: 8, nullable: true }) costUsd: number | null;
  /** Each answer of a model, in order. */
  @Column('jsonb', { default: [] }) requests: ModelRequestRecord[];
  @Column('jsonb', { default: [] }) failures: ProviderFailure[];
  /** Where things stood before the turn and after it. */
  @Column('jsonb', { nullable: true }) stateBefore: StateDigest | null;
  @Column('jsonb', { nullable: true }) stateAfter: StateDigest | null;
  /** What was left out of the row: none, or the digits of one-time codes. */
  @Column('text', { default: 'none' }) redaction: 'none' | 'codes';
  /** The model's own part of the words, and what they asked for. */
  @Column('jsonb', { default: {} }) meta: Record<string, unknown>;
}

/** A tool that ran: kept whatever became of the turn, so that an interrupted write is never done twice. */
@Entity('tool_calls')
@Index('tool_calls_turn_idx', ['clinicId', 'conversationId', 'seq', 'round', 'position'])
export class ToolCallRow {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  /** Of the agent's turn that it served. */
  @Column('integer') seq: number;
  /** Which answer of the model in that turn, from 0. */
  @Column('smallint') round: number;
  @Column('integer') position: number;
  @Column('text') callId: string;
  @Column('text') name: string;
  /** JSON as the model wrote it, wrong or not. */
  @Column('text') arguments: string;
  @Column('jsonb') result: Record<string, unknown>;
  @Column('integer') latencyMs: number;
  @Column('timestamptz') at: Date;
}

/** What a guard withheld or decided, for the supervision log. */
@Entity('guard_actions')
@Index('guard_actions_turn_idx', ['clinicId', 'conversationId', 'seq'])
export class GuardActionRow {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  @Column('integer') seq: number;
  /** truth, leak, yes, emergency, person, rounds, identity. */
  @Column('text') guard: string;
  /** withheld, corrected, replaced, refused, raised. */
  @Column('text') action: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) text: string | null;
  @Column('timestamptz') at: Date;
}
