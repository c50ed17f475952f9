import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { OutboundKind, OutboundStatus } from './entities/outbound-text.entity';
import { statusesBefore } from './receipts';

export interface NewOutboundText {
  readonly kind: OutboundKind;
  /** E.164. */
  readonly to: string;
  /** E.164, one of the clinic's. */
  readonly from: string;
  readonly body: string;
  readonly validSeconds?: number;
  /** One text a key, ever: what happens twice is told once. */
  readonly onceKey?: string;
  readonly patientId?: string | null;
  readonly appointmentId?: string | null;
  readonly conversationId?: string | null;
  readonly inboundTextId?: string | null;
}

export interface OutboundRow {
  readonly id: string;
  readonly kind: OutboundKind;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly status: OutboundStatus;
  readonly byTwiml: boolean;
  readonly validSeconds: number | null;
  readonly patientId: string | null;
  readonly appointmentId: string | null;
  readonly conversationId: string | null;
  /** Real time of the first try. */
  readonly claimedAt: Date | null;
}

const COLUMNS = `id, kind, to_number AS "to", from_number AS "from", body, status, by_twiml AS "byTwiml",
  valid_seconds AS "validSeconds", patient_id AS "patientId", appointment_id AS "appointmentId",
  conversation_id AS "conversationId", claimed_at AS "claimedAt"`;

@Injectable()
export class OutboundTextsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @returns undefined when its onceKey was used before. */
  async insert(
    id: string,
    text: NewOutboundText,
    given: 'queued' | 'claimed' | 'twiml',
  ): Promise<OutboundRow | undefined> {
    const [row] = await this.database.query<OutboundRow>(
      `INSERT INTO outbound_texts (clinic_id, id, kind, to_number, from_number, body, status, by_twiml, valid_seconds, once_key,
         patient_id, appointment_id, conversation_id, inbound_text_id, created_at, claimed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, app.now(), CASE WHEN $7 = 'sending' THEN clock_timestamp() END)
       ON CONFLICT (clinic_id, once_key) DO NOTHING RETURNING ${COLUMNS}`,
      [
        this.scope.clinicId(),
        id,
        text.kind,
        text.to,
        text.from,
        text.body,
        given === 'queued' ? 'queued' : 'sending',
        given === 'twiml',
        text.validSeconds ?? null,
        text.onceKey ?? null,
        text.patientId ?? null,
        text.appointmentId ?? null,
        text.conversationId ?? null,
        text.inboundTextId ?? null,
      ],
    );
    return row;
  }

  /**
   * Takes a text for sending. `before` tells whether an earlier try was left in doubt, `first` that there was none.
   * Undefined when it needs no sending any more.
   */
  async claim(id: string): Promise<{ text: OutboundRow; before: OutboundStatus; first: boolean } | undefined> {
    const [row] = await this.database.query<OutboundRow & { before: OutboundStatus; first: boolean }>(
      `UPDATE outbound_texts SET status = 'sending', attempts = attempts + 1, claimed_at = COALESCE(outbound_texts.claimed_at, clock_timestamp())
         FROM (SELECT id AS found, status AS before FROM outbound_texts
                WHERE clinic_id = $1 AND id = $2 AND status IN ('queued', 'sending') FOR UPDATE) earlier
        WHERE clinic_id = $1 AND id = earlier.found
       RETURNING ${COLUMNS}, earlier.before, earlier.before = 'queued' AND attempts = 1 AS first`,
      [this.scope.clinicId(), id],
    );
    return row === undefined ? undefined : { text: row, before: row.before, first: row.first };
  }

  /** The carrier has it. A receipt may have come first and is not set back. */
  async sent(id: string, providerSid: string | null, errorCode: string | null = null): Promise<void> {
    await this.database.query(
      `UPDATE outbound_texts SET provider_sid = COALESCE(provider_sid, $3), error_code = COALESCE(error_code, $4),
              sent_at = COALESCE(sent_at, app.now()), status = CASE WHEN status IN ('queued', 'sending') THEN 'sent' ELSE status END
        WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, providerSid, errorCode],
    );
  }

  /** To be tried again; in doubt (`sending`) when the carrier may have it already. */
  async postpone(id: string, errorCode: string, inDoubt: boolean): Promise<void> {
    await this.database.query(
      `UPDATE outbound_texts SET status = $3, error_code = $4 WHERE clinic_id = $1 AND id = $2 AND status = 'sending'`,
      [this.scope.clinicId(), id, inDoubt ? 'sending' : 'queued', errorCode],
    );
  }

  /** @returns the text when this ended it; undefined when it had ended before. */
  async end(
    id: string,
    status: 'failed' | 'undelivered' | 'delivered' | 'suppressed',
    errorCode: string | null,
    providerSid: string | null = null,
  ): Promise<OutboundRow | undefined> {
    const [row] = await this.database.query<OutboundRow>(
      `UPDATE outbound_texts SET status = $3, error_code = $4, provider_sid = COALESCE(provider_sid, $5), settled_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND status = ANY($6) RETURNING ${COLUMNS}`,
      [this.scope.clinicId(), id, status, errorCode, providerSid, statusesBefore('failed')],
    );
    return row;
  }

  /** Ours by our own id, which the callback's address carries, else by the carrier's. */
  async findForReceipt(id: string | undefined, providerSid: string): Promise<{ id: string } | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT id FROM outbound_texts WHERE clinic_id = $1 AND (id = $2::uuid OR ($2::uuid IS NULL AND provider_sid = $3)) LIMIT 1`,
      [this.scope.clinicId(), id ?? null, providerSid],
    );
    return row;
  }

  /** Replies that went out in a webhook's answer and of which nobody knows whether that answer arrived. */
  async findHandedReplies(inboundTextId: string): Promise<{ id: string; fresh: boolean }[]> {
    return this.database.query<{ id: string; fresh: boolean }>(
      `SELECT id, claimed_at > clock_timestamp() - interval '10 seconds' AS fresh FROM outbound_texts
        WHERE clinic_id = $1 AND inbound_text_id = $2 AND by_twiml AND status = 'sending' ORDER BY created_at, id`,
      [this.scope.clinicId(), inboundTextId],
    );
  }

  /** Which of the carrier's ids belong to texts of ours already. */
  async findKnownSids(providerSids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ sid: string }>(
      'SELECT provider_sid AS sid FROM outbound_texts WHERE clinic_id = $1 AND provider_sid = ANY($2)',
      [this.scope.clinicId(), providerSids],
    );
    return new Set(rows.map((row) => row.sid));
  }
}
