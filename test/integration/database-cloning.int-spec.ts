import { Client } from 'pg';
import { createTestDatabase, testServerUrl } from '../support/database';
import type { TestDatabase } from '../support/database';

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('test databases', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('are migrated', async () => {
    const rows = await ask<{ found: boolean }>(
      first.url,
      `SELECT to_regclass('directory.outbox_pending') IS NOT NULL AS found`,
    );
    expect(rows).toEqual([{ found: true }]);
  });

  it('are apart from one another', async () => {
    await ask(first.url, 'CREATE TABLE mark (id int)');
    expect(await ask(second.url, `SELECT to_regclass('mark') AS mark`)).toEqual([{ mark: null }]);
  });

  it('let the application in as a role that owns nothing and obeys row-level security', async () => {
    const rows = await ask(
      first.appUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole,
              (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolname: 'clinicall_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: 0 },
    ]);
  });

  it('are gone after drop()', async () => {
    const third = await createTestDatabase();
    await third.drop();
    const rows = await ask(testServerUrl(), `SELECT FROM pg_database WHERE datname = '${third.name}'`);
    expect(rows).toHaveLength(0);
  });

  it('keep what was committed through a crash, unless speed was asked for', async () => {
    const rows = await ask<{ fsync: string }>(first.url, 'SHOW fsync');
    expect(rows[0]?.fsync).toBe(process.env['TEST_PG_FAST'] ? 'off' : 'on');
  });
});
