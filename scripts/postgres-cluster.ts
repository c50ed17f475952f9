import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from './plain-error';
import { canEnter, sharedFolder } from './postgres-binaries';
import type { Binaries, ServerUser } from './postgres-binaries';

const run = promisify(execFile);

/** One database cluster on disk: what its launcher must remember between two starts. */
export interface Cluster {
  /** PGDATA. */
  data: string;
  password: string;
  port: number;
}

interface Remembered {
  password: string;
  port: number;
  /** Set when the server's user cannot reach the data folder and the cluster lives elsewhere. */
  folder?: string;
}

const stateFile = (dataDir: string) => join(dataDir, 'launcher.json');

function remember(dataDir: string, state: Remembered): void {
  const partial = `${stateFile(dataDir)}.new`;
  writeFileSync(partial, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(partial, stateFile(dataDir));
}

function recall(dataDir: string, user: ServerUser | null): Remembered {
  if (existsSync(stateFile(dataDir))) return JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as Remembered;
  const id = randomBytes(8).toString('hex');
  const reachable = canEnter(dataDir, user);
  const state = {
    password: randomBytes(24).toString('base64url'),
    port: 0,
    folder: reachable ? undefined : sharedFolder(id),
  };
  remember(dataDir, state);
  return state;
}

/** initdb works beside the final place: a power cut in the middle leaves nothing that looks like a cluster. */
async function initialise(data: string, password: string, binaries: Binaries, user: ServerUser | null): Promise<void> {
  const partial = `${data}.new`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'clinicall-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [partial, secret, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${partial}`,
        '--username=clinicall',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { uid: user?.uid, gid: user?.gid, cwd: '/', env: { PATH: process.env['PATH'], TZ: 'UTC' } },
    );
  } catch (error) {
    throw initialisationFault(dirname(data), (error as { stderr?: string }).stderr ?? String(error));
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
  renameSync(partial, data);
}

function initialisationFault(folder: string, output: string): PlainError {
  if (output.includes('No space left on device')) {
    return new PlainError(`The disk of ${folder} is full: PostgreSQL needs about 100 MB there.`);
  }
  const reason = output.trim().split('\n').slice(-3).join(' ');
  return new PlainError(`PostgreSQL could not make its files in ${folder}: ${reason}`);
}

/** The cluster of `dataDir`, made on first use; the folder's other users can pass through but not look. */
export async function openCluster(dataDir: string, binaries: Binaries, user: ServerUser | null): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (user) chmodSync(dataDir, 0o755);
  const { password, port, folder } = recall(dataDir, user);
  const data = join(folder ?? dataDir, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, password, binaries, user);
  return { data, password, port };
}

/** So that the address stays the same from start to start while nobody else takes the port. */
export function rememberPort(dataDir: string, port: number): void {
  remember(dataDir, { ...(JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as Remembered), port });
}
