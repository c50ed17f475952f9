// node scripts/run.mjs PROGRAM ARGUMENTS…: makes the place ready, then becomes dist/PROGRAM.
// What the making says goes to stderr: a command's stdout is its answer, often JSON.
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { nodeVersionFault } from './node-version.mjs';

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exitCode = 1;
} else {
  import('./progress.mjs')
    .then((progress) => progress.speakOn(process.stderr))
    .then(() => import('./prepare.mjs'))
    .then((place) => place.prepare().then((ready) => ready && become(place.root)));
}

function become(root) {
  const [node, , program, ...rest] = process.argv;
  const envFile = join(root, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  process.argv = [node, join(root, 'dist', program), ...rest];
  // As if Node had been started with it, so that it finds itself to be the main module.
  Module.runMain();
}
