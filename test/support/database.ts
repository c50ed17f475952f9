import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { applicationUrl } from '../../libs/platform/src/database-address';
import { APP_ROLE } from '../../libs/platform/src/protect';
import { repositoryRoot } from '../../scripts/postgres-binaries';

/** A migrated, empty database of its own for one test file. */
export interface TestDatabase {
  /** Owner's address: what DATABASE_URL is to the product. */
  url: string;
  /** The same database as role clinicall_app, which row-level security binds. */
  appUrl: string;
  name: string;
  drop(): Promise<void>;
}

/** A database without anything in it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await administer((client) => client.query(`CREATE DATABASE ${name}`));
  return described(name);
}

/** Clones the migrated template; the first caller after a change of the migrations makes that template (about 2 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await migratedTemplate();
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await administer((client) => retryWhileInUse(() => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)));
  return described(name);
}

function described(name: string): TestDatabase {
  const url = addressOf(name);
  return {
    url,
    appUrl: applicationUrl(url, APP_ROLE),
    name,
    drop: async () => {
      await administer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The test server's own address, for tests that need to look at it from outside their database. */
export function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('No test database server: run through jest, whose global setup starts one.');
  return url;
}

function addressOf(database: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

async function administer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testServerUrl() });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything that decides the shape of an empty database: the platform's own code and every lib's migrations. */
function migrationsHash(): string {
  const libs = join(repositoryRoot(), 'libs');
  const hash = createHash('sha256');
  for (const lib of readdirSync(libs).sort()) {
    const folder = join(libs, lib, 'src', lib === 'platform' ? '.' : 'migrations');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(?<!spec)\.(ts|sql)$/.test(file)) hash.update(`${lib}/${file}\0`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

async function migratedTemplate(): Promise<string> {
  const template = `template_${migrationsHash()}`;
  await administer(async (client) => {
    if (await exists(client, template)) return;
    await client.query(`SELECT pg_advisory_lock(hashtext('clinicall test template'))`);
    if (!(await exists(client, template))) await buildTemplate(client, template);
  });
  return template;
}

async function exists(client: Client, database: string): Promise<boolean> {
  return (await client.query('SELECT FROM pg_database WHERE datname = $1', [database])).rowCount === 1;
}

/** Migrated under another name first: a template that exists is complete. */
async function buildTemplate(client: Client, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  const { migrate } = await import('@clinicall/platform');
  await migrate(addressOf(draft));
  await retryWhileInUse(() => client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`));
  await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  await dropOldTemplates(client);
}

/** Another run may still clone from the one before. */
async function dropOldTemplates(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid DESC OFFSET 4`,
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`).catch(() => undefined);
}

/** 55006: a session of the source database has not quite gone yet. */
async function retryWhileInUse(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 100) throw error;
      await sleep(100);
    }
  }
}
