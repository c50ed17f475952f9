import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface NoteView {
  readonly id: string;
  /** The turn it is about; null for the whole conversation. */
  readonly seq: number | null;
  readonly text: string;
  readonly by: { readonly kind: string; readonly id: string };
  readonly at: Date;
}

export interface ReviewView {
  readonly status: 'marked' | 'reviewed';
  readonly reason: string | null;
  readonly markedBy: string;
  readonly markedAt: Date;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
}

const NOTE = `id, seq, text, jsonb_build_object('kind', author_kind, 'id', author_id) AS by, at`;
const REVIEW = `status, reason, marked_by AS "markedBy", marked_at AS "markedAt", reviewed_by AS "reviewedBy",
  reviewed_at AS "reviewedAt"`;

/** What staff think of conversations: notes on them, and marks that somebody should look. */
@Injectable()
export class ReviewsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @returns undefined when there is no such conversation, or no such turn in it. */
  async addNote(conversationId: string, text: string, seq?: number): Promise<NoteView | undefined> {
    const { kind, id } = this.scope.actor();
    const [note] = await this.database.query<NoteView>(
      `INSERT INTO conversation_notes (clinic_id, id, conversation_id, seq, text, author_kind, author_id, at)
       SELECT $1, $2, c.id, $4, $5, $6, $7, app.now() FROM conversations c
        WHERE c.clinic_id = $1 AND c.id = $3 AND ($4::integer IS NULL OR EXISTS
          (SELECT 1 FROM turns t WHERE t.clinic_id = $1 AND t.conversation_id = c.id AND t.seq = $4))
       RETURNING ${NOTE}`,
      [this.clinic, randomUUID(), conversationId, seq ?? null, text, kind, id],
    );
    return note;
  }

  async notes(conversationId: string): Promise<NoteView[]> {
    return this.database.query<NoteView>(
      `SELECT ${NOTE} FROM conversation_notes WHERE clinic_id = $1 AND conversation_id = $2 ORDER BY at, id`,
      [this.clinic, conversationId],
    );
  }

  /** Marked anew, it waits for a review again. @returns undefined when there is no such conversation. */
  async mark(conversationId: string, reason?: string): Promise<ReviewView | undefined> {
    const [review] = await this.database.query<ReviewView>(
      `INSERT INTO conversation_reviews AS r (clinic_id, conversation_id, status, reason, marked_by, marked_at)
       SELECT $1, c.id, 'marked', $3, $4, app.now() FROM conversations c WHERE c.clinic_id = $1 AND c.id = $2
       ON CONFLICT (clinic_id, conversation_id) DO UPDATE
          SET status = 'marked', reason = EXCLUDED.reason, marked_by = EXCLUDED.marked_by, marked_at = EXCLUDED.marked_at,
              reviewed_by = NULL, reviewed_at = NULL
       RETURNING ${REVIEW}`,
      [this.clinic, conversationId, reason ?? null, this.actor],
    );
    return review;
  }

  /** Reviewed, whether or not somebody had asked for it. @returns undefined when there is no such conversation. */
  async review(conversationId: string): Promise<ReviewView | undefined> {
    const [review] = await this.database.query<ReviewView>(
      `INSERT INTO conversation_reviews AS r
         (clinic_id, conversation_id, status, marked_by, marked_at, reviewed_by, reviewed_at)
       SELECT $1, c.id, 'reviewed', $3, app.now(), $3, app.now() FROM conversations c WHERE c.clinic_id = $1 AND c.id = $2
       ON CONFLICT (clinic_id, conversation_id) DO UPDATE
          SET status = 'reviewed', reviewed_by = EXCLUDED.reviewed_by, reviewed_at = EXCLUDED.reviewed_at
       RETURNING ${REVIEW}`,
      [this.clinic, conversationId, this.actor],
    );
    return review;
  }

  async find(conversationId: string): Promise<ReviewView | undefined> {
    const [review] = await this.database.query<ReviewView>(
      `SELECT ${REVIEW} FROM conversation_reviews WHERE clinic_id = $1 AND conversation_id = $2`,
      [this.clinic, conversationId],
    );
    return review;
  }

  private get actor(): string {
    return this.scope.actor().id;
  }

  private get clinic(): string {
    return this.scope.clinicId();
  }
}
