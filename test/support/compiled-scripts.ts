import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../scripts/postgres-binaries';

const run = promisify(execFile);

/** scripts/ as it is now, compiled: for tests that start it as a process and kill that process. */
export interface CompiledScripts {
  /** Absolute path of a script's module, without ending. */
  path(script: string): string;
  remove(): void;
}

export async function compileScripts(): Promise<CompiledScripts> {
  const root = repositoryRoot();
  const folder = join(root, '.cache', `scripts-under-test-${process.pid}`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await run(process.execPath, [swc, 'scripts', '-d', folder, '--ignore', '**/*.mjs'], { cwd: root });
  return {
    path: (script) => join(folder, 'scripts', script),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
