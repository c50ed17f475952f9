import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReplyWeight } from '@clinicall/conversation';
import { ClinicScope, Database } from '@clinicall/platform';
import type { CallEnding, CallRow } from './calls.repository';

/** What became of a reply that was not heard. */
export type ReplyFate = 'heard' | 'texted' | 'task' | 'dropped';

export interface UnheardReply {
  readonly id: string;
  readonly seq: number;
  readonly text: string;
  readonly weight: ReplyWeight;
  readonly lineBroke: boolean;
}

/** A call as it is when its unheard replies are decided on. */
export interface DecidedCall {
  readonly conversationId: string;
  readonly ending: CallEnding | null;
  /** Number of the last reply known to have been heard; -1 for none. */
  readonly heardSeq: number;
  /** Since it ended; null while nobody has told of its end. */
  readonly overMs: number | null;
  readonly ageMs: number;
}

type NewReply = Omit<UnheardReply, 'id'>;

const OPEN = `state IN ('waiting', 'speaking')`;
const COLUMNS = `id, seq, text, weight, line_broke AS "lineBroke"`;

/** Replies of calls that were not heard. Whoever moves one on, does so by its state: the second finds nothing to move. */
@Injectable()
export class UnheardRepliesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * A stream is over and this was not heard. News of an old stream do not touch what a later one is saying.
   * @returns false when it is known to have been heard, or told in another way.
   */
  async note(call: CallRow, reply: NewReply): Promise<boolean> {
    return (await this.insert(call, reply, null)).length > 0;
  }

  /** Takes all that waits, to be said on this stream; what an earlier stream was saying too. In the order of the call. */
  async speak(call: CallRow): Promise<UnheardReply[]> {
    const rows = await this.database.query<UnheardReply>(
      `UPDATE unheard_replies SET state = 'speaking', stream = $3
        WHERE clinic_id = $1 AND call_id = $2 AND ${OPEN} RETURNING ${COLUMNS}`,
      [this.clinic, call.id, call.streams],
    );
    return rows.sort((a, b) => a.seq - b.seq);
  }

  /** The same for one of which no row tells: its instance died. */
  async speakLost(call: CallRow, reply: NewReply): Promise<UnheardReply | undefined> {
    const [row] = await this.insert(call, reply, call.streams);
    return row;
  }

  /** The same for a call that is over. */
  async noteUntold(callId: string, reply: NewReply): Promise<void> {
    await this.insert({ id: callId, streams: 0 }, reply, null);
  }

  /** What this stream was saying has been heard. */
  async heard(call: CallRow): Promise<void> {
    await this.database.query(
      `WITH told AS (
         UPDATE unheard_replies SET state = 'heard', text = NULL, settled_at = clock_timestamp()
          WHERE clinic_id = $1 AND call_id = $2 AND state = 'speaking' AND stream = $3 RETURNING seq)
       UPDATE calls SET heard_seq = GREATEST(heard_seq, (SELECT max(seq) FROM told))
        WHERE clinic_id = $1 AND id = $2 AND EXISTS (SELECT FROM told)`,
      [this.clinic, call.id, call.streams],
    );
  }

  /** What this stream was saying was not heard after all. */
  async putBack(call: CallRow): Promise<void> {
    await this.database.query(
      `UPDATE unheard_replies SET state = 'waiting', stream = NULL
        WHERE clinic_id = $1 AND call_id = $2 AND state = 'speaking' AND stream = $3`,
      [this.clinic, call.id, call.streams],
    );
  }

  async noteHeard(call: CallRow, seq: number): Promise<void> {
    await this.database.query(`UPDATE calls SET heard_seq = GREATEST(heard_seq, $3) WHERE clinic_id = $1 AND id = $2`, [
      this.clinic,
      call.id,
      seq,
    ]);
  }

  /** Until the transaction ends nobody else decides on this call. */
  async lock(callId: string): Promise<DecidedCall | undefined> {
    const [row] = await this.database.query<DecidedCall>(
      `SELECT conversation_id AS "conversationId", ending, COALESCE(heard_seq, -1) AS "heardSeq",
              (EXTRACT(EPOCH FROM clock_timestamp() - ended_at) * 1000)::float8 AS "overMs",
              (EXTRACT(EPOCH FROM clock_timestamp() - started_at) * 1000)::float8 AS "ageMs"
         FROM calls WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [this.clinic, callId],
    );
    return row;
  }

  async open(callId: string): Promise<UnheardReply[]> {
    return this.database.query<UnheardReply>(
      `SELECT ${COLUMNS} FROM unheard_replies WHERE clinic_id = $1 AND call_id = $2 AND ${OPEN} ORDER BY seq FOR UPDATE`,
      [this.clinic, callId],
    );
  }

  async settle(ids: readonly string[], fate: ReplyFate): Promise<void> {
    await this.database.query(
      `UPDATE unheard_replies SET state = $3, text = NULL, settled_at = clock_timestamp()
        WHERE clinic_id = $1 AND id = ANY($2) AND ${OPEN}`,
      [this.clinic, ids, fate],
    );
  }

  /** The calls of a conversation: their ids. */
  async callsOf(conversationId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM calls WHERE clinic_id = $1 AND conversation_id = $2',
      [this.clinic, conversationId],
    );
    return rows.map(({ id }) => id);
  }

  private async insert(
    call: Pick<CallRow, 'id' | 'streams'>,
    { seq, text, weight, lineBroke }: NewReply,
    stream: number | null,
  ): Promise<UnheardReply[]> {
    return this.database.query<UnheardReply>(
      `INSERT INTO unheard_replies AS r (clinic_id, id, call_id, conversation_id, seq, text, weight, line_broke, state, stream)
       SELECT clinic_id, $3, id, conversation_id, $4, $5, $6, $7, CASE WHEN $8::int IS NULL THEN 'waiting' ELSE 'speaking' END, $8
         FROM calls WHERE clinic_id = $1 AND id = $2 AND COALESCE(heard_seq, -1) < $4
       ON CONFLICT (clinic_id, call_id, seq) DO UPDATE
          SET state = EXCLUDED.state, stream = EXCLUDED.stream, line_broke = r.line_broke OR EXCLUDED.line_broke
        WHERE r.state = 'waiting' OR (r.state = 'speaking' AND r.stream <= $9)
       RETURNING ${COLUMNS}`,
      [this.clinic, call.id, randomUUID(), seq, text, weight, lineBroke, stream, call.streams],
    );
  }

  private get clinic(): string {
    return this.scope.clinicId();
  }
}
