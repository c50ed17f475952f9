import { spawn } from 'node:child_process';
import type { StdioOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../scripts/embedded-postgres';
import type { RunningPostgres } from '../../scripts/embedded-postgres';
import { isAlive } from '../../scripts/processes';
import { compileScripts } from '../support/compiled-scripts';
import { eventually } from '../support/eventually';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
const onLinux = process.platform === 'linux' ? it : it.skip;

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let parent: string;
  let dataDir: string;
  const running: RunningPostgres[] = [];

  const start = async (): Promise<RunningPostgres> => {
    const server = await startPostgres({ dataDir, logFile: join(dataDir, 'postgres.log') });
    running.push(server);
    return server;
  };

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'clinicall-spec-'));
    if (process.getuid?.() === 0) chmodSync(parent, 0o711);
    dataDir = join(parent, 'postgres');
  });
  afterAll(async () => {
    for (const server of running) if (isAlive(server.pid)) await server.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  it('starts, keeps rows and its address from start to start, and leaves no process behind', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept (word text)');
    await ask(first.url, `INSERT INTO kept VALUES ('booked')`);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'data', 'postmaster.pid'))).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'booked' }]);
  });

  it('is encoded in UTF-8, asks for a password and listens on 127.0.0.1 alone', async () => {
    const { url } = await start();
    expect(
      await ask(url, `SELECT current_setting('server_encoding') AS e, current_setting('listen_addresses') AS l`),
    ).toEqual([{ e: 'UTF8', l: '127.0.0.1' }]);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('comes back with everything committed after kill -9 of the postmaster', async () => {
    const before = await start();
    await ask(before.url, `INSERT INTO kept VALUES ('just now')`);
    process.kill(before.pid, 'SIGKILL');
    await before.ended;
    const after = await start();
    expect(after.pid).not.toBe(before.pid);
    expect(await ask(after.url, 'SELECT word FROM kept')).toContainEqual({ word: 'just now' });
    await after.stop();
  });

  it('is adopted when its launcher was killed with -9', async () => {
    const scripts = await compileScripts();
    try {
      const options = JSON.stringify({ dataDir, logFile: join(dataDir, 'postgres.log') });
      const launcher = spawn(process.execPath, [
        '-e',
        `require(${JSON.stringify(scripts.path('embedded-postgres'))}).startPostgres(${options})
           .then((server) => { console.log(server.pid); setInterval(() => undefined, 1000); })`,
      ]);
      const pid = Number(
        await new Promise((resolve) => launcher.stdout.once('data', (chunk) => resolve(String(chunk)))),
      );
      launcher.kill('SIGKILL');
      await eventually(() => launcher.signalCode, 'the launcher is gone');
      expect(isAlive(pid)).toBe(true);

      const server = await start();
      expect(server).toMatchObject({ pid, adopted: true });
      expect(await ask(server.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
      await server.stop();
      expect(isAlive(pid)).toBe(false);
    } finally {
      scripts.remove();
    }
  });

  it('starts beside a lock file whose process id is another program’s by now, and leaves that program alone', async () => {
    const server = await start();
    const lockFile = join(dataDir, 'data', 'postmaster.pid');
    const lines = readFileSync(lockFile, 'utf8').split('\n');
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    try {
      writeFileSync(lockFile, [String(stranger.pid), ...lines.slice(1)].join('\n'));
      const again = await start();
      expect(again.adopted).toBe(false);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  onLinux('starts although the killed server of its lock file was never collected by its parent', async () => {
    const server = await start();
    const lockFile = join(dataDir, 'data', 'postmaster.pid');
    const lines = readFileSync(lockFile, 'utf8').split('\n');
    const { uid, gid } = statSync(`/proc/${server.pid}`);
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    // PostgreSQL looks at processes of its own account alone.
    const careless = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio, uid, gid, cwd: '/' });
    try {
      const pid = Number(await new Promise((resolve) => careless.stdout?.once('data', resolve)));
      await eventually(() => !isAlive(pid), 'the child has ended');
      process.kill(pid, 0);
      writeFileSync(lockFile, [String(pid), ...lines.slice(1)].join('\n'));
      expect((await start()).adopted).toBe(false);
    } finally {
      careless.kill('SIGKILL');
    }
  });

  asRoot('runs as an account that exists already, never as root', async () => {
    const { pid } = await start();
    expect(statSync(`/proc/${pid}`).uid).toBeGreaterThan(0);
  });

  asRoot('keeps its data outside a home that other accounts cannot enter', async () => {
    const home = mkdtempSync(join(tmpdir(), 'clinicall-home-'));
    const options = { dataDir: join(home, 'postgres'), logFile: join(home, 'postgres.log') };
    const server = await startPostgres(options);
    try {
      const [row] = await ask(server.url, `SELECT current_setting('data_directory') AS folder`);
      const { folder } = row as { folder: string };
      expect(folder).toMatch(/^\/var\/lib\/clinicall\//);
      await server.stop();
      const again = await startPostgres(options);
      expect(await ask(again.url, `SELECT current_setting('data_directory') AS folder`)).toEqual([{ folder }]);
      await again.stop();
      rmSync(dirname(folder), { recursive: true, force: true });
    } finally {
      if (isAlive(server.pid)) await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
