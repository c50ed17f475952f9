import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PlainError } from './plain-error';

/** What the folder remembers between two starts; none of it leaves the machine. */
export interface Secrets {
  adminPassword: string;
  jwtSecret: string;
  /** The local carrier's account, in Twilio's form. */
  carrierAccountSid: string;
  carrierAuthToken: string;
}

const NEEDED_BYTES = 200 * 1024 * 1024;

/** @returns the absolute path of a folder that exists, is ours alone and can be written; @throws PlainError */
export function openDataFolder(path: string): string {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    // Run by root, the database belongs to another account, which must get through but may not look around.
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    const probe = join(folder, `.probe-${process.pid}`);
    try {
      const fd = openSync(probe, 'w', 0o600);
      writeFileSync(fd, Buffer.alloc(256 * 1024));
      fsyncSync(fd);
      closeSync(fd);
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw new PlainError(sentenceFor(folder, error as NodeJS.ErrnoException));
  }
  return folder;
}

/** Step by step: Node's own recursive mkdir never returns where a parent exists that takes no folders, such as /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function sentenceFor(folder: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of the data folder ${folder} is full: make room and start again.`;
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `The data folder ${folder} cannot be made: a file is in its place.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `The data folder ${folder} cannot be written by this user: change its owner, or set CLINICALL_DATA_DIR to another folder.`;
  }
  if (code === 'ENOENT')
    return `The data folder ${folder} cannot be made there: set CLINICALL_DATA_DIR to another folder.`;
  return `The data folder ${folder} cannot be used: ${message}.`;
}

/** A new database cluster with its write-ahead log; asked before it is made, so that it is not left half made. */
export function requireRoomForDatabase(folder: string): void {
  if (existsSync(join(folder, 'postgres', 'launcher.json'))) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES) {
    const left = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new PlainError(
      `The disk of the data folder ${folder} is nearly full: ${left} MB are left and the database needs 200 MB.`,
    );
  }
}

export function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    // No characters that are mistaken for one another when read off a screen.
    adminPassword:
      kept.adminPassword ??
      randomBytes(12)
        .toString('hex')
        .replace(/(.{6})(?=.)/g, '$1-'),
    jwtSecret: kept.jwtSecret ?? randomBytes(48).toString('base64url'),
    carrierAccountSid: kept.carrierAccountSid ?? `AC${randomBytes(16).toString('hex')}`,
    carrierAuthToken: kept.carrierAuthToken ?? randomBytes(16).toString('hex'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** What the receptionist writes about the demo clinic, for the local commands and for the last lines of `npm start`. */
export interface LocalAccess {
  baseUrl?: string;
  phone?: string;
  patient?: { name: string; dateOfBirth: string; phone: string };
}

export function readLocalAccess(folder: string): LocalAccess | null {
  const file = join(folder, 'local-access.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LocalAccess;
  } catch {
    return null;
  }
}
