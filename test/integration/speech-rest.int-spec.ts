import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { level, pcmSamples, peak, readWav, toDecibels } from '@clinicall/audio';
import { ApiKeysService, ClinicsService } from '@clinicall/identity';
import type { Scope } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { Client } from 'pg';
import { readMp3 } from '../../apps/local-ai/src/audio/mp3';
import { openBrowser } from '../support/browser';
import { eventually } from '../support/eventually';
import { startLocalAi } from '../support/local-ai-process';
import type { LocalAiProcess } from '../support/local-ai-process';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const TEXT = 'Your appointment is on Monday at nine. Please come ten minutes early.';
const HUM = Buffer.alloc(24_000);
for (let at = 0; at < HUM.length; at += 2) HUM.writeInt16LE(Math.round(6_000 * Math.sin(at / 25)), at);

/** The paid voice: hums half a second, or three MiB, or begins and goes no further or breaks off, or says nothing, or refuses. */
type Manner = 'hums' | 'breaks off' | 'goes on and on' | 'stops short' | 'hangs' | 'refuses';
let manner: Manner;
const asked: { input: string; voice: string; response_format: string }[] = [];
let left = 0;

function answer(response: ServerResponse): void {
  response.once('close', () => (left += response.writableFinished ? 0 : 1));
  if (manner === 'refuses') response.writeHead(503).end('{}');
  else if (manner === 'hums') response.end(HUM);
  else if (manner === 'goes on and on') response.end(Buffer.alloc(3 * 1024 * 1024, HUM));
  else if (manner === 'stops short') response.write(HUM);
  else if (manner === 'breaks off') response.write(HUM, () => response.destroy());
}

function listenAsVoice(): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'POST') asked.push(JSON.parse(Buffer.concat(parts).toString('utf8')) as never);
      answer(response);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

let voice: Server;
let localAi: LocalAiProcess;
let product: Product;
let key: string;

beforeAll(async () => {
  [voice, localAi] = await Promise.all([listenAsVoice(), startLocalAi()]);
  product = await startProduct({
    OPENAI_TTS_BASE_URL: `http://127.0.0.1:${(voice.address() as AddressInfo).port}/v1`,
    LOCAL_AI_PORT: String(localAi.port),
    CLINICALL_ROLES: 'web',
  });
  key = await clinicKey({});
}, 120_000);
afterAll(async () => {
  await product.stop();
  localAi.stop();
  voice.closeAllConnections();
  voice.close();
});
beforeEach(() => {
  manner = 'hums';
  asked.splice(0);
  left = 0;
});

let clinics = 0;
async function clinicKey(settings: Record<string, unknown>, language = 'en', scope: Scope = 'speech'): Promise<string> {
  const phone = `+1212556${String(2_000 + (clinics += 1))}`;
  const place = { timezone: 'America/New_York', country: 'US', hours: [] };
  const id = await product.app
    .get(ClinicsService)
    .create({ name: 'Harbor Clinic', ...place, language, phone, settings });
  const made = await product.app
    .get(ClinicScope)
    .run(id, () => product.app.get(ApiKeysService).create('a kiosk', [scope]));
  return made.key;
}

interface Sent {
  readonly as?: string;
  readonly once?: string;
  readonly signal?: AbortSignal;
}

const tts = (body: unknown, { as = key, once, signal }: Sent = {}): Promise<Response> =>
  fetch(`${product.url}/api/v1/tts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      ...(once === undefined ? {} : { 'idempotency-key': once }),
    },
    body: JSON.stringify(body),
    signal,
  });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const problemOf = async (response: Response) => ({
  ...((await response.json()) as { code: string; errors?: { field: string }[] }),
  status: response.status,
  type: response.headers.get('content-type')?.split(';')[0],
});

describe('what is asked of the provider', () => {
  it('is the text in the format, with the voice the clinic chose for its language, or the one the request names', async () => {
    const spanish = await clinicKey({ voices: { en: 'coral', 'es-MX': 'sage' } }, 'es');
    const english = await clinicKey({ voices: { en: 'coral', es: 'sage' } });
    for (const [body, as] of [
      [{ text: TEXT }, key],
      [{ text: TEXT, format: 'pcm' }, english],
      [{ text: 'Hola.', format: 'mp3' }, spanish],
      [{ text: TEXT, voice: 'verse' }, spanish],
    ] as const) {
      expect((await tts(body, { as })).status).toBe(200);
    }
    expect(asked.map(({ input, voice: name, response_format: format }) => [input, name, format])).toEqual([
      [TEXT, 'alloy', 'pcm'],
      [TEXT, 'coral', 'pcm'],
      ['Hola.', 'sage', 'mp3'],
      [TEXT, 'verse', 'pcm'],
    ]);
  });

  it('is passed on as it comes, and given up when nobody waits any more', async () => {
    manner = 'stops short';
    const client = new AbortController();
    const response = await tts({ text: TEXT, format: 'pcm' }, { signal: client.signal });
    const first = await response.body?.getReader().read();
    expect(first?.value?.length).toBeGreaterThan(0);
    expect(left).toBe(0);
    client.abort();
    await eventually(() => left === 1, 'the provider is left');
  });

  it('is given up also before the first sound', async () => {
    manner = 'hangs';
    const client = new AbortController();
    const response = tts({ text: TEXT }, { signal: client.signal });
    await eventually(() => asked.length === 1, 'the provider is asked');
    client.abort();
    await expect(response).rejects.toThrow(/abort/i);
    await eventually(() => left === 1, 'the provider is left');
  });
});

describe('sound that breaks off at the provider', () => {
  it('breaks off at the client too, and never looks whole', async () => {
    manner = 'breaks off';
    const response = await tts({ text: TEXT, format: 'pcm' });
    await expect(bytesOf(response)).rejects.toThrow();
  });

  it.each(['wav', 'pcm'])('is a 503 where %s is sent whole or kept, and its key is free', async (format) => {
    manner = 'breaks off';
    const once = `broken-${format}`;
    expect(await problemOf(await tts({ text: TEXT, format }, { once }))).toMatchObject({ status: 503 });
    manner = 'hums';
    expect((await tts({ text: TEXT, format }, { once })).status).toBe(200);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['wav', 'pcm'])('gets the same %s again, and the provider is asked once', async (format) => {
    const body = { text: TEXT, format };
    const [first, second] = [await tts(body, { once: format }), await tts(body, { once: format })];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    const sound = await bytesOf(first);
    expect(sound.length).toBeGreaterThanOrEqual(HUM.length);
    expect((await bytesOf(second)).equals(sound)).toBe(true);
    expect(asked).toHaveLength(1);
    expect(await problemOf(await tts({ text: 'Other.', format }, { once: format }))).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it('has sound that is too long to be kept made anew, whole', async () => {
    manner = 'goes on and on';
    for (let time = 0; time < 2; time += 1) {
      const response = await tts({ text: TEXT, format: 'pcm' }, { once: 'long' });
      expect(await bytesOf(response)).toHaveLength(3 * 1024 * 1024);
    }
    expect(asked).toHaveLength(2);
  });
});

describe('what is refused', () => {
  it.each<[string, unknown, string]>([
    ['no text', {}, 'text'],
    ['an empty one', { text: '' }, 'text'],
    ['one of white space', { text: ' \n' }, 'text'],
    ['too long a one', { text: 'x'.repeat(4_097) }, 'text'],
    ['a number for it', { text: 5 }, 'text'],
    ['another format', { text: TEXT, format: 'ogg' }, 'format'],
    ['an empty voice', { text: TEXT, voice: '' }, 'voice'],
    ['a path for a voice', { text: TEXT, voice: '../etc/passwd' }, 'voice'],
    ['a long name of a voice', { text: TEXT, voice: 'x'.repeat(101) }, 'voice'],
    ['an unknown field', { text: TEXT, speed: 2 }, 'speed'],
  ])('is %s, by its field', async (_, body, field) => {
    const problem = await problemOf(await tts(body));
    expect(problem).toMatchObject({ status: 400, type: 'application/problem+json', code: 'validation_failed' });
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
    expect(asked).toEqual([]);
  });

  it('is who may not have text spoken', async () => {
    const as = await clinicKey({}, 'en', 'schedule:read');
    expect(await problemOf(await tts({ text: TEXT }, { as }))).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await tts({ text: TEXT }, { as: 'nobody' })).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('is more than the clinic’s characters of a day', async () => {
    const as = await clinicKey({ outbound: { speechCharactersPerDay: 10 } });
    expect((await tts({ text: 'Good day.' }, { as })).status).toBe(200);
    const late = await tts({ text: 'Good day.' }, { as });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(late)).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(asked).toHaveLength(1);
  });
});

describe('with the paid voice away, the local one', () => {
  /** Neither silent nor clipped, and as long as the sentences are. */
  function expectSpeech(samples: Int16Array, rate: number): void {
    expect(rate).toBe(24_000);
    expect(samples.length / rate).toBeGreaterThan(2.5);
    expect(samples.length / rate).toBeLessThan(8);
    expect(toDecibels(level(samples))).toBeGreaterThan(-32);
    expect(toDecibels(level(samples))).toBeLessThan(-8);
    expect(toDecibels(peak(samples))).toBeGreaterThan(-6);
    expect(samples.filter((sample) => Math.abs(sample) > 32_000)).toHaveLength(0);
  }
  const spoken = async (format: string): Promise<{ type: string | null; sound: Buffer }> => {
    manner = 'refuses';
    const response = await tts({ text: TEXT, format });
    expect(response.status).toBe(200);
    return { type: response.headers.get('content-type'), sound: await bytesOf(response) };
  };
  const from = (samples: Float32Array): Int16Array => Int16Array.from(samples, (sample) => sample * 32_767);

  it('speaks wav', async () => {
    const { type, sound } = await spoken('wav');
    expect(type).toBe('audio/wav');
    expect(sound.readUInt32LE(40)).toBe(sound.length - 44);
    const { samples, rate } = readWav(sound);
    expectSpeech(samples, rate);
  });

  it('speaks pcm', async () => {
    const { type, sound } = await spoken('pcm');
    expect(type).toBe('audio/pcm;rate=24000');
    expectSpeech(pcmSamples(sound), 24_000);
  });

  it('speaks mp3', async () => {
    const { type, sound } = await spoken('mp3');
    expect(type).toBe('audio/mpeg');
    const { samples, rate } = readMp3(sound);
    expectSpeech(from(samples), rate);
  });

  it('speaks mp3 that a browser plays', async () => {
    const browser = await openBrowser();
    if (browser === null) {
      console.warn('There is no Chromium here: the mp3 was not played.');
      return;
    }
    try {
      const { sound } = await spoken('mp3');
      const page = await browser.newPage();
      const played = await page.evaluate<number[]>(`(async () => {
        const bytes = Uint8Array.from(atob('${sound.toString('base64')}'), (character) => character.charCodeAt(0));
        const decoded = await new OfflineAudioContext(1, 24000, 24000).decodeAudioData(bytes.buffer);
        return [...decoded.getChannelData(0)];
      })()`);
      expectSpeech(from(Float32Array.from(played)), 24_000);
      // The same sound as our own decoder makes of it, wherever the browser begins.
      const ours = readMp3(sound).samples;
      expect(Math.abs(level(from(Float32Array.from(played))) / level(from(ours)) - 1)).toBeLessThan(0.05);
    } finally {
      await browser.close();
    }
  }, 60_000);

  it('leaves an audit entry of how much, without the words', async () => {
    const owner = new Client({ connectionString: product.database.url });
    await owner.connect();
    try {
      const { rows } = await owner.query<{ details: unknown }>(
        `SELECT details FROM audit_entries WHERE action = 'speech.make' ORDER BY at DESC LIMIT 1`,
      );
      expect(rows).toEqual([{ details: { characters: TEXT.length, format: 'mp3' } }]);
    } finally {
      await owner.end();
    }
  });

  it('being away too is a 503 with Retry-After, and the key of it is free', async () => {
    localAi.stop();
    const isGone = () =>
      fetch(`http://127.0.0.1:${localAi.port}/v1/models`).then(
        () => false,
        () => true,
      );
    await eventually(isGone, 'local-ai is gone');
    manner = 'refuses';
    for (let time = 0; time < 2; time += 1) {
      const response = await tts({ text: TEXT, format: 'mp3' }, { once: 'all-down' });
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await problemOf(response)).toMatchObject({
        status: 503,
        type: 'application/problem+json',
        code: 'unavailable',
      });
    }
    manner = 'hums';
    expect((await tts({ text: TEXT, format: 'mp3' }, { once: 'all-down' })).status).toBe(200);
  });
});
