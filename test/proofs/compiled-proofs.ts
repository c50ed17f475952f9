import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../scripts/postgres-binaries';

const run = promisify(execFile);

/** libs/ and test/ as they are now, compiled, for processes that a proof starts and kills. */
export async function compileProofs(): Promise<{ path(module: string): string; remove(): void }> {
  const root = repositoryRoot();
  const folder = join(root, '.cache', `proofs-${process.pid}`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const sources = ['libs', 'scripts', 'test/support', 'test/proofs'];
  await run(process.execPath, [swc, ...sources, '-d', folder, '--copy-files', '--ignore', '**/*.mjs', '--quiet'], {
    cwd: root,
  });
  return {
    path: (module) => join(folder, 'test', 'proofs', `${module}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
