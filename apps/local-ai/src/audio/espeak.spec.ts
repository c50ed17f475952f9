import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Espeak, EspeakMissing } from './espeak';
import { peakOf, secondsOf, toPcm16 } from './sound';
import { wavHeader } from './wav';

const folder = mkdtempSync(join(tmpdir(), 'espeak-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in program that writes what it was told and a wav whose length is unknown, as espeak-ng does when it streams. */
function install(): Espeak {
  const wav = Buffer.concat([wavHeader(22_050, 0x7ffff000), toPcm16(new Float32Array(2205).fill(0.25))]);
  writeFileSync(join(folder, 'out.wav'), wav);
  writeFileSync(
    join(folder, 'espeak-ng'),
    `#!/bin/sh\necho "$@" > "${folder}/args"\n/bin/cat > "${folder}/words"\n/bin/cat "${folder}/out.wav"\n`,
  );
  chmodSync(join(folder, 'espeak-ng'), 0o755);
  return new Espeak(join(folder, 'espeak-ng'));
}

it('is missed in words when the machine has none', async () => {
  const nowhere = new Espeak(join(folder, 'nowhere'));
  expect(await nowhere.isThere()).toBe(false);
  await expect(nowhere.speak('hola', 'es', 1)).rejects.toThrow(EspeakMissing);
});

it('is a separate program that is told the words on its standard input', async () => {
  const espeak = install();
  expect(await espeak.isThere()).toBe(true);
  const sound = await espeak.speak('¿Le va bien; $(rm)?', 'es-419', 2);
  expect(sound.rate).toBe(22_050);
  expect(sound.samples).toHaveLength(2205);
  expect(readFileSync(join(folder, 'words'), 'utf8')).toBe('¿Le va bien; $(rm)?');
  expect(readFileSync(join(folder, 'args'), 'utf8').trim()).toBe('-v es-419 -s 330 --stdin --stdout');
});

it('ends with the request', async () => {
  await expect(install().speak('hola', 'es', 1, AbortSignal.abort())).rejects.toThrow(/abort/i);
});

it('speaks Spanish with the real program', async () => {
  const espeak = new Espeak();
  if (!(await espeak.isThere())) {
    console.warn('SKIPPED: espeak-ng is not on the PATH, so its Spanish is not heard here.');
    return;
  }
  const short = await espeak.speak('Gracias.', 'es-419', 1);
  const long = await espeak.speak('Gracias por llamar a la clínica. ¿En qué puedo ayudarle?', 'es-419', 1);
  expect(peakOf(short.samples)).toBeGreaterThan(0.1);
  expect(secondsOf(short)).toBeGreaterThan(0.3);
  expect(secondsOf(long)).toBeGreaterThan(secondsOf(short) * 2);
});
