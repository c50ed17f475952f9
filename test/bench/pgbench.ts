import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** @throws one sentence that names the package when there is no pgbench. */
export function findPgbench(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const candidates = ['pgbench', ...versions.map((version) => join(debian, version, 'bin', 'pgbench'))];
  for (const candidate of candidates) {
    try {
      execFileSync(candidate, ['--version'], { stdio: 'ignore' });
      return candidate;
    } catch {
      continue;
    }
  }
  throw new Error(
    'pgbench, the peer of this bench, is not installed: it comes with the package postgresql (Debian, Ubuntu: apt-get install postgresql).',
  );
}

/** @returns transactions a second, connecting not counted. @throws when a transaction of it failed. */
export async function pgbench(
  program: string,
  url: string,
  script: string,
  { clients, transactions, variables }: { clients: number; transactions: number; variables: Record<string, number> },
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'clinicall-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const threads = ['-c', String(clients), '-j', '1', '-t', String(transactions)];
    const { stdout } = await run(program, ['-n', '-M', 'prepared', ...threads, ...defined, '-f', file, url]);
    const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
    const tps = /tps = ([\d.]+) \(without initial connection time\)/.exec(stdout)?.[1];
    if (failed !== '0' || tps === undefined) throw new Error(`pgbench did not finish:\n${stdout}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
