import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { MigrationInterface } from 'typeorm';

type Migration = new () => MigrationInterface;

/**
 * A statement that waits for a table's lock keeps everybody who comes after it waiting too. So a migration gives up after
 * this long, lets them through, and tries again: behind a report of ten minutes bookings wait half a second now and then.
 */
export const LOCK_TIMEOUT_MS = 500;
const PAUSE_MS = 700;
const MOST_TRIES = 500;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs what is pending of `wanted`, each in its own transaction unless it says `transaction = false`, which is how an
 * index is made CONCURRENTLY on a table in use.
 * @param lockTimeoutMs 0 waits without end.
 */
export async function runPending(
  ownerUrl: string,
  wanted: readonly Migration[],
  lockTimeoutMs = LOCK_TIMEOUT_MS,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await once(ownerUrl, wanted, lockTimeoutMs);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || tries === MOST_TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function once(ownerUrl: string, wanted: readonly Migration[], lockTimeoutMs: number): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...wanted],
    migrationsTransactionMode: 'each',
    // One connection, so that what is set on it holds for the migrations; a start-up option would not pass PgBouncer.
    extra: { max: 1 },
    logger: quiet,
  });
  await source.initialize();
  try {
    await source.query(`SET lock_timeout = ${lockTimeoutMs}`);
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

// TypeORM prints what failed although it throws it as well; the product has its own log.
const noop = (): void => undefined;
const quiet = {
  logQuery: noop,
  logQueryError: noop,
  logQuerySlow: noop,
  logSchemaBuild: noop,
  logMigration: noop,
  log: noop,
};
