import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Legal holds, and the mark of a patient whose data were erased. */
export class Privacy1790013200000 implements MigrationInterface {
  name = 'Privacy1790013200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE legal_holds (clinic_id uuid NOT NULL, patient_id uuid NOT NULL, reason text NOT NULL, placed_by text NOT NULL,
         placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         CONSTRAINT legal_holds_pkey PRIMARY KEY (clinic_id, patient_id))`,
    );
    await protectTable(runner, 'legal_holds');
    await runner.query(`ALTER TABLE patients ADD COLUMN erased_at timestamptz`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
