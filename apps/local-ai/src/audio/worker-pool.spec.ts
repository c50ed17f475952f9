import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { modelsDirectory } from './models-directory';

const compiled = join(process.cwd(), 'dist', 'apps', 'local-ai', 'src', 'audio', 'worker-pool.js');

/** In a process of its own, because what is looked for ends the process. @returns its exit code or signal, and what it said. */
function closeAfter(ms: number, isWorking: boolean): Promise<string> {
  const options = {
    script: 'recognizer.worker',
    workerData: {
      english: modelsDirectory('moonshine-base-en'),
      numbers: modelsDirectory('moonshine-tiny-en'),
      spanish: null,
    },
    size: 1,
    longestQueue: 1,
  };
  const program = `
    const { WorkerPool } = require(${JSON.stringify(compiled)});
    const pool = new WorkerPool(${JSON.stringify(options)});
    const wav = Buffer.alloc(44 + 160_000);
    wav.write('RIFF', 0); wav.writeUInt32LE(wav.length - 8, 4); wav.write('WAVEfmt ', 8); wav.writeUInt32LE(16, 16);
    wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22); wav.writeUInt32LE(16_000, 24); wav.writeUInt32LE(32_000, 28);
    wav.writeUInt16LE(2, 32); wav.writeUInt16LE(16, 34); wav.write('data', 36); wav.writeUInt32LE(wav.length - 44, 40);
    for (let at = 44; at < wav.length; at += 2) wav.writeInt16LE(Math.round(8_000 * Math.sin(at / 9) * Math.sin(at / 4_000)), at);
    pool.start();
    const close = () => setTimeout(() => pool.close().then(() => console.log('closed')), ${ms});
    const untilReady = () => (pool.ready ? begin() : setTimeout(untilReady, 5));
    function begin() {
      pool.run({ bytes: wav, name: 'a.wav', type: 'audio/wav', language: 'en', prompt: '' }).catch((e) => console.log(e.message));
      close();
    }
    ${isWorking ? 'untilReady()' : 'close()'};`;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // One that hangs is seen by the test, and left to nobody.
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.once('close', (code, signal) => resolve(`${code ?? signal} ${said.trim()}`));
  });
}

describe('the threads of speech', () => {
  it.each([100, 250, 350, 450])('may be closed %i ms into loading their model', async (ms) => {
    expect(await closeAfter(ms, false)).toBe('0 closed');
  });

  it.each([20, 150])('may be closed %i ms into their work', async (ms) => {
    expect(await closeAfter(ms, true)).toMatch(/^0 (?:.*\n)?closed$/);
  });
});
