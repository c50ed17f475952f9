import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/postgres-binaries';

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s call -- …` as a process of its own. @param variables its whole environment. */
export function runCallCommand(args: readonly string[], variables: Record<string, string>): Promise<CommandOutcome> {
  const root = repositoryRoot();
  const program = [join(root, 'scripts', 'run.mjs'), 'apps/local-carrier/src/call-command.js'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: root,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => (heard.stdout += String(part)));
    child.stderr.on('data', (part) => (heard.stderr += String(part)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...heard }));
  });
}
