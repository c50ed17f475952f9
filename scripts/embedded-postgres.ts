import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { PlainError } from './plain-error';
import { findBinaries, removeTemporaryCopy, serverUser } from './postgres-binaries';
import type { Binaries, ServerUser } from './postgres-binaries';
import { openCluster, rememberPort } from './postgres-cluster';
import type { Cluster } from './postgres-cluster';
import { freePort, isAlive, signal, waitForEnd, withLock } from './processes';

export interface PostgresOptions {
  /** Folder of the launcher's memory and, where the server's user can reach it, of the cluster; made when missing. */
  dataDir: string;
  /** The server's own log; appended to. */
  logFile: string;
  /** Server settings beyond the launcher's own. */
  settings?: Readonly<Record<string, string | number>>;
  /** Told what takes time. */
  onProgress?: (what: string) => void;
  /** Told of each server process as soon as it exists, long before it answers. */
  onProcess?: (pid: number) => void;
}

export interface RunningPostgres {
  /** Superuser's address of database `clinicall`. */
  url: string;
  pid: number;
  /** true: the server was left alive by a launcher that was killed. */
  adopted: boolean;
  /** Settles when the server is gone, however it went. */
  ended: Promise<void>;
  /** Ends every session and shuts down with a checkpoint; resolves when the process is gone. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;
const DATABASE = 'clinicall';

const addressOf = (cluster: Cluster, port: number, database: string) =>
  `postgres://clinicall:${cluster.password}@127.0.0.1:${port}/${database}`;

/** Starts the embedded server of `dataDir`, or adopts the one that a killed launcher left behind. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  return withLock(join(options.dataDir, 'launcher.lock'), async () => {
    const user = serverUser();
    const binaries = findBinaries(user);
    if (!existsSync(join(options.dataDir, 'launcher.json'))) options.onProgress?.('Making the database');
    const cluster = await openCluster(options.dataDir, binaries, user);
    const orphan = await adopt(cluster);
    if (orphan) options.onProcess?.(orphan.pid);
    const { pid, port } = orphan ?? (await launch(cluster, options, binaries, user));
    await makeDatabase(cluster, port);
    if (port !== cluster.port) rememberPort(options.dataDir, port);
    const ended = waitUntilGone(pid).then(() => removeTemporaryCopy(binaries));
    return {
      url: addressOf(cluster, port, DATABASE),
      pid,
      adopted: orphan !== null,
      ended,
      stop: async () => {
        await stopServer(pid);
        removeTemporaryCopy(binaries);
      },
    };
  });
}

async function waitUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(50, undefined, { ref: false });
}

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT leaves at once and lets the next start recover from the log. */
async function stopServer(pid: number): Promise<void> {
  if (isAlive(pid)) signal(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_TIMEOUT_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await waitForEnd(pid, STOP_TIMEOUT_MS)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, STOP_TIMEOUT_MS);
}

/** Lines of postmaster.pid: 1 process id, 4 port (https://www.postgresql.org/docs/current/storage-file-layout.html). */
async function adopt(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0)) return null;
  if (!isAlive(pid) || !isServerOf(pid, cluster.data)) {
    forgetProcess(file, lines);
    return null;
  }
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && isAlive(pid)) {
    if (port > 0 && (await answers(cluster, port))) return { pid, port };
    await sleep(100);
  }
  await stopServer(pid);
  return null;
}

/**
 * PostgreSQL refuses to start while the process of its lock file can be signalled: another program that has the id by now,
 * or a server that was killed and that nobody has collected yet.
 * The rest of the file stays: by it PostgreSQL finds sessions that are still attached to the old shared memory.
 */
function forgetProcess(file: string, lines: readonly string[]): void {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  writeFileSync(file, [String(gone), ...lines.slice(1)].join('\n'));
}

/** The id may belong to another program by now; where the system tells what a process runs, only ours is touched. */
function isServerOf(pid: number, data: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').split('\0').includes(data);
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await ask(addressOf(cluster, port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
      return rows[0]?.folder === cluster.data;
    });
  } catch {
    return false;
  }
}

async function ask<T>(connectionString: string, question: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}

function settingsOf(options: PostgresOptions, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // After a kill, one call to the file system instead of one for each of a thousand files: 3 s less.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Patients' data stands in statements and in the DETAIL of a refused row: neither is logged.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function launch(
  cluster: Cluster,
  options: PostgresOptions,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<{ pid: number; port: number }> {
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const port = await freePort(cluster.port);
    const before = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
    const pid = spawnServer(cluster, port, options, binaries, user);
    options.onProcess?.(pid);
    while (isAlive(pid) && Date.now() < deadline) {
      if (saysReady(cluster) && (await answers(cluster, port))) return { pid, port };
      await sleep(20);
    }
    const said = existsSync(options.logFile) ? readFileSync(options.logFile).subarray(before).toString() : '';
    if (isAlive(pid)) await stopServer(pid);
    // Sessions of a server that was killed live on for a moment; another program can take the port in between.
    if (!/pre-existing shared memory block|Address already in use/.test(said) || Date.now() > deadline) {
      throw launchFault(cluster.data, options.logFile, said);
    }
    await sleep(200);
  }
}

/** Line 8 of postmaster.pid; asking over the wire instead would fill the log with refusals. */
function saysReady(cluster: Cluster): boolean {
  try {
    return readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** A session of its own, so that Ctrl-C in the terminal reaches the supervisor first and the database last. */
function spawnServer(
  cluster: Cluster,
  port: number,
  options: PostgresOptions,
  binaries: Binaries,
  user: ServerUser | null,
): number {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', cluster.data, ...settingsOf(options, port)], {
    stdio: ['ignore', log, log],
    detached: true,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    uid: user?.uid,
    gid: user?.gid,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new PlainError(`${binaries.postgres} cannot be run on this machine.`);
  return child.pid;
}

function launchFault(data: string, logFile: string, said: string): PlainError {
  if (said.includes('No space left on device'))
    return new PlainError(`The disk of ${data} is full, so PostgreSQL did not start.`);
  const reason = said.split('\n').find((line) => /FATAL|PANIC/.test(line)) ?? said.trim().split('\n').at(-1);
  return new PlainError(`PostgreSQL did not start (${reason?.trim() || 'it said nothing'}); its log is ${logFile}.`);
}

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  await ask(addressOf(cluster, port, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}
