import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A caller keeps one time, whichever way they talk to the clinic. Judged at commit: the new hold stands before the old one ends. */
export class OneHoldACaller1790019000000 implements MigrationInterface {
  name = 'OneHoldACaller1790019000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE holds ADD COLUMN held_for text,
         ADD CONSTRAINT holds_one_live EXCLUDE USING btree (clinic_id WITH =, held_for WITH =) WHERE (status = 'active')
           DEFERRABLE INITIALLY DEFERRED`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
