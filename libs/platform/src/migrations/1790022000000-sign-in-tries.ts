import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../protect';

/**
 * Tries to sign in, by keyed hashes of addresses and emails: asked before a clinic is known, and the same on every instance.
 * The shape is rate-limiter-flexible's (RateLimiterPostgres); `expire` is in milliseconds since 1970.
 */
export class SignInTries1790022000000 implements MigrationInterface {
  name = 'SignInTries1790022000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE directory.sign_in_tries (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON directory.sign_in_tries TO ${APP_ROLE}`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
