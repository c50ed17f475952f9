// `npm run check`: everything that must hold, every step run to its end, and at last which failed.
// Ends with the plain line `N passed, N failed`: each test counts, and each other step as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Cheap ones side by side, tests alone afterwards; the generated descriptions are compared by tests. */
const steps = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('eslint'), 'apps', 'libs', 'scripts', 'test'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  {
    name: 'import rules',
    command: [bin('depcruise'), 'apps', 'libs', 'scripts', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'secrets', command: [bin('secretlint'), '--secretlintignore', '.gitignore', '**/*', '**/.*'] },
  { name: 'licences', command: [process.execPath, 'scripts/licences.mjs'] },
];
const tests = { name: 'tests', command: [bin('jest'), ...process.argv.slice(2)] };

function run({ command: [program, ...args] }, options) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options, shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, output: error.message, seconds: 0 }));
    child.on('close', (code) => resolve({ ok: code === 0, output, seconds: Math.round((Date.now() - begun) / 1000) }));
  });
}

async function runCheap() {
  const failed = [];
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, output, seconds } = await run(step);
      if (!ok) failed.push(step.name);
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)${ok ? '' : `\n${output.trim()}\n`}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return failed;
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'clinicall-check-'));
  const file = join(folder, 'result.json');
  try {
    const { ok } = await run(tests, { stdio: 'inherit', env: { ...process.env, CLINICALL_TEST_RESULT: file } });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
    // Tests that could not even begin, or a coverage or teardown fault after the last of them.
    if (!ok && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failedSteps = await runCheap();
const counts = await runTests();
if (counts.failed > 0) failedSteps.push(tests.name);
const cheapFailures = failedSteps.filter((name) => name !== tests.name).length;
const failed = counts.failed + cheapFailures;
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}.`);
if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
console.log(`${counts.passed + steps.length - cheapFailures} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
