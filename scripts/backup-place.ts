import { join } from 'node:path';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { Sum } from './backup-file';
import type { TableHead, TableSum } from './backup-file';
import { startPostgres } from './embedded-postgres';
import { PlainError } from './plain-error';
import { repositoryRoot } from './postgres-binaries';
import { given } from './preflight';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The database that the environment names, past any pooler and as its owner; without one, the embedded server of the
 * data folder: the running product's, or started for the length of `work`.
 */
export async function withOwnDatabase<T>(variables: Variables, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const url =
    given(variables, 'DATABASE_MIGRATION_URL') ??
    given(variables, 'DATABASE_DIRECT_URL') ??
    given(variables, 'DATABASE_URL');
  if (url !== undefined) return work(url);
  const folder = given(variables, 'CLINICALL_DATA_DIR') ?? join(repositoryRoot(), '.clinicall');
  const logFile = join(folder, 'logs', 'postgres.log');
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), logFile });
  try {
    return await work(server.url);
  } finally {
    if (!server.adopted) await server.stop();
  }
}

/** A session that writes values the same way everywhere. @throws PlainError when its role does not see every clinic. */
export async function withSession<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new PlainError(`The database cannot be reached: ${(error as Error).message}.`);
  });
  try {
    const { rows } = await client.query<{ sees: boolean; name: string }>(
      'SELECT rolsuper OR rolbypassrls AS sees, rolname AS name FROM pg_roles WHERE rolname = current_user',
    );
    if (rows[0]?.sees !== true) {
      throw new PlainError(
        `Role ${rows[0]?.name ?? ''} sees one clinic at a time: name one that is a superuser or has BYPASSRLS in DATABASE_MIGRATION_URL.`,
      );
    }
    await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
      SET extra_float_digits = 1; SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET row_security = off`);
    return await work(client);
  } finally {
    await client.end();
  }
}

export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');

/** graphile-worker's and TypeORM's own lists of migrations are made by migrating. */
const MADE_BY_MIGRATING = ['public.migrations', 'graphile_worker.migrations'];

/** Every table with data, its columns that are not computed, and the order its rows are written in. */
export async function tablesOf(client: Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `SELECT n.nspname AS schema, c.relname AS table,
            array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
            (SELECT array_agg(format('%I%s', k.attname, CASE WHEN k.atttypid = 'text'::regtype THEN ' COLLATE "C"' ELSE '' END)
                              ORDER BY array_position(i.indkey::smallint[], k.attnum))
               FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey[0:i.indnkeyatts - 1])
              WHERE i.indrelid = c.oid AND i.indisprimary) AS "orderBy"
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'directory', 'graphile_worker')
        AND n.nspname || '.' || c.relname <> ALL($1)
      GROUP BY n.nspname, c.relname, c.oid ORDER BY 1, 2`,
    [MADE_BY_MIGRATING],
  );
  return rows;
}

/** A table's rows as COPY text, in the order of its primary key, whatever the order on disk. */
export function copyOut(client: Client, { schema, table, columns, orderBy }: TableHead): AsyncIterable<Buffer> {
  const list = columns.map((column) => quoted(column)).join(', ');
  const order = orderBy === null ? '' : ` ORDER BY ${orderBy.join(', ')}`;
  return client.query(to(`COPY (SELECT ${list} FROM ${quoted(schema, table)}${order}) TO STDOUT`));
}

export async function sumOf(client: Client, head: TableHead): Promise<TableSum> {
  const sum = new Sum();
  for await (const chunk of copyOut(client, head)) sum.add(chunk);
  return sum.total();
}
