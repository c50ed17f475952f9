// `npm run backup [-- FILE]`: every row of every clinic as of one instant, in one compressed file with checksums.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Client } from 'pg';
import { BackupWriter } from './backup-file';
import type { Manifest } from './backup-file';
import { copyOut, tablesOf, withOwnDatabase, withSession } from './backup-place';
import { PlainError } from './plain-error';

/**
 * Copies the database while it is in use: all tables are read in one REPEATABLE READ transaction, so that the file holds
 * one instant, and nobody waits for it. @param path a file that does not exist yet.
 */
export async function backup(ownerUrl: string, path: string): Promise<Manifest> {
  if (existsSync(path)) throw new PlainError(`${path} exists already: a backup is never written over another.`);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    const manifest = await withSession(ownerUrl, (client) => copyAll(client, new BackupWriter(partial)));
    renameSync(partial, path);
    return manifest;
  } finally {
    rmSync(partial, { force: true });
  }
}

async function copyAll(client: Client, writer: BackupWriter): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const migrations = await migrationsOf(client);
  const sequences = await sequencesOf(client);
  const tables: Manifest['tables'][number][] = [];
  for (const head of await tablesOf(client)) tables.push(await writer.table(head, copyOut(client, head)));
  const { rows } = await client.query<{ server: string; at: Date }>(
    `SELECT current_setting('server_version') AS server, transaction_timestamp() AS at`,
  );
  await client.query('COMMIT');
  const [about] = rows;
  const createdAt = about?.at.toISOString() ?? '';
  const manifest: Manifest = { format: 1, createdAt, server: about?.server ?? '', migrations, sequences, tables };
  await writer.finish(manifest);
  return manifest;
}

async function migrationsOf(client: Client): Promise<string[]> {
  const made = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (made.rows[0]?.there !== true) throw new PlainError('This database holds no Clinicall: there is nothing to copy.');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

/** Numbers that were given out stay given: sequences know no transaction, so they may be a little ahead of the rows. */
async function sequencesOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) AS name, last_value::text AS last
       FROM pg_sequences WHERE schemaname IN ('public', 'directory', 'graphile_worker') AND last_value IS NOT NULL`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

async function main(): Promise<void> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const path = resolve(process.argv[2] ?? `clinicall-${stamp}.backup`);
  const manifest = await withOwnDatabase(process.env, (ownerUrl) => backup(ownerUrl, path));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${path} holds ${rows} rows of ${manifest.tables.length} tables as of ${manifest.createdAt}. It holds patients' records: keep it as such.\n`,
  );
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
