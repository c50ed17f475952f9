import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody of the staff noted on a conversation, or on one turn of it. Written once, never changed. */
@Entity('conversation_notes')
@Index('conversation_notes_conversation_idx', ['clinicId', 'conversationId', 'at'])
@Check('conversation_notes_text_check', 'length(text) BETWEEN 1 AND 4000')
export class ConversationNote {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  /** The turn it is about; null for the conversation. */
  @Column('integer', { nullable: true }) seq: number | null;
  @Column('text') text: string;
  /** staff or api_key. */
  @Column('text') authorKind: string;
  @Column('text') authorId: string;
  @Column('timestamptz') at: Date;
}

/** A conversation that somebody should look at, or has looked at. */
@Entity('conversation_reviews')
@Check('conversation_reviews_status_check', `status IN ('marked', 'reviewed')`)
@Check(
  'conversation_reviews_reviewed_check',
  `(status = 'reviewed') = (reviewed_by IS NOT NULL AND reviewed_at IS NOT NULL)`,
)
export class ConversationReview {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') conversationId: string;
  @Column('text') status: 'marked' | 'reviewed';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') markedBy: string;
  @Column('timestamptz') markedAt: Date;
  @Column('text', { nullable: true }) reviewedBy: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
}
