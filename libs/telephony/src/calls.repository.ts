import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export type CallEnding = 'finished' | 'transferred' | 'silent' | 'hung_up' | 'lost';

export interface CallRow {
  readonly id: string;
  readonly callSid: string;
  readonly conversationId: string;
  readonly streams: number;
  readonly ending: CallEnding | null;
}

const COLUMNS = `id, call_sid AS "callSid", conversation_id AS "conversationId", streams, ending`;

/** Seconds between the TwiML that names a token and the stream that shows it. */
const TOKEN_SECONDS = 60;

@Injectable()
export class CallsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Until the transaction ends: webhooks of one call that come at the same time are taken one after another. */
  async lock(callSid: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${this.scope.clinicId()}:${callSid}`,
    ]);
  }

  /** @returns false when another delivery of the same webhook was first. */
  async insert(callSid: string, conversationId: string): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO calls (clinic_id, id, call_sid, conversation_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (clinic_id, call_sid) DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), callSid, conversationId],
    );
    return rows.length > 0;
  }

  async find(callSid: string): Promise<CallRow | undefined> {
    const [row] = await this.database.query<CallRow>(
      `SELECT ${COLUMNS} FROM calls WHERE clinic_id = $1 AND call_sid = $2`,
      [this.scope.clinicId(), callSid],
    );
    return row;
  }

  /** A fresh token for the call's next stream; the one before it is void. The clinic's id stands in front of the secret. */
  async issueToken(callSid: string): Promise<string> {
    const token = `${this.scope.clinicId()}.${randomBytes(32).toString('base64url')}`;
    await this.database.query(
      `UPDATE calls SET stream_token_hash = $3, stream_token_ends_at = clock_timestamp() + make_interval(secs => $4)
        WHERE clinic_id = $1 AND call_sid = $2`,
      [this.scope.clinicId(), callSid, tokenHash(token), TOKEN_SECONDS],
    );
    return token;
  }

  /** Uses a token up. Undefined when it is wrong, used, too old, or another call's. */
  async redeemToken(callSid: string, token: string): Promise<CallRow | undefined> {
    const [row] = await this.database.query<CallRow>(
      `UPDATE calls SET stream_token_hash = NULL, streams = streams + 1
        WHERE clinic_id = $1 AND call_sid = $2 AND stream_token_hash = $3 AND stream_token_ends_at > clock_timestamp()
          AND ending IS NULL
        RETURNING ${COLUMNS}`,
      [this.scope.clinicId(), callSid, tokenHash(token)],
    );
    return row;
  }

  /** The call was put through and nobody answered. @returns whether this was the first to say so. */
  async transferFailed(callSid: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE calls SET ending = 'lost' WHERE clinic_id = $1 AND call_sid = $2 AND ending = 'transferred' RETURNING id`,
      [this.scope.clinicId(), callSid],
    );
    return rows.length > 0;
  }

  /** The first ending stands. @returns whether this was the first. */
  async end(callSid: string, ending: CallEnding): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE calls SET ending = $3, ended_at = clock_timestamp() WHERE clinic_id = $1 AND call_sid = $2 AND ending IS NULL RETURNING id`,
      [this.scope.clinicId(), callSid, ending],
    );
    return rows.length > 0;
  }
}

/** The clinic that a stream token names; nothing is believed of it until the token is redeemed there. */
export function clinicOfToken(token: string): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1];
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
