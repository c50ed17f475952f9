import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { PROMISED_CONSTRAINTS, SchedulingHealth } from '@clinicall/scheduling';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

/** What the pages say of the database is what stands there, and what readiness looks for. */
const page = (name: string): string => readFileSync(join(repositoryRoot(), 'docs', name), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

let world: SchedulingWorld;
let owner: Client;
/** Constraints, indexes, triggers, tables and `table.column`. */
let there: Set<string>;

beforeAll(async () => {
  world = await startSchedulingWorld();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint UNION SELECT tgname FROM pg_trigger
      UNION SELECT relname FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'directory'::regnamespace)
      UNION SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  there = new Set(rows.map(({ name }) => name));
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

describe('docs/scheduling.md', () => {
  const text = page('scheduling.md');

  it('names constraints, indexes, triggers and tables that exist', () => {
    const sql = all(text, /```sql\n([\s\S]*?)```/g).join('\n');
    const made = all(sql, /(?:CONSTRAINT|TABLE|INDEX|TRIGGER) (\w+)/g);
    const said = all(text, /`([a-z]+_[a-z_]*(?:_key|_check|_overlap|_pkey|_life|_withdrawn|_live|_idx))`/g);
    expect(made.length).toBeGreaterThan(20);
    expect(said.length).toBeGreaterThan(15);
    expect([...made, ...said].filter((name) => !there.has(name))).toEqual([]);
  });

  it('shows columns that the tables have', () => {
    const tables = [...text.matchAll(/CREATE TABLE (\w+) \([^\n]*\n([\s\S]*?)\n {2}PRIMARY KEY/g)];
    expect(tables.length).toBeGreaterThan(5);
    const columns = tables.flatMap(([, table = '', body = '']) =>
      all(
        body.replace(/--.*$/gm, ''),
        /(?:^|,)\s*([a-z_]+) (?:uuid|text|timestamptz|smallint|integer|boolean|jsonb|bytea)/gm,
      ).map((column) => `${table}.${column}`),
    );
    expect(columns.length).toBeGreaterThan(80);
    expect(columns.filter((column) => !there.has(column))).toEqual([]);
  });
});

it('docs/scheduling.md and docs/architecture.md name files and commands that exist', () => {
  const scripts = (JSON.parse(readFileSync(join(repositoryRoot(), 'package.json'), 'utf8')) as { scripts: object })
    .scripts;
  const files = execFileSync(
    'find',
    ['libs', 'apps', 'test', 'scripts', '-name', '*.ts', '-not', '-path', '*/node_modules/*'],
    {
      cwd: repositoryRoot(),
      encoding: 'utf8',
    },
  );
  for (const text of [page('scheduling.md'), page('architecture.md')]) {
    const named = all(text, /`(?:[\w/-]+\/)?([\w.-]+\.ts)`/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !files.includes(`/${name}\n`))).toEqual([]);
    expect(all(text, /`npm run (?:-s )?([\w:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  }
});

describe('docs/architecture.md', () => {
  it('names what readiness looks for, and nothing else', () => {
    const [, table = ''] = page('architecture.md').split('### Which constraint stops which mistake');
    const named = all(table, /^\| (.+?) \|/gm).flatMap((cell) => all(cell, /`(\w+)`/g));
    expect(sorted(named)).toEqual(sorted(PROMISED_CONSTRAINTS));
  });

  // Last: it takes the database apart.
  it('each of them is missed by readiness when it is gone', async () => {
    const missing = async (): Promise<string[]> =>
      (await world.get(SchedulingHealth).faults()).flatMap((fault) => all(fault, /^(\w+) is missing$/g));
    expect(await missing()).toEqual([]);
    for (const name of PROMISED_CONSTRAINTS) {
      const { rows } = await owner.query<{ drop: string }>(
        `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) AS drop FROM pg_constraint WHERE conname = $1
         UNION ALL SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger
          WHERE tgname = $1 AND tgconstraint = 0
         UNION ALL SELECT format('DROP INDEX %s', indexrelid::regclass) FROM pg_index JOIN pg_class c ON c.oid = indexrelid
          WHERE c.relname = $1 AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
        [name],
      );
      expect([name, rows.length]).toEqual([name, 1]);
      await owner.query(rows[0]?.drop ?? '');
    }
    expect(sorted(await missing())).toEqual(sorted(PROMISED_CONSTRAINTS));
  });
});
