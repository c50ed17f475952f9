import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const RATE = 24_000;
/** Sound for a word, ms. */
const WORD_MS = 250;

/** A voice that hums as long as the words are, and an ear that has been told what it will hear next. OpenAI's audio wire. */
export class SpeechDouble {
  readonly next: string[] = [];
  /** Requests that are refused before any is answered, by kind. */
  readonly refuses = { speech: 0, transcriptions: 0 };

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<SpeechDouble> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const kind = request.url?.endsWith('/speech') === true ? 'speech' : 'transcriptions';
        if (request.method === 'GET') response.writeHead(200).end('{"data":[]}');
        else if (double.refuses[kind] > 0) {
          double.refuses[kind] -= 1;
          response.writeHead(503).end('{}');
        } else if (kind === 'speech') {
          const { input } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { input: string };
          response.writeHead(200, { 'content-type': 'audio/pcm' }).end(hum(input.split(' ').length * WORD_MS));
        } else {
          const body = JSON.stringify({ text: double.next[0] ?? '' });
          response.writeHead(200, { 'content-type': 'application/json' }).end(body);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    const double = new SpeechDouble(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, stop);
    return double;
  }
}

function hum(ms: number): Buffer {
  const pcm = Buffer.alloc(Math.round((RATE * ms) / 1_000) * 2);
  for (let at = 0; at * 2 < pcm.length; at += 1)
    pcm.writeInt16LE(Math.round(6_000 * Math.sin((2 * Math.PI * 300 * at) / RATE)), at * 2);
  return pcm;
}
