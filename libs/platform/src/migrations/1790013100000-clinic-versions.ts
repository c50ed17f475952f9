import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Every version a clinic's settings ever had, and versions of its answers. */
export class ClinicVersions1790013100000 implements MigrationInterface {
  name = 'ClinicVersions1790013100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE clinic_versions (clinic_id uuid NOT NULL, version integer NOT NULL, document jsonb NOT NULL,
         actor_kind text NOT NULL, actor_id text NOT NULL, changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         CONSTRAINT clinic_versions_pkey PRIMARY KEY (clinic_id, version))`,
    );
    await protectTable(runner, 'clinic_versions', ['SELECT', 'INSERT']);
    await runner.query(`ALTER TABLE faq_entries ADD COLUMN version integer NOT NULL DEFAULT 1`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
