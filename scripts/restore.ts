// `npm run restore -- FILE`: puts a backup into an empty database, and checks every table against its sum.
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { migrate } from '@clinicall/platform';
import { readBackup, Sum } from './backup-file';
import type { Manifest, TableHead } from './backup-file';
import { quoted, sumOf, tablesOf, withOwnDatabase, withSession } from './backup-place';
import { PlainError } from './plain-error';

/**
 * All or nothing: the file is read whole first, then its tables are loaded, every foreign key made again (which checks
 * it), and every table read back and compared, in one transaction. Migrations that are newer than the backup run last.
 * @throws PlainError when the database holds anything, or the file is damaged; the database then holds no row.
 */
export async function restore(ownerUrl: string, path: string): Promise<Manifest> {
  const manifest = await check(path);
  await withSession(ownerUrl, refuseWhenFull);
  await migrate(ownerUrl, manifest.migrations);
  await withSession(ownerUrl, async (client) => {
    await refuseWhenFull(client);
    await client.query('BEGIN');
    await load(client, manifest, path);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  await migrate(ownerUrl);
  return manifest;
}

/** Reads the file to its end before anything is written. */
async function check(path: string): Promise<Manifest> {
  let sum = new Sum();
  for await (const frame of readBackup(path)) {
    if (frame.kind === 'table') sum = new Sum();
    if (frame.kind === 'data') sum.add(frame.bytes);
    if (frame.kind === 'sum' && sum.total().sha256 !== frame.sum.sha256) throw damaged(path);
    if (frame.kind === 'manifest') return frame.manifest;
  }
  throw damaged(path);
}

const damaged = (path: string): PlainError => new PlainError(`${path} was damaged: a table does not match its sum.`);

async function refuseWhenFull(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND n.nspname || '.' || c.relname NOT IN ('public.migrations', 'graphile_worker.migrations')`,
  );
  for (const { name } of rows) {
    const found = await client.query(`SELECT FROM ${quoted(...name.split('.'))} LIMIT 1`);
    if (found.rowCount !== 0) {
      throw new PlainError(`The database is not empty (${name} has rows): a backup is put into an empty one only.`);
    }
  }
}

interface Key {
  table: string;
  name: string;
  definition: string;
}

async function load(client: Client, manifest: Manifest, path: string): Promise<void> {
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  const triggered = await tablesWithTriggers(client);
  for (const table of triggered) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await copyIn(client, path);
  for (const [sequence, last] of Object.entries(manifest.sequences)) {
    await client.query('SELECT setval($1::regclass, $2)', [sequence, last]);
  }
  for (const table of triggered) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  }
  await compare(client, manifest);
  // Whoever had taken a job is not here.
  await client.query('UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL');
  await client.query('UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL');
}

/** Slots, holds and appointments point at one another, so no order of loading would do. */
async function foreignKeys(client: Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `SELECT k.conrelid::regclass::text AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
      WHERE k.contype = 'f' AND n.nspname IN ('public', 'directory', 'graphile_worker') ORDER BY k.oid`,
  );
  return rows;
}

async function tablesWithTriggers(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT DISTINCT t.tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND n.nspname IN ('public', 'directory', 'graphile_worker')`,
  );
  return rows.map(({ table }) => table);
}

async function copyIn(client: Client, path: string): Promise<void> {
  let into: Writable | undefined;
  for await (const frame of readBackup(path)) {
    if (frame.kind === 'table') into = client.query(from(copyStatement(frame.head)));
    if (frame.kind === 'data' && into?.write(frame.bytes) === false) await once(into, 'drain');
    if (frame.kind === 'sum' && into !== undefined) {
      const finished = once(into, 'finish');
      into.end();
      await finished;
    }
  }
}

const copyStatement = ({ schema, table, columns }: TableHead): string =>
  `COPY ${quoted(schema, table)} (${columns.map((column) => quoted(column)).join(', ')}) FROM STDIN`;

/** @throws PlainError when a table that was read back is not what the backup holds, or one is not in the backup. */
async function compare(client: Client, manifest: Manifest): Promise<void> {
  const kept = new Map(manifest.tables.map((table) => [`${table.schema}.${table.table}`, table]));
  for (const head of await tablesOf(client)) {
    const name = `${head.schema}.${head.table}`;
    const wanted = kept.get(name);
    const found = await sumOf(client, head);
    if (wanted === undefined ? found.rows > 0 : found.sha256 !== wanted.sha256) {
      throw new PlainError(`${name} could not be restored as it was: nothing was kept.`);
    }
  }
}

async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new PlainError('Which file? npm run restore -- FILE');
  const manifest = await withOwnDatabase(process.env, (ownerUrl) => restore(ownerUrl, resolve(file)));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Restored and compared: ${rows} rows of ${manifest.tables.length} tables as of ${manifest.createdAt}.\n`,
  );
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
