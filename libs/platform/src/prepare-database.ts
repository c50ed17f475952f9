import { runMigrations as runJobMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { AppError } from './app-error';
import { applicationPassword, applicationUrl, DatabaseAddress } from './database-address';
import { durabilityFault } from './durability';
import type { EnvironmentValues } from './environment';
import { migrations } from './migrations';
import { APP_ROLE } from './protect';
import { runPending } from './run-migrations';

type Addresses = Pick<EnvironmentValues, 'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'DATABASE_MIGRATION_URL'> &
  Partial<Pick<EnvironmentValues, 'DATABASE_ALLOW_DATA_LOSS'>>;

/**
 * Brings the database to this build's state and says where the application connects:
 * a DATABASE_URL whose role may create roles owns and migrates; one that may not is the application's own role.
 * @throws AppError `bad_environment` with one sentence when the database cannot be used.
 */
export async function prepareDatabase(addresses: Addresses): Promise<DatabaseAddress> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: direct, DATABASE_MIGRATION_URL: migration } = addresses;
  if (url === undefined) throw new AppError('bad_environment', 'DATABASE_URL is not set.');
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new AppError('bad_environment', 'DATABASE_URL must begin with postgresql:// .');
  }
  if (addresses.DATABASE_ALLOW_DATA_LOSS !== true) await refuseDataLoss(direct ?? url);
  if (await mayCreateRoles(url)) {
    const owner = migration ?? direct ?? url;
    await migrate(owner);
    return new DatabaseAddress(applicationUrl(url, APP_ROLE), applicationUrl(direct ?? url, APP_ROLE));
  }
  if (migration !== undefined) {
    await migrate(migration);
    await withClient(migration, async (client) => {
      const role = decodeURIComponent(new URL(url).username);
      if (role !== APP_ROLE) await client.query(`GRANT ${APP_ROLE} TO ${client.escapeIdentifier(role)}`);
    });
  }
  return new DatabaseAddress(url, direct ?? url);
}

async function refuseDataLoss(url: string): Promise<void> {
  const fault = await withClient(url, (client) =>
    durabilityFault(async (sql) => (await client.query<{ fsync: string; commit: string }>(sql)).rows[0]),
  );
  if (fault !== undefined) throw new AppError('bad_environment', fault);
}

/**
 * Runs every pending migration as the owner, one instance at a time, and lets role clinicall_app in.
 * @param only names of the migrations to run, such as those of a backup; all when absent.
 * @throws AppError `bad_environment` when this build lacks one of `only`.
 */
export async function migrate(ownerUrl: string, only?: readonly string[]): Promise<void> {
  const wanted = only === undefined ? migrations : migrations.filter((one) => only.includes(one.name));
  if (only !== undefined && wanted.length < only.length) {
    throw new AppError('bad_environment', 'The data was made by a newer Clinicall: use that one, or a later.');
  }
  await ensureRole(ownerUrl);
  await withClient(ownerUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('clinicall-migrations'))`);
    await runJobMigrations({ connectionString: ownerUrl, logger: silent });
    await runPending(ownerUrl, wanted);
    await openJobs(client);
  });
}

const silent = (() => {
  // graphile-worker prints its migrations at info level; the product has its own log.
  const nothing = { error: noop, warn: noop, info: noop, debug: noop };
  return { ...nothing, scope: () => nothing } as never;
})();
function noop(): void {
  return undefined;
}

async function mayCreateRoles(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const found = await client.query<{ may: boolean }>(
      'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
    );
    return found.rows[0]?.may === true;
  });
}

async function ensureRole(ownerUrl: string): Promise<void> {
  const hasPassword = new URL(ownerUrl).password !== '';
  await withClient(ownerUrl, async (client) => {
    const login = hasPassword
      ? `LOGIN PASSWORD ${client.escapeLiteral(applicationPassword(ownerUrl, APP_ROLE))}`
      : 'NOLOGIN';
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${login};
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
    if (hasPassword && !(await canConnect(applicationUrl(ownerUrl, APP_ROLE)))) {
      await client.query(`ALTER ROLE ${APP_ROLE} ${login}`);
    }
    const member = await client.query<{ member: boolean }>(
      `SELECT pg_has_role(current_user, '${APP_ROLE}', 'MEMBER') AS member`,
    );
    if (member.rows[0]?.member !== true) await client.query(`GRANT ${APP_ROLE} TO current_user`);
  });
}

/** graphile-worker's tables carry row-level security without policies: the application's role gets one. */
async function openJobs(client: Client): Promise<void> {
  await client.query(`GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE}`);
  await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${APP_ROLE}`);
  await client.query(
    `DO $$ DECLARE t text; BEGIN
       FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'graphile_worker' AND c.relkind = 'r' AND c.relrowsecurity
                   AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'application')
       LOOP EXECUTE format('CREATE POLICY application ON graphile_worker.%I TO ${APP_ROLE} USING (true) WITH CHECK (true)', t);
       END LOOP; END $$`,
  );
}

async function canConnect(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new AppError('bad_environment', unreachable(url, error), {}, { cause: error });
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unreachable(url: string, error: unknown): string {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname}:${port === '' ? '5432' : port}`;
  const code = (error as { code?: string }).code ?? '';
  if (code === '28P01' || code === '28000')
    return `The database at ${where} refused user ${username}: check DATABASE_URL.`;
  if (code === '3D000') return `The database ${pathname.slice(1)} does not exist at ${where}: check DATABASE_URL.`;
  return `The database at ${where} cannot be reached (${code === '' ? 'no answer' : code}): check DATABASE_URL.`;
}
