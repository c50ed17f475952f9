import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person is to do for a conversation stands once, however many notice it at the same time. Tasks of before have no wish. */
export class OneWishACall1790033000000 implements MigrationInterface {
  name = 'OneWishACall1790033000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE tasks ADD COLUMN wish text`);
    await runner.query(
      `CREATE UNIQUE INDEX tasks_wish_key ON tasks (clinic_id, conversation_id, wish)
        WHERE wish IS NOT NULL AND status = 'requested'`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
