import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Threads of texts, what came in, what goes out, and who asked for silence: the tables of libs/messaging. */
export class Messaging1790000300000 implements MigrationInterface {
  name = 'Messaging1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await this.inbound(runner);
    await this.outbound(runner);
    for (const table of ['text_threads', 'inbound_texts', 'outbound_texts', 'opt_outs']) {
      await protectTable(runner, table);
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async inbound(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE text_threads (clinic_id uuid NOT NULL, id uuid NOT NULL, patient_number text NOT NULL,
         clinic_number text NOT NULL, conversation_id uuid, language text, text_count integer NOT NULL DEFAULT 0,
         last_text_at timestamptz NOT NULL, lease_token uuid, lease_until timestamptz,
         CONSTRAINT text_threads_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX text_threads_numbers_key ON text_threads (clinic_id, patient_number, clinic_number)`,
    );
    await runner.query(
      `CREATE TABLE inbound_texts (clinic_id uuid NOT NULL, id uuid NOT NULL, thread_id uuid NOT NULL, position integer NOT NULL,
         message_sid text NOT NULL, from_number text NOT NULL, to_number text NOT NULL, body text NOT NULL,
         media_count smallint NOT NULL DEFAULT 0, kind text NOT NULL, status text NOT NULL DEFAULT 'received',
         attempts smallint NOT NULL DEFAULT 0, conversation_id uuid, turns_before integer, received_at timestamptz NOT NULL, settled_at timestamptz,
         CONSTRAINT inbound_texts_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX inbound_texts_message_sid_key ON inbound_texts (clinic_id, message_sid)`);
    await runner.query(
      `CREATE UNIQUE INDEX inbound_texts_position_key ON inbound_texts (clinic_id, thread_id, position)`,
    );
    await runner.query(`CREATE INDEX inbound_texts_received_idx ON inbound_texts (clinic_id, received_at, id)`);
  }

  private async outbound(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE outbound_texts (clinic_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL, to_number text NOT NULL,
         from_number text NOT NULL, body text NOT NULL, status text NOT NULL DEFAULT 'queued', by_twiml boolean NOT NULL DEFAULT false,
         provider_sid text, error_code text, attempts smallint NOT NULL DEFAULT 0, valid_seconds integer, once_key text,
         patient_id uuid, appointment_id uuid, conversation_id uuid, inbound_text_id uuid, created_at timestamptz NOT NULL,
         claimed_at timestamptz, sent_at timestamptz, settled_at timestamptz,
         CONSTRAINT outbound_texts_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX outbound_texts_once_key ON outbound_texts (clinic_id, once_key)`);
    await runner.query(`CREATE INDEX outbound_texts_created_idx ON outbound_texts (clinic_id, created_at, id)`);
    await runner.query(`CREATE INDEX outbound_texts_provider_sid_idx ON outbound_texts (clinic_id, provider_sid)`);
    await runner.query(`CREATE INDEX outbound_texts_inbound_idx ON outbound_texts (clinic_id, inbound_text_id)`);
    await runner.query(
      `CREATE TABLE opt_outs (clinic_id uuid NOT NULL, phone text NOT NULL, source text NOT NULL, opted_out_at timestamptz NOT NULL,
         CONSTRAINT opt_outs_pkey PRIMARY KEY (clinic_id, phone))`,
    );
  }
}
