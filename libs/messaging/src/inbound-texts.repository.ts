import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { InboundKind, InboundStatus } from './entities/inbound-text.entity';

export interface NewInboundText {
  readonly messageSid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaCount: number;
  readonly kind: InboundKind;
  readonly status: InboundStatus;
}

export interface InboundRow {
  readonly id: string;
  readonly threadId: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaCount: number;
  readonly kind: InboundKind;
  readonly status: InboundStatus;
  readonly attempts: number;
  readonly conversationId: string | null;
  readonly turnsBefore: number | null;
}

const COLUMNS = `id, thread_id AS "threadId", from_number AS "from", to_number AS "to", body, media_count AS "mediaCount",
  kind, status, attempts, conversation_id AS "conversationId",
  turns_before AS "turnsBefore"`;

@Injectable()
export class InboundTextsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async seen(messageSid: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM inbound_texts WHERE clinic_id = $1 AND message_sid = $2', [
      this.scope.clinicId(),
      messageSid,
    ]);
    return rows.length > 0;
  }

  /** The thread's row is locked first, so that places in a thread are given in the order of commits. Undefined: seen before. */
  async insert(text: NewInboundText): Promise<InboundRow | undefined> {
    const clinicId = this.scope.clinicId();
    const [thread] = await this.database.query<{ id: string; position: number }>(
      `INSERT INTO text_threads (clinic_id, id, patient_number, clinic_number, text_count, last_text_at)
       VALUES ($1, $2, $3, $4, 1, app.now())
       ON CONFLICT (clinic_id, patient_number, clinic_number)
         DO UPDATE SET text_count = text_threads.text_count + 1, last_text_at = app.now()
       RETURNING id, text_count AS position`,
      [clinicId, randomUUID(), text.from, text.to],
    );
    const [row] = await this.database.query<InboundRow>(
      `INSERT INTO inbound_texts (clinic_id, id, thread_id, position, message_sid, from_number, to_number, body, media_count,
         kind, status, received_at, settled_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app.now(), CASE WHEN $11 <> 'received' THEN app.now() END)
       ON CONFLICT (clinic_id, message_sid) DO NOTHING RETURNING ${COLUMNS}`,
      [
        clinicId,
        randomUUID(),
        thread?.id,
        thread?.position,
        text.messageSid,
        text.from,
        text.to,
        text.body,
        text.mediaCount,
        text.kind,
        text.status,
      ],
    );
    return row;
  }

  async get(id: string): Promise<InboundRow | undefined> {
    const [row] = await this.database.query<InboundRow>(
      `SELECT ${COLUMNS} FROM inbound_texts WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** The oldest text of a thread that waits for its answer; counts the try. */
  async takeOldest(threadId: string): Promise<InboundRow | undefined> {
    const [row] = await this.database.query<InboundRow>(
      `UPDATE inbound_texts SET attempts = attempts + 1
        WHERE clinic_id = $1 AND thread_id = $2 AND status = 'received'
          AND position = (SELECT min(position) FROM inbound_texts WHERE clinic_id = $1 AND thread_id = $2 AND status = 'received')
       RETURNING ${COLUMNS}`,
      [this.scope.clinicId(), threadId],
    );
    return row;
  }

  /** Notes what it is put to, before it is: whoever takes over finds the reply there, if there is one. */
  async begin(id: string, conversationId: string, turnsBefore: number): Promise<void> {
    await this.database.query(
      `UPDATE inbound_texts SET conversation_id = $3, turns_before = $4 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, conversationId, turnsBefore],
    );
  }

  /** @returns false when it was settled before: then this answer must not go out. */
  async settle(
    id: string,
    status: Exclude<InboundStatus, 'received'>,
    conversationId: string | null,
  ): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE inbound_texts SET status = $3, conversation_id = COALESCE($4, conversation_id), settled_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND status = 'received' RETURNING id`,
      [this.scope.clinicId(), id, status, conversationId],
    );
    return rows.length > 0;
  }

  /** Whether a text of this thread stayed without an answer in the last day. */
  async hasIgnored(threadId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM inbound_texts WHERE clinic_id = $1 AND thread_id = $2 AND status = 'ignored'
          AND received_at > app.now() - interval '1 day' LIMIT 1`,
      [this.scope.clinicId(), threadId],
    );
    return rows.length > 0;
  }
}
