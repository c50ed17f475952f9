import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** What staff see of a conversation's inside: models and their price, state before and after; notes and reviews; calls over time. */
export class Supervision1790025000000 implements MigrationInterface {
  name = 'Supervision1790025000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE turns ADD COLUMN cached_tokens integer, ADD COLUMN cost_usd numeric(14,8),
         ADD COLUMN requests jsonb NOT NULL DEFAULT '[]', ADD COLUMN failures jsonb NOT NULL DEFAULT '[]',
         ADD COLUMN state_before jsonb, ADD COLUMN state_after jsonb, ADD COLUMN redaction text NOT NULL DEFAULT 'none',
         ADD CONSTRAINT turns_cost_usd_check CHECK (cost_usd >= 0),
         ADD CONSTRAINT turns_redaction_check CHECK (redaction IN ('none', 'codes'))`,
    );
    await runner.query(
      `CREATE TABLE conversation_notes (clinic_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, seq integer,
         text text NOT NULL, author_kind text NOT NULL, author_id text NOT NULL, at timestamptz NOT NULL,
         CONSTRAINT conversation_notes_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT conversation_notes_text_check CHECK (length(text) BETWEEN 1 AND 4000))`,
    );
    await runner.query(
      `CREATE INDEX conversation_notes_conversation_idx ON conversation_notes (clinic_id, conversation_id, at)`,
    );
    await protectTable(runner, 'conversation_notes', ['SELECT', 'INSERT', 'DELETE']);
    await this.reviews(runner);
    await runner.query(
      `CREATE TABLE call_timelines (clinic_id uuid NOT NULL, call_id uuid NOT NULL, stream smallint NOT NULL,
         entries jsonb NOT NULL, dropped integer NOT NULL, duration_ms integer NOT NULL, updated_at timestamptz NOT NULL,
         CONSTRAINT call_timelines_pkey PRIMARY KEY (clinic_id, call_id, stream),
         CONSTRAINT call_timelines_entries_check CHECK (jsonb_array_length(entries) <= 600))`,
    );
    await protectTable(runner, 'call_timelines');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async reviews(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE conversation_reviews (clinic_id uuid NOT NULL, conversation_id uuid NOT NULL, status text NOT NULL,
         reason text, marked_by text NOT NULL, marked_at timestamptz NOT NULL, reviewed_by text, reviewed_at timestamptz,
         CONSTRAINT conversation_reviews_pkey PRIMARY KEY (clinic_id, conversation_id),
         CONSTRAINT conversation_reviews_status_check CHECK (status IN ('marked', 'reviewed')),
         CONSTRAINT conversation_reviews_reviewed_check
           CHECK ((status = 'reviewed') = (reviewed_by IS NOT NULL AND reviewed_at IS NOT NULL)))`,
    );
    await protectTable(runner, 'conversation_reviews');
  }
}
