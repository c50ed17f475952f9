import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'node:net';
import { PlainError } from './plain-error';

/** Whether a process of this id runs; one that we may not signal runs too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** A container's first process may never collect its dead, whose ids then seem to live on. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** The nearest of a process and its forebears that runs under a name like `npm start`; null when there is none. */
export function ancestorNamed(name: string, pid: number): number | null {
  const listing = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(listing.status === 0 ? listing.stdout : '') ?? [];
  if (command === undefined) return null;
  if (new RegExp(`(^|/)${name}(-cli\\.js)?( |$)`).test(command)) return pid;
  return Number(parent) > 1 ? ancestorNamed(name, Number(parent)) : null;
}

/** Sends `signal` to the process, or to its whole group where it leads one; a process already gone is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** @returns whether the process is gone within `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** A port of 127.0.0.1 that is free now: `wanted` where possible. */
export async function freePort(wanted = 0): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once('error', () => {
        resolve(null);
      });
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => {
          resolve(typeof address === 'object' && address ? address.port : null);
        });
      });
    });
  const port = (await attempt(wanted)) ?? (await attempt(0));
  if (port === null) throw new PlainError('No free port was found on 127.0.0.1.');
  return port;
}

/** Ids are used again, after a restart of the machine at the latest: an id with the moment its process began is not. */
function identityOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${pid} ${began} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return String(pid);
  }
}

/** The living process that holds a lock file; 0 when there is none. */
export function lockHolder(file: string): number {
  try {
    const identity = readFileSync(file, 'utf8');
    const pid = Number.parseInt(identity, 10);
    return pid > 0 && isAlive(pid) && identityOf(pid) === identity ? pid : 0;
  } catch {
    return 0;
  }
}

/** @returns null when the lock is ours now, else the id of the living process that has it. */
export function tryLock(file: string): number | null {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, identityOf(process.pid), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears with its content, so that nobody sees a lock without a holder.
        linkSync(draft, file);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = lockHolder(file);
      if (holder > 0) return holder === process.pid ? null : holder;
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Runs `work` while no other process of this machine does so under the same lock file; a dead holder's lock is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 120_000;
  for (let holder = tryLock(file); holder !== null; holder = tryLock(file)) {
    if (Date.now() > deadline) throw new PlainError(`Process ${holder} keeps ${file} locked; stop it and try again.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
