import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../scripts/postgres-binaries';

const run = promisify(execFile);

/** local-ai as the product meets it: a process of its own, built from the sources as they are. */
export interface LocalAiProcess {
  readonly port: number;
  stop(): void;
}

export async function startLocalAi(): Promise<LocalAiProcess> {
  const root = repositoryRoot();
  await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'dist', 'apps', 'local-ai', 'src', 'main.js')], {
    cwd: root,
    env: { ...process.env, LOCAL_AI_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (let tries = 0; ; tries++) {
    const up = await fetch(`http://127.0.0.1:${port}/v1/models`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) break;
    if (tries === 300 || child.exitCode !== null) throw new Error('local-ai did not start');
    await sleep(100);
  }
  return { port, stop: () => child.kill('SIGKILL') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
