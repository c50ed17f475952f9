import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isAlive, signal, tryLock, waitForEnd } from './processes';
import type { Guarded } from './guard';

// A process of its own that ends what the supervisor started, when the supervisor can no longer do so: its pipe to us
// closes however it goes, kill -9 included. Each line on the pipe is the whole list of what is alive now.

/** For the second try, which no process can refuse. */
const HARD_GRACE_MS = 10_000;

async function end(guarded: readonly Guarded[], graceMs: number): Promise<void> {
  const alive = guarded.filter(({ pid }) => isAlive(pid));
  for (const one of alive) signal(one.pid, one.gently);
  await Promise.all(
    alive.map(async (one) => {
      if (await waitForEnd(one.pid, graceMs)) return;
      signal(one.pid, one.hard);
      await waitForEnd(one.pid, HARD_GRACE_MS);
    }),
  );
}

function main(lockFile = '', graceMs: number): void {
  tryLock(lockFile);
  let guarded: Guarded[] = [];
  const lines = createInterface(process.stdin);
  lines.on('line', (line) => {
    guarded = JSON.parse(line) as Guarded[];
  });
  lines.once('close', () => {
    void end(
      guarded.filter((one) => !one.last),
      graceMs,
    )
      .then(() =>
        end(
          guarded.filter((one) => one.last),
          graceMs,
        ),
      )
      .finally(() => {
        rmSync(lockFile, { force: true });
        process.exit(0);
      });
  });
}

// Signals of the terminal are the supervisor's business.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
main(process.argv[2], Number(process.argv[3]));
