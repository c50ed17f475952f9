import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Replies of calls that were not heard, until they are told in another way: libs/telephony. */
export class UnheardReplies1790031000000 implements MigrationInterface {
  name = 'UnheardReplies1790031000000';

  /** What is settled keeps no words: they stand where they were told. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calls ADD COLUMN heard_seq integer`);
    await runner.query(
      `CREATE TABLE unheard_replies (clinic_id uuid NOT NULL, id uuid NOT NULL, call_id uuid NOT NULL,
         conversation_id uuid NOT NULL, seq integer NOT NULL, text text, weight text NOT NULL,
         line_broke boolean NOT NULL DEFAULT true, state text NOT NULL, stream smallint,
         noted_at timestamptz NOT NULL DEFAULT now(), settled_at timestamptz,
         CONSTRAINT unheard_replies_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT unheard_replies_weight_check CHECK (weight IN ('outcome', 'answer', 'talk')),
         CONSTRAINT unheard_replies_state_check
           CHECK (state IN ('waiting', 'speaking', 'heard', 'texted', 'task', 'dropped')),
         CONSTRAINT unheard_replies_stream_check CHECK (state <> 'speaking' OR stream IS NOT NULL),
         CONSTRAINT unheard_replies_settled_check CHECK ((state IN ('waiting', 'speaking')) = (settled_at IS NULL)),
         CONSTRAINT unheard_replies_text_check CHECK ((text IS NULL) = (settled_at IS NOT NULL)))`,
    );
    await runner.query(`CREATE UNIQUE INDEX unheard_replies_once_key ON unheard_replies (clinic_id, call_id, seq)`);
    await protectTable(runner, 'unheard_replies');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
