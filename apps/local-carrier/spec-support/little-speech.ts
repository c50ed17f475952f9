import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readWav } from '@clinicall/audio';

const RATE = 24_000;
const FIRST_HERTZ = 300;
const STEP_HERTZ = 50;
const CLIP_MS = 500;

/**
 * A voice and an ear without any model: every sentence is a tone of its own, and reading a tone gives the sentence back.
 * Speaks OpenAI's audio wire.
 */
export class LittleSpeech {
  readonly sentences: string[] = [];
  private readonly server = createServer((request, response) => {
    void readAll(request).then((body) => {
      if (request.url === '/v1/audio/speech') {
        const { input } = JSON.parse(body.toString('utf8')) as { input: string };
        response.writeHead(200, { 'Content-Type': 'audio/pcm' }).end(this.speak(input));
      } else {
        const start = body.indexOf('RIFF');
        const text = this.read(body.subarray(start));
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ text }));
      }
    });
  });
  url = '';

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private speak(sentence: string): Buffer {
    if (!this.sentences.includes(sentence)) this.sentences.push(sentence);
    const hertz = FIRST_HERTZ + STEP_HERTZ * this.sentences.indexOf(sentence);
    const pcm = Buffer.alloc((RATE * CLIP_MS) / 500);
    for (let index = 0; index * 2 < pcm.length; index += 1) {
      pcm.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * hertz * index) / RATE)), index * 2);
    }
    return pcm;
  }

  private read(file: Buffer): string {
    const { rate, samples } = readWav(file);
    const loud = samples.filter((sample) => Math.abs(sample) > 600).length;
    if (loud < 400) return '';
    const middle = samples.subarray(rate * 0.2, rate * 0.5);
    let crossings = 0;
    for (let index = 1; index < middle.length; index += 1) {
      if ((middle[index - 1] ?? 0) < 0 !== (middle[index] ?? 0) < 0) crossings += 1;
    }
    const hertz = (crossings / 2 / middle.length) * rate;
    return this.sentences[Math.round((hertz - FIRST_HERTZ) / STEP_HERTZ)] ?? '';
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}
