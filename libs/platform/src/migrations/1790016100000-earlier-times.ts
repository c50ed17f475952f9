import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who has a visit may wait for an earlier one: taking the offer moves the visit. */
export class EarlierTimes1790016100000 implements MigrationInterface {
  name = 'EarlierTimes1790016100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE waitlist_entries ADD COLUMN moves_appointment_id uuid,
         ADD CONSTRAINT waitlist_entries_moves_appointment_id_fkey FOREIGN KEY (clinic_id, moves_appointment_id)
           REFERENCES appointments (clinic_id, id)`,
    );
    await runner.query(
      `CREATE INDEX waitlist_entries_moves_idx ON waitlist_entries (clinic_id, moves_appointment_id) WHERE moves_appointment_id IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
