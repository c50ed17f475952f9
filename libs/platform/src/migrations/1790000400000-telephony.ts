import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** The calls of libs/telephony. */
export class Telephony1790000400000 implements MigrationInterface {
  name = 'Telephony1790000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE calls (clinic_id uuid NOT NULL, id uuid NOT NULL, call_sid text NOT NULL, conversation_id uuid NOT NULL,
         stream_token_hash text, stream_token_ends_at timestamptz, streams smallint NOT NULL DEFAULT 0, ending text,
         started_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
         CONSTRAINT calls_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX calls_call_sid_key ON calls (clinic_id, call_sid)`);
    await protectTable(runner, 'calls');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
