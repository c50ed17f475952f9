import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export type TransferHow = 'cold' | 'warm';
/** How a try ended in which no person took the call. */
export type TransferFailure = 'declined' | 'no_answer' | 'busy' | 'failed';
export type TransferOutcome = TransferFailure | 'accepted' | 'caller_left';

export interface TransferRow {
  readonly id: string;
  readonly callId: string;
  readonly callSid: string;
  readonly conversationId: string;
  readonly how: TransferHow;
  readonly reason: string | null;
  readonly staffCallSid: string | null;
  readonly outcome: TransferOutcome | null;
}

const COLUMNS = `t.id, t.call_id AS "callId", c.call_sid AS "callSid", t.conversation_id AS "conversationId", t.how, t.reason,
  t.staff_call_sid AS "staffCallSid", t.outcome`;
const FROM = 'call_transfers t JOIN calls c ON c.clinic_id = t.clinic_id AND c.id = t.call_id';

/** Tries to put a caller through; a try that is settled stays as it is settled. */
@Injectable()
export class TransfersRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @returns undefined when one of this call rings already. */
  async begin(
    call: { id: string; conversationId: string },
    how: TransferHow,
    reason: string,
  ): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO call_transfers (clinic_id, id, call_id, conversation_id, how, reason) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (clinic_id, call_id) WHERE outcome IS NULL DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), call.id, call.conversationId, how, reason],
    );
    return row?.id;
  }

  async find(id: string): Promise<TransferRow | undefined> {
    const [row] = await this.database.query<TransferRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE t.clinic_id = $1 AND t.id = $2`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** The call's newest try. */
  async latest(callId: string): Promise<TransferRow | undefined> {
    const [row] = await this.database.query<TransferRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE t.clinic_id = $1 AND t.call_id = $2 ORDER BY t.begun_at DESC, t.id LIMIT 1`,
      [this.scope.clinicId(), callId],
    );
    return row;
  }

  async noteStaffCall(id: string, staffCallSid: string): Promise<void> {
    await this.database.query(`UPDATE call_transfers SET staff_call_sid = $3 WHERE clinic_id = $1 AND id = $2`, [
      this.scope.clinicId(),
      id,
      staffCallSid,
    ]);
  }

  /** Both hear each other. */
  async noteJoined(id: string): Promise<void> {
    await this.database.query(
      `UPDATE call_transfers SET joined_at = COALESCE(joined_at, clock_timestamp())
        WHERE clinic_id = $1 AND id = $2 AND outcome = 'accepted'`,
      [this.scope.clinicId(), id],
    );
  }

  /**
   * The first outcome stands, but for a person who accepted and was gone before they were with the caller.
   * @returns whether this was news.
   */
  async settle(id: string, outcome: TransferOutcome): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE call_transfers SET outcome = $3, settled_at = clock_timestamp()
        WHERE clinic_id = $1 AND id = $2
          AND (outcome IS NULL OR (outcome = 'accepted' AND joined_at IS NULL AND $3 = 'failed')) RETURNING id`,
      [this.scope.clinicId(), id, outcome],
    );
    return rows.length > 0;
  }
}
