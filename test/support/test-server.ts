import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../scripts/embedded-postgres';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { withLock } from '../../scripts/processes';

/** One server serves every run of this clone; a run is known by a session of this name, and the last one out stops it. */
const LEASE = 'clinicall test run';

const settings = {
  max_connections: 300,
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  // Tests of durability need the real thing; TEST_PG_FAST=1 is for impatient work on something else.
  ...(process.env['TEST_PG_FAST'] ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
};

export interface TestServer {
  /** Owner's address; the database in it is only for administration. */
  url: string;
  release(): Promise<void>;
}

export async function takeTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, release: () => Promise.resolve() };
  const dataDir = join(repositoryRoot(), '.clinicall', 'test-postgres');
  mkdirSync(join(repositoryRoot(), '.clinicall'), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'lease.lock');
  return withLock(lock, async () => {
    const server = await startPostgres({ dataDir, logFile: join(dataDir, 'postgres.log'), settings });
    const lease = new Client({ connectionString: server.url, application_name: LEASE });
    lease.on('error', () => undefined);
    await lease.connect();
    if ((await otherRuns(lease)) === 0) await dropLeftovers(lease);
    const release = () =>
      withLock(lock, async () => {
        const others = await otherRuns(lease);
        await lease.end();
        if (others === 0) await server.stop();
      });
    return { url: server.url, release };
  });
}

async function otherRuns(lease: Client): Promise<number> {
  const { rows } = await lease.query<{ count: string }>(
    'SELECT count(*) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
    [LEASE],
  );
  return Number(rows[0]?.count);
}

/** A run that was killed could not drop its clones. */
async function dropLeftovers(lease: Client): Promise<void> {
  const { rows } = await lease.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'`,
  );
  for (const { datname } of rows) await lease.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
