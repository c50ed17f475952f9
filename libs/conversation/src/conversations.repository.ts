import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '@clinicall/language';
import { AppError, ClinicScope, Database, sqlState } from '@clinicall/platform';
import type { Channel, Conversation } from './entities/conversation.entity';
import { newState } from './state';
import type { ConversationState } from './state';

export type ConversationRow = Pick<
  Conversation,
  | 'id'
  | 'channel'
  | 'fromNumber'
  | 'toNumber'
  | 'language'
  | 'status'
  | 'patientId'
  | 'state'
  | 'stateVersion'
  | 'turnCount'
  | 'escalated'
  | 'startedAt'
  | 'lastTurnAt'
  | 'endedAt'
  | 'outcome'
> & { readonly reviewStatus: 'marked' | 'reviewed' | null };

const COLUMNS = `id, channel, from_number AS "fromNumber", to_number AS "toNumber", language, status, patient_id AS "patientId",
  state, state_version AS "stateVersion", turn_count AS "turnCount", escalated, started_at AS "startedAt",
  last_turn_at AS "lastTurnAt", ended_at AS "endedAt", outcome`;
/** A subquery, for it is asked of few rows and never decides which. */
const REVIEW_STATUS = `(SELECT r.status FROM conversation_reviews r WHERE r.clinic_id = c.clinic_id AND r.conversation_id = c.id)`;
const LEASE_UNTIL = 'clock_timestamp() + make_interval(secs => 10)';
/** SQLSTATE of the division by zero with which `save` raises when it found nothing to save into. */
const NOTHING_SAVED = '22012';
/** COMMIT of its transaction does not wait for the disk. */
const WITHOUT_DISK = `set_config('synchronous_commit', 'off', true) = 'off'`;

export interface NewConversation {
  readonly channel: Channel;
  readonly from: string | null;
  readonly to: string | null;
  readonly language: Language;
}

/** Conversations and who answers in them right now. */
@Injectable()
export class ConversationsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async create(conversation: NewConversation): Promise<string> {
    const id = randomUUID();
    await this.database.query(
      `INSERT INTO conversations (clinic_id, id, channel, from_number, to_number, language, state, started_at, last_turn_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, app.now(), app.now())`,
      [
        this.clinic,
        id,
        conversation.channel,
        conversation.from,
        conversation.to,
        conversation.language,
        JSON.stringify(newState),
      ],
    );
    return id;
  }

  async find(id: string): Promise<ConversationRow | undefined> {
    const [row] = await this.database.query<ConversationRow>(
      `SELECT ${COLUMNS}, NULL AS "reviewStatus" FROM conversations WHERE clinic_id = $1 AND id = $2`,
      [this.clinic, id],
      'conversation-find',
    );
    return row;
  }

  /** The open thread between two numbers with a word in it since `minutes` ago. */
  async findRecent(
    channel: Channel,
    from: string,
    to: string | null,
    minutes: number,
  ): Promise<ConversationRow | undefined> {
    const [row] = await this.database.query<ConversationRow>(
      `SELECT ${COLUMNS}, NULL AS "reviewStatus" FROM conversations
        WHERE clinic_id = $1 AND channel = $2 AND from_number = $3 AND to_number IS NOT DISTINCT FROM $4 AND status = 'open'
          AND last_turn_at > app.now() - make_interval(mins => $5)
        ORDER BY last_turn_at DESC LIMIT 1`,
      [this.clinic, channel, from, to, minutes],
    );
    return row;
  }

  /**
   * Takes the right to answer, for a few seconds at a time. A lease that a crash of the database forgets is one that ran
   * out: nobody waits for the disk.
   * @returns the version of the conversation's state; undefined while another instance has the right.
   */
  async takeLease(id: string, token: string): Promise<number | undefined> {
    const [taken] = await this.database.query<{ version: number }>(
      `UPDATE conversations SET lease_token = $3, lease_until = ${LEASE_UNTIL}
        WHERE clinic_id = $1 AND id = $2 AND (lease_token IS NULL OR lease_token = $3 OR lease_until < clock_timestamp())
          AND ${WITHOUT_DISK}
        RETURNING state_version AS version`,
      [this.clinic, id, token],
      'conversation-lease',
    );
    return taken?.version;
  }

  async endLease(id: string, token: string): Promise<void> {
    await this.database.query(
      `UPDATE conversations SET lease_token = NULL, lease_until = NULL
        WHERE clinic_id = $1 AND id = $2 AND lease_token = $3 AND ${WITHOUT_DISK}`,
      [this.clinic, id, token],
      'conversation-lease-end',
    );
  }

  /**
   * @param also `durable: false` leaves the transaction's COMMIT without the disk: whatever is committed afterwards takes it
   * along there, and nothing that anybody was told of is lost with it. `lease` is given back with it; `take` is a lease that is
   * taken with it, where nobody else has the right to answer.
   * @returns the new version. @throws AppError `conflict` when somebody else has written in between; PostgreSQL itself
   * raises it, so that a COMMIT which is already under way keeps nothing either.
   */
  async save(
    id: string,
    version: number,
    state: ConversationState,
    also: { language: Language; escalated: boolean; durable?: boolean; lease?: string; take?: string },
  ): Promise<number> {
    const saved = this.database.query<{ version: number }>(
      `WITH saved AS (
         UPDATE conversations SET state = $4, state_version = state_version + 1, asked = $5, language = $6,
                escalated = escalated OR $7, patient_id = COALESCE($8, patient_id), turn_count = $9, last_turn_at = app.now(),
                lease_token = COALESCE($12::uuid, NULLIF(lease_token, $11)),
                lease_until = CASE WHEN $12::uuid IS NOT NULL THEN ${LEASE_UNTIL} WHEN lease_token = $11 THEN NULL ELSE lease_until END
          WHERE clinic_id = $1 AND id = $2 AND state_version = $3 AND CASE WHEN $10 THEN true ELSE ${WITHOUT_DISK} END
            AND ($12::uuid IS NULL OR lease_token IS NULL OR lease_token = $12::uuid OR lease_until < clock_timestamp())
          RETURNING state_version)
       SELECT (SELECT state_version FROM saved) AS version, 1 / (SELECT count(*)::int FROM saved) AS found`,
      [
        this.clinic,
        id,
        version,
        JSON.stringify(state),
        [...state.asked],
        also.language,
        also.escalated,
        state.identified?.patientId ?? null,
        state.turn,
        also.durable !== false,
        also.lease ?? null,
        also.take ?? null,
      ],
      'conversation-save',
    );
    const [row] = await saved.catch((error: unknown) => {
      if (sqlState(error) === NOTHING_SAVED) return [];
      throw error;
    });
    if (row === undefined) throw new AppError('conflict', 'Another instance has answered in this conversation.');
    return row.version;
  }

  /** A person has been asked to take it; whatever its state becomes. */
  async escalate(id: string): Promise<void> {
    await this.database.query(
      'UPDATE conversations SET escalated = true WHERE clinic_id = $1 AND id = $2 AND NOT escalated',
      [this.clinic, id],
    );
  }

  /** @returns whether this call ended it. */
  async end(id: string, outcome: string): Promise<boolean> {
    const ended = await this.database.query(
      `UPDATE conversations SET status = 'ended', ended_at = app.now(), outcome = $3
        WHERE clinic_id = $1 AND id = $2 AND status = 'open' RETURNING id`,
      [this.clinic, id, outcome],
    );
    return ended.length > 0;
  }

  /** Newest first; those that fit all that the filter says. */
  async list(filter: ConversationFilter): Promise<ConversationRow[]> {
    const { channel, status, outcome, escalated, guard, guardAction, flagged, model, language, from, to } = filter;
    const given = [channel, status, outcome, escalated, guard, guardAction, flagged, model, language, from, to];
    return this.database.query<ConversationRow>(
      `SELECT ${COLUMNS}, ${REVIEW_STATUS} AS "reviewStatus" FROM conversations c
        WHERE clinic_id = $1 AND ($2::text IS NULL OR channel = $2) AND ($3::text IS NULL OR status = $3)
          AND ($4::text IS NULL OR outcome = $4) AND ($5::boolean IS NULL OR escalated = $5)
          AND (($6::text IS NULL AND $7::text IS NULL) OR EXISTS
            (SELECT 1 FROM guard_actions g WHERE g.clinic_id = $1 AND g.conversation_id = c.id
                AND ($6::text IS NULL OR g.guard = $6) AND ($7::text IS NULL OR g.action = $7)))
          AND ($8::boolean IS NULL OR $8 = (COALESCE(${REVIEW_STATUS}, '') = 'marked'))
          AND ($9::text IS NULL OR EXISTS
            (SELECT 1 FROM turns t WHERE t.clinic_id = $1 AND t.conversation_id = c.id AND t.model = $9))
          AND ($10::text IS NULL OR language = $10)
          AND ($11::timestamptz IS NULL OR started_at >= $11) AND ($12::timestamptz IS NULL OR started_at < $12)
          AND ($13::uuid[] IS NULL OR patient_id = ANY($13))
          AND ($14::uuid IS NULL OR (started_at, id) < (SELECT started_at, id FROM conversations WHERE clinic_id = $1 AND id = $14))
        ORDER BY started_at DESC, id DESC LIMIT $15`,
      [this.clinic, ...given.map((one) => one ?? null), filter.patientIds ?? null, filter.cursor ?? null, filter.limit],
    );
  }

  private get clinic(): string {
    return this.scope.clinicId();
  }
}

export interface ConversationFilter {
  readonly channel?: string;
  readonly status?: string;
  readonly outcome?: string;
  readonly escalated?: boolean;
  /** A guard that acted in it, and what it did. */
  readonly guard?: string;
  readonly guardAction?: string;
  /** Waits for a review. */
  readonly flagged?: boolean;
  readonly model?: string;
  readonly language?: string;
  /** Records that are one patient's. */
  readonly patientIds?: readonly string[];
  /** It began at or after `from` and before `to`; RFC 3339. */
  readonly from?: string;
  readonly to?: string;
  /** Id of the last one seen. */
  readonly cursor?: string;
  readonly limit: number;
}
