import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Usage {
  readonly cpuSeconds: number;
  /** Resident. */
  readonly memoryMb: number;
}

/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100;
const LISTENS = '0A';

/**
 * The process that listens on a port of this machine, by /proc (Linux alone).
 * @throws Error when nobody does.
 */
export function listener(port: string): number {
  const wanted = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) === true && state === LISTENS)
      .map((fields) => fields[9]),
  );
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (inodes.some((inode) => holds(pid, `socket:[${inode ?? ''}]`))) return Number(pid);
  }
  throw new Error(`Nobody listens on port ${port}.`);
}

/** Since the process began. */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { cpuSeconds: (user + system) / TICKS, memoryMb: Math.round(Number(resident) / 1_024) };
}

function holds(pid: string, socket: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((name) => readlinkSync(`${folder}/${name}`) === socket);
  } catch {
    return false; // Gone, or another user's.
  }
}
