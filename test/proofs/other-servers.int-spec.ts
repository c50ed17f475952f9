import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { applicationPassword } from '../../libs/platform/src/database-address';
import { APP_ROLE, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { BookingsService, SchedulingHealth } from '@clinicall/scheduling';
import { createApplication } from '../../apps/receptionist/src/application';
import { serverUser } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import { createEmptyDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { broken } from './proof';

/**
 * The scheduler on the oldest PostgreSQL it promises, and behind a PgBouncer that pools transactions. Debian's packages
 * postgresql (15) and pgbouncer bring them; without them these tests say so and are skipped.
 */
const DEBIAN_15 = '/usr/lib/postgresql/15/bin';
/** Of a server that lives as long as its test. */
const PASSWORD_15 = 'fifteen';
const PGBOUNCER = '/usr/sbin/pgbouncer';

const on = (what: string, path: string) => {
  if (existsSync(path)) return it;
  process.stdout.write(`SKIPPED: no ${what} on this machine (${path}); Debian: apt-get install ${what}\n`);
  return it.skip;
};

let folder: string;
let daemon: ChildProcess | undefined;
const user = serverUser();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinicall-old-'));
  if (user) chownSync(folder, user.uid, user.gid);
});
afterEach(async () => {
  const running = daemon;
  daemon = undefined;
  if (running === undefined || running.exitCode !== null) return;
  const gone = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGINT');
  await gone;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(program: string, args: string[]): void {
  daemon = spawn(program, args, { stdio: 'ignore', cwd: '/', uid: user?.uid, gid: user?.gid });
}

async function answering(url: string): Promise<void> {
  await eventually(
    async () => {
      const client = new Client({ connectionString: url });
      try {
        await client.connect();
        await client.query('SELECT 1');
        return true;
      } catch {
        return false;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    'the server answers',
    30_000,
  );
}

/** A crowd on one time, a move, a cancellation: what a booking's life asks of a server. */
async function life(world: SchedulingWorld): Promise<void> {
  const roster = await Roster.of(world);
  const bookings = world.get(BookingsService);
  const doctorId = await roster.doctor();
  const [one, two] = [await roster.slot(doctorId, 60), await roster.slot(doctorId, 120)];
  const patients = await Promise.all(Array.from({ length: 20 }, (_one, index) => roster.patient(`Patient ${index}`)));
  const results = await Promise.all(
    patients.map((patientId) => roster.inside(() => bookings.book({ slotId: one, patientId }))),
  );
  const [won] = results.filter((result) => result.ok);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const appointmentId = won?.ok === true ? won.appointment.id : '';
  const held = await roster.inside(() => bookings.hold({ slotId: two, owner: { kind: 'token' } }));
  expect(held.ok).toBe(true);
  const taken = await roster.inside(() => bookings.reschedule({ appointmentId, slotId: two }));
  expect(taken).toMatchObject({ ok: false, reason: 'slot_taken' });
  await roster.lapseHolds();
  expect((await roster.inside(() => bookings.reschedule({ appointmentId, slotId: two }))).ok).toBe(true);
  expect((await roster.inside(() => bookings.cancel({ appointmentId }))).ok).toBe(true);
  expect(await broken(roster)).toEqual([]);
  expect(await world.get(SchedulingHealth).faults()).toEqual([]);
}

on('postgresql', DEBIAN_15)(
  'on PostgreSQL 15: migrations, constraints and a booking’s life',
  async () => {
    const data = join(folder, 'fifteen');
    const password = join(folder, 'password');
    writeFileSync(password, PASSWORD_15);
    if (user) chownSync(password, user.uid, user.gid);
    const as = { uid: user?.uid, gid: user?.gid, cwd: '/', stdio: 'ignore' as const };
    const init = [
      '-D',
      data,
      '-U',
      'clinicall',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--locale=C.UTF-8',
      '-N',
    ];
    execFileSync(join(DEBIAN_15, 'initdb'), [...init, '--encoding=UTF8'], as);
    const port = await freePort();
    const settings = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    start(join(DEBIAN_15, 'postgres'), ['-D', data, ...settings]);
    const owner = Object.assign(new URL(`postgres://127.0.0.1:${port}/postgres`), {
      username: 'clinicall',
      password: PASSWORD_15,
    });
    const url = owner.toString();
    await answering(url);
    const address = await prepareDatabase(Environment.read({ DATABASE_URL: url, JWT_SECRET: 'x' }).values);
    const world = await startSchedulingWorld({}, { url, appUrl: address.app });
    try {
      await life(world);
    } finally {
      await world.close();
    }
  },
  120_000,
);

on('pgbouncer', PGBOUNCER)(
  'behind PgBouncer with pooled transactions: few connections for many clients, the whole product ready',
  async () => {
    const database = await createEmptyDatabase();
    const direct = new URL(database.url);
    const port = await freePort();
    const auth = [
      ['clinicall', decodeURIComponent(direct.password)],
      [APP_ROLE, applicationPassword(database.url, APP_ROLE)],
    ];
    const home = join(folder, 'pgbouncer');
    mkdirSync(home);
    writeFileSync(
      join(home, 'users.txt'),
      auth.map(([name, secret]) => `"${name ?? ''}" "${secret ?? ''}"`).join('\n'),
    );
    writeFileSync(
      join(home, 'pgbouncer.ini'),
      `[databases]\n* = host=${direct.hostname} port=${direct.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\n` +
        `unix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${join(home, 'users.txt')}\npool_mode = transaction\n` +
        `default_pool_size = 4\nmax_client_conn = 200\nignore_startup_parameters = extra_float_digits,options\nlogfile = ${join(home, 'log')}\npidfile = ${join(home, 'pid')}\n`,
    );
    if (user) {
      for (const path of [home, join(home, 'users.txt'), join(home, 'pgbouncer.ini')])
        chownSync(path, user.uid, user.gid);
    }
    start(PGBOUNCER, [join(home, 'pgbouncer.ini')]);
    const pooled = new URL(database.url);
    pooled.port = String(port);
    await answering(pooled.toString());
    const environment = Environment.read({
      DATABASE_URL: pooled.toString(),
      DATABASE_DIRECT_URL: database.url,
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_POOL_SIZE: '30',
    });
    const address = await prepareDatabase(environment.values);
    const world = await startSchedulingWorld(
      { DATABASE_POOL_SIZE: '30' },
      { url: database.url, appUrl: address.app, directUrl: address.direct },
    );
    try {
      await life(world);
    } finally {
      await world.close();
    }
    const app = await createApplication(environment, address, new Logger('silent'));
    try {
      await app.listen(0, '127.0.0.1');
      const ready = await fetch(`${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/health/ready`);
      const report = (await ready.json()) as { down?: string[] };
      expect((report.down ?? []).filter((one) => /database|jobs|roles|constraints|durability/.test(one))).toEqual([]);
    } finally {
      await app.close();
      await database.drop();
    }
  },
  120_000,
);
