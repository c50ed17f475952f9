import { Injectable } from '@nestjs/common';
import { AuditService } from '@clinicall/identity';
import { AppError, Database } from '@clinicall/platform';
import { ConversationsService } from './conversations.service';
import type { ConversationRecord, ConversationView } from './conversations.service';
import type { ConversationFilter } from './conversations.repository';
import { ReviewsRepository } from './reviews.repository';
import type { NoteView, ReviewView } from './reviews.repository';

/** A conversation whole: what was said, done, withheld and paid, and what staff think of it. */
export interface SupervisionRecord extends ConversationRecord {
  readonly totals: ConversationTotals;
  readonly review: ReviewView | null;
  readonly notes: readonly NoteView[];
}

export interface ConversationTotals {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
  /** US dollars; null when the price of any turn's model is not known. */
  readonly costUsd: number | null;
  readonly providerFailures: number;
}

/** The supervision log as staff use it; every look and every act leaves an audit row. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditService,
    private readonly database: Database,
  ) {}

  /** @returns one more than `limit` when there are more. */
  async list(filter: ConversationFilter & { readonly patientId?: string }): Promise<ConversationView[]> {
    const rows = await this.conversations.list({ ...filter, limit: filter.limit + 1 });
    await this.audit.record({
      action: 'conversation.list',
      details: { count: Math.min(rows.length, filter.limit) },
    });
    return rows;
  }

  /** @throws AppError `not_found`. */
  async read(id: string): Promise<SupervisionRecord> {
    const record = await this.conversations.read(id);
    const [review, notes] = [await this.reviews.find(id), await this.reviews.notes(id)];
    await this.audit.record({ action: 'conversation.read', subject: { kind: 'conversation', id } });
    return { ...record, reviewStatus: review?.status ?? null, totals: totalsOf(record), review: review ?? null, notes };
  }

  /** @throws AppError `not_found` for an unknown conversation or turn. */
  async annotate(id: string, text: string, seq?: number): Promise<NoteView> {
    return this.database.transaction(async () => {
      const note = await this.reviews.addNote(id, text, seq);
      if (note === undefined) throw AppError.notFound(seq === undefined ? 'conversation' : 'turn');
      await this.record('conversation.annotate', id, { noteId: note.id, ...(seq === undefined ? {} : { seq }) });
      return note;
    });
  }

  /** @throws AppError `not_found`. */
  async setReview(id: string, status: 'marked' | 'reviewed', reason?: string): Promise<ReviewView> {
    return this.database.transaction(async () => {
      const review = await (status === 'marked' ? this.reviews.mark(id, reason) : this.reviews.review(id));
      if (review === undefined) throw AppError.notFound('conversation');
      await this.record(status === 'marked' ? 'conversation.mark' : 'conversation.review', id);
      return review;
    });
  }

  private record(action: string, id: string, details: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'conversation', id }, details });
  }
}

function totalsOf({ turns }: ConversationRecord): ConversationTotals {
  const sum = (pick: (turn: ConversationRecord['turns'][number]) => number | null) =>
    turns.reduce((total, turn) => total + (pick(turn) ?? 0), 0);
  const paid = turns.filter((turn) => turn.modelRequests > 0);
  return {
    promptTokens: sum((turn) => turn.promptTokens),
    completionTokens: sum((turn) => turn.completionTokens),
    cachedTokens: sum((turn) => turn.cachedTokens),
    costUsd: paid.some((turn) => turn.costUsd === null) ? null : sum((turn) => turn.costUsd),
    providerFailures: sum((turn) => turn.failures.length),
  };
}
