import { spawn } from 'node:child_process';
import type { Sound } from './sound';
import { readWav } from './wav';

/** Words a minute at speed 1; espeak-ng's own default. */
const WORDS_PER_MINUTE = 165;
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** The machine does not have the program. */
export class EspeakMissing extends Error {}

function collect(program: string, args: readonly string[], input: string, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], signal });
    const parts: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > LONGEST_OUTPUT) child.kill();
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new EspeakMissing('espeak-ng is not on the PATH.') : error),
    );
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(parts)) : reject(new Error('espeak-ng failed.'))));
    // A program that ends before it has read everything is known by its exit.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/**
 * espeak-ng (GPL) is never part of this program: it is started as a separate one when the machine has it, told the words on its standard
 * input and heard on its standard output.
 */
export class Espeak {
  constructor(private readonly program = 'espeak-ng') {}

  /** Whether this machine has it. */
  async isThere(): Promise<boolean> {
    return collect(this.program, ['--version'], '').then(
      () => true,
      () => false,
    );
  }

  /** @throws EspeakMissing */
  async speak(text: string, voice: string, speed: number, signal?: AbortSignal): Promise<Sound> {
    const rate = Math.round(Math.max(80, Math.min(450, WORDS_PER_MINUTE * speed)));
    return readWav(await collect(this.program, ['-v', voice, '-s', String(rate), '--stdin', '--stdout'], text, signal));
  }
}
