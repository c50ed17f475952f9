import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApplication } from '../../apps/receptionist/src/application';
import { Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { startPostgres } from '../../scripts/embedded-postgres';
import type { RunningPostgres } from '../../scripts/embedded-postgres';
import { eventually } from '../support/eventually';

/** The product on a cluster of its own, whose durability is switched off under it. */
let folder: string;
let server: RunningPostgres;
let owner: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clinicall-durability-'));
  server = await startPostgres({ dataDir: folder, logFile: join(folder, 'postgres.log') });
  owner = new Client({ connectionString: server.url });
  owner.on('error', () => undefined);
  await owner.connect();
  await prepareDatabase(environmentOf().values);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const OVERRIDE = { DATABASE_ALLOW_DATA_LOSS: '1' };

const environmentOf = (variables: Record<string, string> = {}): Environment =>
  Environment.read({
    DATABASE_URL: server.url,
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    CLINICALL_ROLES: 'web',
    ...variables,
  });

async function start(variables: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const environment = environmentOf(variables);
  const app = await createApplication(environment, await prepareDatabase(environment.values), new Logger('silent'));
  await app.listen(0, '127.0.0.1');
  return app;
}

/** What /health/ready says of durability. */
async function readiness(app: NestFastifyApplication): Promise<{ ready: boolean; down: string[]; degraded: string[] }> {
  const response = await fetch(`${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/health/ready`);
  const { down = [], degraded = [] } = (await response.json()) as { down?: string[]; degraded?: string[] };
  const ofDurability = (sentence: string): boolean => sentence.startsWith('durability');
  return { ready: response.ok, down: down.filter(ofDurability), degraded: degraded.filter(ofDurability) };
}

async function set(name: string, value: 'on' | 'off'): Promise<void> {
  await owner.query(`ALTER SYSTEM SET ${name} = ${value}`);
  await owner.query('SELECT pg_reload_conf()');
  // A signal to every session: each hears it before a statement soon.
  for (;;) {
    const { rows } = await owner.query<Record<string, string>>(`SHOW ${name}`);
    if (rows[0]?.[name] === value) return;
  }
}

describe.each(['fsync', 'synchronous_commit'])('a database with %s off', (name) => {
  afterEach(() => set(name, 'on'));

  it('is not started on, unless data may be lost: then it says so', async () => {
    await set(name, 'off');
    await expect(start()).rejects.toMatchObject({ code: 'bad_environment', message: expect.stringContaining(name) });
    const app = await start(OVERRIDE);
    const { down, degraded } = await readiness(app);
    await app.close();
    expect(down).toEqual([]);
    expect(degraded).toEqual([expect.stringContaining(name)]);
  });

  it('takes a running product’s readiness away, and gives it back', async () => {
    const app = await start();
    expect(await readiness(app)).toMatchObject({ down: [], degraded: [] });
    await set(name, 'off');
    await eventually(async () => (await readiness(app)).down.length > 0, 'readiness is gone');
    expect(await readiness(app)).toEqual({ ready: false, down: [expect.stringContaining(name)], degraded: [] });
    await set(name, 'on');
    await eventually(async () => (await readiness(app)).down.length === 0, 'readiness is back');
    await app.close();
  });
});
