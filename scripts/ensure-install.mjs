// Built-ins only: runs before anything is installed.
// Installs the packages of package-lock.json, or does nothing when node_modules holds them already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';

/** A fault whose message is the one sentence to print. */
export class InstallFault extends Error {}

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Times of files mean nothing after a clone, so the lock's hash is kept beside the packages it led to. */
export function isInstalled(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const stamp = join(root, 'node_modules', '.clinicall-lock-hash');
  const hash = lockHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  if (!holdsEverything(root, installed)) return false;
  writeFileSync(stamp, hash);
  return true;
}

/** Packages installed by hand count too, when they are the lock's (optional ones belong to other machines). */
function holdsEverything(root, installed) {
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  const present = versions(installed);
  return Object.entries(versions(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.devOptional || present[path]?.version === wanted.version,
  );
}

/** npm as this process was started by it, else the one in PATH. */
function npm(root, args) {
  const program = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  return new Promise((resolve) => {
    const child = spawn(program[0], [...program.slice(1), ...args], {
      cwd: root,
      shell: process.platform === 'win32' && program.length === 1,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-4_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** @throws InstallFault with the end of npm's own words. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  // Tests and the type gate need the development packages even where NODE_ENV says production.
  const exact = await withProgress('Installing packages', () =>
    npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund']),
  );
  if (exact.code !== 0) {
    const loose = await withProgress('npm ci was refused; installing with npm install', () =>
      npm(root, ['install', '--include=dev', '--no-audit', '--no-fund']),
    );
    if (loose.code !== 0) {
      throw new InstallFault(
        `The packages could not be installed; npm says:\n${loose.output.trim().split('\n').slice(-8).join('\n')}`,
      );
    }
  }
  writeFileSync(join(root, 'node_modules', '.clinicall-lock-hash'), lockHash(root));
}
