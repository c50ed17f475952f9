import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as soon } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Logger } from '@clinicall/platform';
import { FailoverSpeechToText, FailoverTextToSpeech } from '../failover-speech';
import { OpenaiSpeechToText } from './openai-speech-to-text';
import { OpenaiTextToSpeech } from './openai-text-to-speech';

const TURNS = 6;

/** A recogniser and a voice of which nothing is wrong. */
function wellServer(): Server {
  return createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url?.endsWith('/speech') === true) response.end(Buffer.alloc(4_800));
      else response.setHeader('content-type', 'application/json').end('{"text":"Hello"}');
    });
  });
}

/** Every signal on which somebody listened for its end while `use` ran, held weakly. */
async function listenedTo(use: () => Promise<void>): Promise<WeakRef<EventTarget>[]> {
  const seen = new Set<WeakRef<EventTarget>>();
  const known = new WeakSet<EventTarget>();
  const add = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'addEventListener')
    ?.value as EventTarget['addEventListener'];
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...given) {
    if (this instanceof AbortSignal && !known.has(this)) seen.add(new WeakRef(this));
    known.add(this);
    add.apply(this, given);
  };
  await use().finally(() => (EventTarget.prototype.addEventListener = add));
  return [...seen];
}

/** How many are still there once the garbage has been collected as often as it takes, at most so often. */
async function kept(signals: readonly WeakRef<EventTarget>[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let left = signals.length;
  for (let round = 0; round < 20 && left > 0; round += 1) {
    await soon();
    collect();
    left = signals.filter((signal) => signal.deref() !== undefined).length;
  }
  return left;
}

describe('signals given to the SDK, which leaves its listener on each', () => {
  const server = wellServer();
  const logger = new Logger('silent');
  const address = () => ({
    name: 'here',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    apiKey: 'a-key',
    model: 'whisper-1',
    voice: 'alloy',
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('go with the utterance', async () => {
    const line = new FailoverSpeechToText([new OpenaiSpeechToText(address())], logger);
    const signals = await listenedTo(async () => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const hearing = line.listen({ language: 'en', hints: [] });
        hearing.write(new Int16Array(160));
        expect(await hearing.transcript(new AbortController().signal)).toEqual({ text: 'Hello' });
        hearing.close();
      }
    });
    expect(signals.length).toBeGreaterThanOrEqual(TURNS);
    // The last of them may stay with the connection.
    expect(await kept(signals)).toBeLessThan(TURNS);
  });

  it('go with the clause', async () => {
    const line = new FailoverTextToSpeech([new OpenaiTextToSpeech(address())], logger);
    const signals = await listenedTo(async () => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const sound = line.speak('Hello', { language: 'en' }, new AbortController().signal);
        for await (const samples of sound) expect(samples.length).toBeGreaterThan(0);
      }
    });
    expect(signals.length).toBeGreaterThanOrEqual(TURNS);
    expect(await kept(signals)).toBeLessThan(TURNS);
  });
});
