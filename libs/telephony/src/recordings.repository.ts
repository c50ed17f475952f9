import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface RecordingView {
  readonly id: string;
  readonly kind: 'call' | 'voicemail';
  readonly conversationId: string;
  /** asked, running, kept, failed. */
  readonly status: string;
  readonly seconds: number | null;
  readonly consentedAt: string;
  readonly madeAt: string;
}

export interface RecordingRow extends RecordingView {
  readonly recordingSid: string | null;
}

const COLUMNS = `id, kind, conversation_id AS "conversationId", status, seconds, consented_at AS "consentedAt", made_at AS "madeAt"`;

@Injectable()
export class RecordingsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** The caller has just agreed. @returns undefined when this call is recorded already. */
  async consent(
    call: { id: string; conversationId: string },
    kind: RecordingView['kind'],
  ): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO call_recordings (clinic_id, id, call_id, conversation_id, kind, consented_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), call.id, call.conversationId, kind],
    );
    return row?.id;
  }

  async note(id: string, status: string, recordingSid: string | null = null): Promise<void> {
    await this.database.query(
      `UPDATE call_recordings SET status = $3, recording_sid = COALESCE($4, recording_sid) WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, status, recordingSid],
    );
  }

  /** The carrier has it, or has nothing; told again it is no news. */
  async done(id: string, recordingSid: string, seconds: number, kept: boolean): Promise<void> {
    await this.database.query(
      `UPDATE call_recordings SET status = $5, recording_sid = $3, seconds = $4 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, recordingSid, seconds, kept ? 'kept' : 'failed'],
    );
  }

  async linkTask(id: string, taskId: string): Promise<void> {
    await this.database.query(`UPDATE call_recordings SET task_id = $3 WHERE clinic_id = $1 AND id = $2`, [
      this.scope.clinicId(),
      id,
      taskId,
    ]);
  }

  /** The one of the call that runs now. */
  async running(callId: string): Promise<RecordingRow | undefined> {
    const [row] = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS}, recording_sid AS "recordingSid" FROM call_recordings
        WHERE clinic_id = $1 AND call_id = $2 AND kind = 'call' AND status = 'running'`,
      [this.scope.clinicId(), callId],
    );
    return row;
  }

  async find(id: string): Promise<RecordingRow | undefined> {
    const [row] = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS}, recording_sid AS "recordingSid" FROM call_recordings
        WHERE clinic_id = $1 AND id = $2 AND expire_at IS NULL`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** Until the transaction ends nobody else changes it. */
  async lock(id: string): Promise<RecordingRow | undefined> {
    const [row] = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS}, recording_sid AS "recordingSid" FROM call_recordings WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** Newest first, from the one after `cursor` (an id). */
  async list(limit: number, cursor?: string): Promise<RecordingView[]> {
    return this.database.query<RecordingView>(
      `SELECT ${COLUMNS} FROM call_recordings WHERE clinic_id = $1 AND expire_at IS NULL
          AND ($2::uuid IS NULL OR (made_at, id) < (SELECT made_at, id FROM call_recordings WHERE clinic_id = $1 AND id = $2))
        ORDER BY made_at DESC, id DESC LIMIT $3`,
      [this.scope.clinicId(), cursor ?? null, limit],
    );
  }

  /** Those that the carrier is to forget. */
  async due(limit: number): Promise<{ id: string; recordingSid: string | null }[]> {
    return this.database.query(
      `SELECT id, recording_sid AS "recordingSid" FROM call_recordings
        WHERE clinic_id = $1 AND expire_at <= clock_timestamp() ORDER BY expire_at LIMIT $2`,
      [this.scope.clinicId(), limit],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.query(`DELETE FROM call_recordings WHERE clinic_id = $1 AND id = $2`, [
      this.scope.clinicId(),
      id,
    ]);
  }
}
