import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { CallEnding } from './calls.repository';
import type { TimelineEntry } from './call-timeline';
import type { StreamRecord } from './call-watch';

export interface CallView {
  readonly id: string;
  readonly conversationId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** null while the call goes on. */
  readonly ending: CallEnding | null;
  /** Media streams so far; more than one: the call came back. */
  readonly streams: number;
}

export interface StreamTimeline {
  /** From 1. */
  readonly stream: number;
  readonly durationMs: number;
  /** Entries for which there was no room. */
  readonly dropped: number;
  readonly entries: readonly TimelineEntry[];
}

const CALL = `id, conversation_id AS "conversationId", started_at AS "startedAt", ended_at AS "endedAt", ending, streams`;

/** Calls as staff see them, and what happened in each. */
@Injectable()
export class CallTimelinesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Keeps a stream as far as it has come, without waiting for the disk; a call that was let go in the meantime is not brought back. */
  async save(callId: string, stream: number, { entries, dropped, durationMs }: StreamRecord): Promise<void> {
    await this.database.query(
      `INSERT INTO call_timelines (clinic_id, call_id, stream, entries, dropped, duration_ms, updated_at)
       SELECT clinic_id, id, $3, $4, $5, $6, clock_timestamp() FROM calls WHERE clinic_id = $1 AND id = $2
          AND set_config('synchronous_commit', 'off', true) = 'off'
       ON CONFLICT (clinic_id, call_id, stream) DO UPDATE
          SET entries = EXCLUDED.entries, dropped = EXCLUDED.dropped, duration_ms = EXCLUDED.duration_ms,
              updated_at = EXCLUDED.updated_at
        WHERE EXCLUDED.duration_ms >= call_timelines.duration_ms`,
      [this.clinic, callId, stream, JSON.stringify(entries), dropped, durationMs],
    );
  }

  async call(id: string): Promise<CallView | undefined> {
    const [row] = await this.database.query<CallView>(`SELECT ${CALL} FROM calls WHERE clinic_id = $1 AND id = $2`, [
      this.clinic,
      id,
    ]);
    return row;
  }

  async streams(callId: string): Promise<StreamTimeline[]> {
    return this.database.query<StreamTimeline>(
      `SELECT stream, duration_ms AS "durationMs", dropped, entries FROM call_timelines
        WHERE clinic_id = $1 AND call_id = $2 ORDER BY stream`,
      [this.clinic, callId],
    );
  }

  /** Newest first. @param cursor id of the last one seen. */
  async list(limit: number, conversationId?: string, cursor?: string): Promise<CallView[]> {
    return this.database.query<CallView>(
      `SELECT ${CALL} FROM calls
        WHERE clinic_id = $1 AND ($2::uuid IS NULL OR conversation_id = $2)
          AND ($3::uuid IS NULL OR (started_at, id) < (SELECT started_at, id FROM calls WHERE clinic_id = $1 AND id = $3))
        ORDER BY started_at DESC, id DESC LIMIT $4`,
      [this.clinic, conversationId ?? null, cursor ?? null, limit],
    );
  }

  private get clinic(): string {
    return this.scope.clinicId();
  }
}
