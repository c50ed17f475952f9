// `npm run -s bench:NAME`: makes the place ready, compiles test/ beside dist/ and runs test/bench/NAME.bench.ts.
// What is said on the way goes to stderr; the last line of stdout is one JSON object.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { nodeVersionFault } from './node-version.mjs';

const [node, , name, ...rest] = process.argv;
const fault = nodeVersionFault(process.versions.node);
if (fault) stop(fault);
else {
  const { speakOn } = await import('./progress.mjs');
  speakOn(process.stderr);
  const place = await import('./prepare.mjs').then((made) => made.prepare().then((ready) => ready && made.root));
  if (place) run(place);
}

function run(root) {
  if (!existsSync(join(root, 'test', 'bench', `${name}.bench.ts`))) return stop(`There is no bench ${name}.`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const folders = [join('test', 'bench'), join('test', 'support'), join('test', 'proofs', 'proof.ts')];
  const compiled = spawnSync(node, [swc, ...folders, '-d', 'dist', '--quiet'], { cwd: root, encoding: 'utf8' });
  if (compiled.status !== 0) return stop(`The benches do not compile:\n${compiled.stderr}`);
  process.argv = [node, join(root, 'dist', 'test', 'bench', `${name}.bench.js`), ...rest];
  Module.runMain();
}

function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
