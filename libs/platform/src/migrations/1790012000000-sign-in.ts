import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Staff's sign-in: lock-out, sessions, one-time links, second factors, the hospital's own provider; limits of API keys. */
export class SignIn1790012000000 implements MigrationInterface {
  name = 'SignIn1790012000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.staff(runner);
    await this.sessions(runner);
    await this.secondFactors(runner);
    await this.links(runner);
    await this.provider(runner);
    await this.keys(runner);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async staff(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE staff ALTER COLUMN password_hash DROP NOT NULL, ADD failed_sign_ins smallint NOT NULL DEFAULT 0,
         ADD locked_until timestamptz, ADD last_sign_in_at timestamptz, ADD oidc_subject text,
         ADD CONSTRAINT staff_role_check CHECK (role IN ('owner', 'administrator', 'scheduler', 'clinician', 'viewer', 'auditor'))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX staff_oidc_subject_key ON staff (clinic_id, oidc_subject) WHERE oidc_subject IS NOT NULL`,
    );
  }

  private async sessions(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE staff_sessions (clinic_id uuid NOT NULL, id uuid NOT NULL, staff_id uuid NOT NULL, method text NOT NULL,
         created_at timestamptz NOT NULL DEFAULT now(), last_used_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
         CONSTRAINT staff_sessions_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT staff_sessions_method_check CHECK (method IN ('password', 'oidc')),
         CONSTRAINT staff_sessions_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX staff_sessions_staff_idx ON staff_sessions (clinic_id, staff_id)`);
    await runner.query(`CREATE INDEX refresh_tokens_family_idx ON refresh_tokens (clinic_id, family_id)`);
    await protectTable(runner, 'staff_sessions');
  }

  private async secondFactors(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE staff_second_factors (clinic_id uuid NOT NULL, staff_id uuid NOT NULL, secret text NOT NULL,
         last_step bigint NOT NULL DEFAULT 0, confirmed_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT staff_second_factors_pkey PRIMARY KEY (clinic_id, staff_id),
         CONSTRAINT staff_second_factors_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id))`,
    );
    await runner.query(
      `CREATE TABLE staff_recovery_codes (clinic_id uuid NOT NULL, staff_id uuid NOT NULL, code_hash text NOT NULL, used_at timestamptz,
         CONSTRAINT staff_recovery_codes_pkey PRIMARY KEY (clinic_id, staff_id, code_hash),
         CONSTRAINT staff_recovery_codes_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id))`,
    );
    await protectTable(runner, 'staff_second_factors');
    await protectTable(runner, 'staff_recovery_codes');
  }

  private async links(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE staff_links (clinic_id uuid NOT NULL, id uuid NOT NULL, staff_id uuid NOT NULL, kind text NOT NULL,
         token_hash text NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT staff_links_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT staff_links_kind_check CHECK (kind IN ('invitation', 'password_reset')),
         CONSTRAINT staff_links_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX staff_links_hash_key ON staff_links (clinic_id, token_hash)`);
    await protectTable(runner, 'staff_links');
  }

  private async provider(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE sign_in_providers (clinic_id uuid NOT NULL, issuer text NOT NULL, client_id text NOT NULL,
         client_secret text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT sign_in_providers_pkey PRIMARY KEY (clinic_id))`,
    );
    await protectTable(runner, 'sign_in_providers');
  }

  private async keys(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE api_keys ADD allowed_addresses cidr[] NOT NULL DEFAULT '{}', ADD requests_per_minute integer,
         ADD CONSTRAINT api_keys_rate_check CHECK (requests_per_minute BETWEEN 1 AND 1000000)`,
    );
  }
}
