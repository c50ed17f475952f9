import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export type CallEnding = 'finished' | 'transferred' | 'silent' | 'hung_up' | 'lost';

/** stream: our own ears and voice; relay: the carrier's. */
export type CallDoor = 'stream' | 'relay';

export interface CallRow {
  readonly id: string;
  readonly callSid: string;
  readonly conversationId: string;
  readonly streams: number;
  readonly ending: CallEnding | null;
  /** Why the agent has the caller back; read and forgotten by the stream that brings them. */
  readonly resumeAs: string | null;
}

/** In the order a call goes through them; the last five are its end. Twilio's CallStatus. */
const STATUSES = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
];
const FIRST_FINAL = STATUSES.indexOf('completed') + 1;
/** A call that no end was told of does not take a place for ever. */
const LIVE_HOURS = 1;

const COLUMNS = `id, call_sid AS "callSid", conversation_id AS "conversationId", streams, ending, resume_as AS "resumeAs"`;

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
  async insert(callSid: string, conversationId: string, door: CallDoor = 'stream'): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO calls (clinic_id, id, call_sid, conversation_id, door) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (clinic_id, call_sid) DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), callSid, conversationId, door],
    );
    return rows.length > 0;
  }

  /** Until the transaction ends: calls that come to this clinic at the same time are counted one after another. */
  async lockClinic(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('calls:' || $1::text, 0))`, [
      this.scope.clinicId(),
    ]);
  }

  /** Calls that the agent has now. One that was put through to a person is theirs. */
  async countLive(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM calls
        WHERE clinic_id = $1 AND ending IS NULL AND started_at > clock_timestamp() - make_interval(hours => $2)
          AND NOT EXISTS (SELECT FROM call_transfers t WHERE t.clinic_id = $1 AND t.call_id = calls.id
            AND (t.outcome IS NULL OR t.outcome = 'accepted'))`,
      [this.scope.clinicId(), LIVE_HOURS],
    );
    return row?.n ?? 0;
  }

  /**
   * What the carrier says of the call, kept only when it is news: callbacks come twice, and out of order.
   * @returns whether it was.
   */
  async noteStatus(callSid: string, status: string, seconds: number | null): Promise<boolean> {
    const rank = STATUSES.indexOf(status) + 1;
    const rows = await this.database.query(
      `UPDATE calls SET carrier_status = $3, seconds = COALESCE($4, seconds)
        WHERE clinic_id = $1 AND call_sid = $2 AND $5 > 0
          AND COALESCE(array_position($6::text[], carrier_status), 0) < LEAST($5, $7) RETURNING id`,
      [this.scope.clinicId(), callSid, status, seconds, rank, STATUSES, FIRST_FINAL],
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
  async issueToken(callSid: string): Promise<{ token: string; door: CallDoor }> {
    const token = `${this.scope.clinicId()}.${randomBytes(32).toString('base64url')}`;
    const [row] = await this.database.query<{ door: CallDoor }>(
      `UPDATE calls SET stream_token_hash = $3, stream_token_ends_at = clock_timestamp() + make_interval(secs => $4)
        WHERE clinic_id = $1 AND call_sid = $2 RETURNING door`,
      [this.scope.clinicId(), callSid, tokenHash(token), TOKEN_SECONDS],
    );
    return { token, door: row?.door ?? 'stream' };
  }

  /** A stream that was announced and never opened counts as one: a call must not go round for ever. */
  async noteUnopened(callSid: string): Promise<void> {
    await this.database.query(
      `UPDATE calls SET stream_token_hash = NULL, streams = streams + 1
        WHERE clinic_id = $1 AND call_sid = $2 AND stream_token_hash IS NOT NULL`,
      [this.scope.clinicId(), callSid],
    );
  }

  /** Uses a token up. Undefined when it is wrong, used, too old, or another call's. */
  async redeemToken(callSid: string, token: string): Promise<CallRow | undefined> {
    const [row] = await this.database.query<CallRow>(
      `UPDATE calls SET stream_token_hash = NULL, streams = streams + 1, resume_as = NULL
         FROM (SELECT clinic_id, id AS was, resume_as AS as_before FROM calls WHERE clinic_id = $1 AND call_sid = $2 FOR UPDATE) before
        WHERE calls.clinic_id = before.clinic_id AND id = was AND stream_token_hash = $3
          AND stream_token_ends_at > clock_timestamp() AND ending IS NULL
        RETURNING id, call_sid AS "callSid", conversation_id AS "conversationId", streams, ending, as_before AS "resumeAs"`,
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

  /** What the agent says first when it has the caller again; its next stream reads it. */
  async resumeAs(id: string, why: string): Promise<void> {
    await this.database.query(`UPDATE calls SET resume_as = $3 WHERE clinic_id = $1 AND id = $2 AND ending IS NULL`, [
      this.scope.clinicId(),
      id,
      why,
    ]);
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
