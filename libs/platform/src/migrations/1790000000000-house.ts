import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protectTable } from '../protect';

/** Schemas, the functions every policy reads, the outbox, and the tables of libs/identity. */
export class House1790000000000 implements MigrationInterface {
  name = 'House1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.functions(runner);
    await this.directory(runner);
    await this.platformTables(runner);
    await this.identityTables(runner);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async functions(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`CREATE SCHEMA app`);
    await runner.query(`GRANT USAGE ON SCHEMA app TO ${APP_ROLE}`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
    // Unset and empty alike: after one SET LOCAL a pooled session holds '' and not NULL.
    await runner.query(
      `CREATE FUNCTION app.clinic_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
       AS $$ SELECT NULLIF(current_setting('app.clinic_id', true), '')::uuid $$`,
    );
    await runner.query(
      `CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
       AS $$ SELECT transaction_timestamp()
              + COALESCE(NULLIF(current_setting('app.clock_offset_ms', true), '')::bigint, 0) * interval '1 millisecond' $$`,
    );
  }

  /** What must be asked before a clinic is known: the looked-up value or its hash, and clinic_id, nothing more. */
  private async directory(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA directory`);
    await runner.query(`GRANT USAGE ON SCHEMA directory TO ${APP_ROLE}`);
    await runner.query(`CREATE TABLE directory.phone_routes (phone text PRIMARY KEY, clinic_id uuid NOT NULL)`);
    await runner.query(`CREATE TABLE directory.sign_ins (email_hash text PRIMARY KEY, clinic_id uuid NOT NULL)`);
    await runner.query(`CREATE TABLE directory.tokens (token_hash text PRIMARY KEY, clinic_id uuid NOT NULL)`);
    await runner.query(
      `CREATE TABLE directory.clinic_clocks (clinic_id uuid PRIMARY KEY, offset_ms bigint NOT NULL DEFAULT 0)`,
    );
    await runner.query(
      `CREATE TABLE directory.outbox_pending (clinic_id uuid NOT NULL, event_id uuid NOT NULL, position bigserial NOT NULL,
         CONSTRAINT outbox_pending_pkey PRIMARY KEY (clinic_id, event_id))`,
    );
    await runner.query(`CREATE INDEX outbox_pending_position_idx ON directory.outbox_pending (position)`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA directory TO ${APP_ROLE}`);
    await runner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA directory TO ${APP_ROLE}`);
  }

  private async platformTables(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE outbox (clinic_id uuid NOT NULL, id uuid NOT NULL, type text NOT NULL, version smallint NOT NULL,
         occurred_at timestamptz NOT NULL, data jsonb NOT NULL, attempts smallint NOT NULL DEFAULT 0,
         delivered_at timestamptz, CONSTRAINT outbox_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(
      `CREATE TABLE idempotency_keys (clinic_id uuid NOT NULL, principal text NOT NULL, key text NOT NULL,
         request_hash text NOT NULL, status smallint, response jsonb, created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT idempotency_keys_pkey PRIMARY KEY (clinic_id, principal, key))`,
    );
    await protectTable(runner, 'outbox', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    await protectTable(runner, 'idempotency_keys');
  }

  private async identityTables(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE clinics (clinic_id uuid NOT NULL, name text NOT NULL, timezone text NOT NULL, country text NOT NULL,
         language text NOT NULL, phones text[] NOT NULL, transfer_number text, hours jsonb NOT NULL,
         settings jsonb NOT NULL DEFAULT '{}', version integer NOT NULL DEFAULT 1,
         created_at timestamptz NOT NULL DEFAULT now(), CONSTRAINT clinics_pkey PRIMARY KEY (clinic_id))`,
    );
    await runner.query(
      `CREATE TABLE faq_entries (clinic_id uuid NOT NULL, id uuid NOT NULL, question text NOT NULL, answer text NOT NULL,
         language text NOT NULL, CONSTRAINT faq_entries_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(
      `CREATE TABLE staff (clinic_id uuid NOT NULL, id uuid NOT NULL, email text NOT NULL, name text NOT NULL, role text NOT NULL,
         password_hash text NOT NULL, disabled_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT staff_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX staff_email_key ON staff (clinic_id, email)`);
    await runner.query(
      `CREATE TABLE refresh_tokens (clinic_id uuid NOT NULL, id uuid NOT NULL, staff_id uuid NOT NULL, family_id uuid NOT NULL,
         token_hash text NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz,
         created_at timestamptz NOT NULL DEFAULT now(), CONSTRAINT refresh_tokens_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX refresh_tokens_hash_key ON refresh_tokens (clinic_id, token_hash)`);
    await runner.query(
      `CREATE TABLE api_keys (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, prefix text NOT NULL, key_hash text NOT NULL,
         scopes text[] NOT NULL, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz,
         created_at timestamptz NOT NULL DEFAULT now(), CONSTRAINT api_keys_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX api_keys_hash_key ON api_keys (clinic_id, key_hash)`);
    await runner.query(
      `CREATE TABLE audit_entries (clinic_id uuid NOT NULL, id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(),
         actor_kind text NOT NULL, actor_id text NOT NULL, action text NOT NULL, subject_kind text, subject_id text,
         outcome text NOT NULL, details jsonb NOT NULL DEFAULT '{}', CONSTRAINT audit_entries_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX audit_entries_at_idx ON audit_entries (clinic_id, at)`);
    await runner.query(
      `CREATE TABLE tasks (clinic_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL, status text NOT NULL DEFAULT 'requested',
         patient_id uuid, conversation_id uuid, data jsonb NOT NULL DEFAULT '{}', opened_at timestamptz NOT NULL DEFAULT now(),
         resolved_at timestamptz, resolved_by text, CONSTRAINT tasks_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX tasks_open_idx ON tasks (clinic_id, status, opened_at)`);
    for (const table of ['clinics', 'faq_entries', 'staff', 'refresh_tokens', 'api_keys', 'tasks']) {
      await protectTable(runner, table);
    }
    await protectTable(runner, 'audit_entries', ['SELECT', 'INSERT']);
  }
}
