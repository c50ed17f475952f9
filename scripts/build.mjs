// Compiles apps, libs, scripts, the evals and the security matrix into dist/ with swc and copies the files they read beside them.
// Does nothing when no source has changed. dist/ is exchanged whole, so that a running product never sees half of it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProgress } from './progress.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const roots = ['apps', 'libs', 'scripts', 'test/evals', 'test/security'];
const isTest = (path) => /\.(spec|int-spec|e2e-spec)\.ts$|\.jsonl$/.test(path);

/** A fault whose message is the one sentence to print. */
export class BuildFault extends Error {}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      // The dashboard is compiled by its own tool.
      if (entry.name !== 'node_modules' && path !== join(root, 'apps', 'dashboard')) yield* filesUnder(path);
    } else if (entry.isFile() && !isTest(path)) yield path;
  }
}

const sources = () =>
  roots
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap((folder) => [...filesUnder(folder)])
    .sort();

function sourceHash(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [join(root, '.swcrc'), ...files])
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

const swcCommand = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');

/** @returns what swc said when it failed, else null. */
function runSwc(target) {
  const folders = roots.filter((name) => existsSync(join(root, name)));
  return new Promise((resolve) => {
    const swc = spawn(process.execPath, [swcCommand, ...folders, '-d', target, '--ignore', '**/*.mjs'], { cwd: root });
    let output = '';
    for (const stream of [swc.stdout, swc.stderr]) stream.on('data', (chunk) => (output += chunk));
    swc.on('close', (code) => resolve(code === 0 ? null : output.trim().slice(-4_000)));
  });
}

async function compile(files) {
  const target = `dist.${process.pid}`;
  const folder = join(root, target);
  const stamp = sourceHash(files);
  try {
    const fault = await runSwc(target);
    if (fault !== null) throw new BuildFault(`The sources do not compile:\n${fault}`);
    for (const file of files.filter((path) => !/\.(ts|mjs)$/.test(path))) {
      const copy = join(folder, relative(root, file));
      mkdirSync(dirname(copy), { recursive: true });
      cpSync(file, copy);
    }
    writeFileSync(join(folder, '.stamp'), stamp);
    exchange(folder, join(root, 'dist'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function exchange(fresh, dist) {
  const old = `${dist}.old.${process.pid}`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

/** @throws BuildFault */
export async function build() {
  const files = sources();
  const stamp = join(root, 'dist', '.stamp');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(files)) {
    await withProgress('Building', () => compile(files));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof BuildFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
