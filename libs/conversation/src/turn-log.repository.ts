import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { ModelRequestRecord, ProviderFailure } from './model-work';
import type { Redaction } from './redaction';
import type { StateDigest } from './state-digest';

export interface TurnRow {
  readonly seq: number;
  readonly who: 'caller' | 'agent';
  readonly text: string;
  readonly heard: string | null;
  readonly interrupted: boolean;
  readonly at: Date;
  readonly provider: string | null;
  readonly model: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** Of the prompt's; null when the provider does not say. */
  readonly cachedTokens: number | null;
  /** US dollars; null when a price is not known. */
  readonly costUsd: number | null;
  readonly requests: readonly ModelRequestRecord[];
  readonly failures: readonly ProviderFailure[];
  readonly stateBefore: StateDigest | null;
  readonly stateAfter: StateDigest | null;
  /** What was left out of the words: none, or the digits of one-time codes. */
  readonly redaction: Redaction;
  readonly modelRequests: number;
  readonly firstTokenMs: number | null;
  readonly durationMs: number | null;
  readonly meta: Readonly<Record<string, unknown>>;
}

export interface ToolCallEntry {
  readonly seq: number;
  readonly round: number;
  readonly position: number;
  readonly callId: string;
  readonly name: string;
  readonly arguments: string;
  readonly result: Readonly<Record<string, unknown>>;
  readonly latencyMs: number;
}

export interface GuardEntry {
  readonly seq: number;
  readonly guard: string;
  readonly action: string;
  readonly reason: string;
  readonly text: string | null;
}

/** What memory needs of a turn, without what supervisors want to know of it. */
export type SaidTurn = Pick<
  TurnRow,
  'seq' | 'who' | 'text' | 'heard' | 'interrupted' | 'promptTokens' | 'completionTokens' | 'meta'
>;

type NewTurn = Pick<TurnRow, 'seq' | 'who' | 'text'> & Partial<Omit<TurnRow, 'at'>>;

/** PostgreSQL's text and jsonb hold neither NUL nor half a surrogate pair. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, ' ');
}

function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** What was said and done, turn by turn: the model's memory and the staff's supervision log in one. */
@Injectable()
export class TurnLogRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async addTurn(conversationId: string, turn: NewTurn): Promise<void> {
    await this.database.query(
      `INSERT INTO turns (clinic_id, id, conversation_id, seq, who, text, interrupted, at, provider, model, prompt_tokens,
                          completion_tokens, model_requests, first_token_ms, duration_ms, meta, cached_tokens, cost_usd, requests,
                          failures, state_before, state_after, redaction)
       VALUES ($1, $2, $3, $4, $5, $6, $7, app.now(), $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
      [
        this.clinic,
        randomUUID(),
        conversationId,
        turn.seq,
        turn.who,
        storable(turn.text),
        turn.interrupted ?? false,
        turn.provider ?? null,
        turn.model ?? null,
        turn.promptTokens ?? null,
        turn.completionTokens ?? null,
        turn.modelRequests ?? 0,
        turn.firstTokenMs ?? null,
        turn.durationMs ?? null,
        JSON.stringify(turn.meta ?? {}),
        turn.cachedTokens ?? null,
        turn.costUsd ?? null,
        JSON.stringify(turn.requests ?? []),
        JSON.stringify(turn.failures ?? []),
        jsonOrNull(turn.stateBefore),
        jsonOrNull(turn.stateAfter),
        turn.redaction ?? 'none',
      ],
      'turn-add',
    );
  }

  /** What of our last words was really heard. */
  async noteHeard(conversationId: string, heard: string): Promise<void> {
    await this.database.query(
      `UPDATE turns SET heard = $3, interrupted = true WHERE clinic_id = $1 AND conversation_id = $2 AND seq =
         (SELECT max(seq) FROM turns WHERE clinic_id = $1 AND conversation_id = $2 AND who = 'agent')`,
      [this.clinic, conversationId, storable(heard)],
    );
  }

  async addToolCall(conversationId: string, call: ToolCallEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO tool_calls (clinic_id, id, conversation_id, seq, round, position, call_id, name, arguments, result, latency_ms, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app.now())`,
      [
        this.clinic,
        randomUUID(),
        conversationId,
        call.seq,
        call.round,
        call.position,
        call.callId,
        call.name,
        storable(call.arguments),
        JSON.stringify(call.result),
        call.latencyMs,
      ],
      'tool-call-add',
    );
  }

  async addGuardAction(conversationId: string, entry: GuardEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO guard_actions (clinic_id, id, conversation_id, seq, guard, action, reason, text, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app.now())`,
      [
        this.clinic,
        randomUUID(),
        conversationId,
        entry.seq,
        entry.guard,
        entry.action,
        entry.reason,
        entry.text === null ? null : storable(entry.text),
      ],
      'guard-action-add',
    );
  }

  async said(conversationId: string): Promise<SaidTurn[]> {
    return this.database.query<SaidTurn>(
      `SELECT seq, who, text, heard, interrupted, prompt_tokens AS "promptTokens", completion_tokens AS "completionTokens", meta
         FROM turns WHERE clinic_id = $1 AND conversation_id = $2 ORDER BY seq`,
      [this.clinic, conversationId],
      'turns-said',
    );
  }

  async turns(conversationId: string): Promise<TurnRow[]> {
    return this.database.query<TurnRow>(
      `SELECT seq, who, text, heard, interrupted, at, provider, model, prompt_tokens AS "promptTokens",
              completion_tokens AS "completionTokens", model_requests AS "modelRequests", first_token_ms AS "firstTokenMs",
              duration_ms AS "durationMs", cached_tokens AS "cachedTokens", cost_usd::float8 AS "costUsd", requests, failures,
              state_before AS "stateBefore", state_after AS "stateAfter", redaction, meta
         FROM turns WHERE clinic_id = $1 AND conversation_id = $2 ORDER BY seq`,
      [this.clinic, conversationId],
      'turns-of',
    );
  }

  async toolCalls(conversationId: string): Promise<(ToolCallEntry & { readonly at: Date })[]> {
    return this.database.query(
      `SELECT seq, round, position, call_id AS "callId", name, arguments, result, latency_ms AS "latencyMs", at
         FROM tool_calls WHERE clinic_id = $1 AND conversation_id = $2 ORDER BY seq, round, position`,
      [this.clinic, conversationId],
      'tool-calls-of',
    );
  }

  async guardActions(conversationId: string): Promise<(GuardEntry & { readonly at: Date })[]> {
    return this.database.query(
      `SELECT seq, guard, action, reason, text, at FROM guard_actions
        WHERE clinic_id = $1 AND conversation_id = $2 ORDER BY seq, at`,
      [this.clinic, conversationId],
    );
  }

  private get clinic(): string {
    return this.scope.clinicId();
  }
}
