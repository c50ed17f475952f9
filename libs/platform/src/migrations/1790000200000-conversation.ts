import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Conversations with their state, turns, tool calls, guard actions and one-time codes: the tables of libs/conversation. */
export class Conversation1790000200000 implements MigrationInterface {
  name = 'Conversation1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await this.conversations(runner);
    await this.log(runner);
    await this.codes(runner);
    for (const table of ['conversations', 'turns', 'one_time_codes']) await protectTable(runner, table);
    await protectTable(runner, 'tool_calls', ['SELECT', 'INSERT', 'DELETE']);
    await protectTable(runner, 'guard_actions', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async conversations(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE conversations (clinic_id uuid NOT NULL, id uuid NOT NULL, channel text NOT NULL, from_number text,
         to_number text, language text NOT NULL, status text NOT NULL DEFAULT 'open', patient_id uuid,
         state jsonb NOT NULL, state_version integer NOT NULL DEFAULT 1, asked text[] NOT NULL DEFAULT '{}',
         turn_count integer NOT NULL DEFAULT 0, escalated boolean NOT NULL DEFAULT false,
         started_at timestamptz NOT NULL, last_turn_at timestamptz NOT NULL, ended_at timestamptz, outcome text,
         lease_token uuid, lease_until timestamptz,
         CONSTRAINT conversations_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX conversations_started_idx ON conversations (clinic_id, started_at)`);
    await runner.query(
      `CREATE INDEX conversations_thread_idx ON conversations (clinic_id, channel, from_number, to_number, last_turn_at)`,
    );
    await runner.query(`CREATE INDEX conversations_patient_idx ON conversations (clinic_id, patient_id)`);
  }

  private async log(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE turns (clinic_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, seq integer NOT NULL,
         who text NOT NULL, text text NOT NULL, heard text, interrupted boolean NOT NULL DEFAULT false,
         at timestamptz NOT NULL, provider text, model text, prompt_tokens integer, completion_tokens integer,
         model_requests integer NOT NULL DEFAULT 0, first_token_ms integer, duration_ms integer,
         meta jsonb NOT NULL DEFAULT '{}', CONSTRAINT turns_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX turns_seq_key ON turns (clinic_id, conversation_id, seq)`);
    await runner.query(
      `CREATE TABLE tool_calls (clinic_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, seq integer NOT NULL,
         round smallint NOT NULL, position integer NOT NULL, call_id text NOT NULL, name text NOT NULL, arguments text NOT NULL,
         result jsonb NOT NULL, latency_ms integer NOT NULL, at timestamptz NOT NULL,
         CONSTRAINT tool_calls_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(
      `CREATE INDEX tool_calls_turn_idx ON tool_calls (clinic_id, conversation_id, seq, round, position)`,
    );
    await runner.query(
      `CREATE TABLE guard_actions (clinic_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, seq integer NOT NULL,
         guard text NOT NULL, action text NOT NULL, reason text NOT NULL, text text, at timestamptz NOT NULL,
         CONSTRAINT guard_actions_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX guard_actions_turn_idx ON guard_actions (clinic_id, conversation_id, seq)`);
  }

  private async codes(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE one_time_codes (clinic_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, patient_id uuid NOT NULL,
         code_hash text NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz, created_at timestamptz NOT NULL,
         CONSTRAINT one_time_codes_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX one_time_codes_conversation_idx ON one_time_codes (clinic_id, conversation_id)`);
  }
}
