import { once } from 'node:events';
import { WebSocket } from 'ws';
import { eventually } from '../support/eventually';
import { CLINIC, OTHER_CLINIC, startGuardedProduct, TOKEN, voice } from '../support/guarded-product';
import type { GuardedProduct } from '../support/guarded-product';
import { signature } from '../support/text-network';
import { total } from '../support/total';

const SOCKET = '/media-stream';
const SOCKETS = 1_050;

let product: GuardedProduct;
beforeAll(async () => {
  product = await startGuardedProduct();
}, 60_000);
afterAll(() => product.stop());

describe('media sockets', () => {
  const signed = (url = `wss://clinic.example.org${SOCKET}`, token = TOKEN) => ({
    'x-twilio-signature': signature(token, url, {}),
  });
  const open = (headers: Record<string, string>, path = SOCKET) => {
    const socket = new WebSocket(product.base().replace('http', 'ws') + path, { headers });
    socket.on('error', () => undefined);
    return socket;
  };
  const begin = (callSid: unknown, token: unknown, more: object = {}) =>
    JSON.stringify({
      event: 'start',
      sequenceNumber: '1',
      streamSid: 'MZ1',
      start: {
        accountSid: 'AC1',
        streamSid: 'MZ1',
        callSid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: { token },
        ...more,
      },
    });
  const tokenOf = async (callSid: string, To = CLINIC) =>
    /name="token" value="([^"]+)"/.exec(
      (await product.post('/api/v1/voice/incoming', voice(callSid, { To }))).body,
    )?.[1] ?? '';
  const streams = () => product.count(`calls WHERE streams > 0`);

  /** How an upgrade ends that must not become a socket. */
  async function refused(headers: Record<string, string>, path = SOCKET): Promise<number> {
    const socket = open(headers, path);
    return new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('close', () => resolve(0));
      socket.on('open', () => resolve(101));
    });
  }

  /** How a socket ends that says this. */
  async function closed(...messages: (string | Buffer)[]): Promise<number> {
    const socket = open(signed());
    await once(socket, 'open');
    const ending = once(socket, 'close') as Promise<[number]>;
    for (const message of messages) socket.send(message);
    return (await ending)[0];
  }

  it(`are not opened for ${SOCKETS} strangers, and no provider hears of one`, async () => {
    const before = await streams();
    const mine = await tokenOf('CAvictim');
    const other = await tokenOf('CAother');
    const abroad = await tokenOf('CAabroad', OTHER_CLINIC);
    const old = await tokenOf('CAold');
    await product.query(
      `UPDATE calls SET stream_token_ends_at = clock_timestamp() - interval '1 second' WHERE call_sid = 'CAold'`,
    );
    const over = await tokenOf('CAover');
    await product.post('/api/v1/voice/status', voice('CAover', { CallStatus: 'completed' }));
    const wrongUpgrades: (() => Promise<number>)[] = [
      () => refused({}),
      () => refused({ 'x-twilio-signature': '' }),
      () => refused({ 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }),
      () => refused(signed('https://clinic.example.org/media-stream')),
      () => refused(signed('wss://evil.example/media-stream')),
      () => refused({ ...signed('wss://evil.example/media-stream'), 'x-forwarded-host': 'evil.example' }),
      () => refused({ ...signed('wss://evil.example/media-stream'), host: 'evil.example' }),
      () => refused(signed('wss://clinic.example.org/media-stream/')),
      () => refused(signed(), `${SOCKET}?token=${mine}`),
      () => refused(signed(undefined, 'another token')),
      () => refused(signed(undefined, '')),
      () => refused(signed('wss://clinic.example.org/other'), '/other'),
      () => refused({ authorization: `Bearer ${mine}` }),
    ];
    const wrongStarts: (() => Promise<number>)[] = [
      () => closed(begin('CAvictim', '')),
      () => closed(begin('CAvictim', null)),
      () => closed(begin('CAvictim', { $ne: '' })),
      () => closed(begin('CAvictim', [mine])),
      () => closed(begin('CAvictim', `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`)),
      () => closed(begin('CAvictim', mine.slice(0, -1))),
      () => closed(begin('CAvictim', mine.toUpperCase())),
      () => closed(begin('CAvictim', `${product.clinics[1] ?? ''}.${mine.split('.')[1] ?? ''}`)),
      () => closed(begin('CAvictim', other)),
      () => closed(begin('CAvictim', abroad)),
      () => closed(begin('CAother', mine)),
      () => closed(begin('CAabroad', mine)),
      () => closed(begin('CAvictim%', mine)),
      () => closed(begin("CAvictim' OR '1'='1", mine)),
      () => closed(begin('', mine)),
      () => closed(begin('CAold', old)),
      () => closed(begin('CAover', over)),
      () =>
        closed(begin('CAvictim', mine, { mediaFormat: { encoding: 'audio/opus', sampleRate: 48_000, channels: 2 } })),
      () => closed(JSON.stringify({ event: 'media', media: { payload: 'AAAA' } }), begin('CAvictim', 'x')),
      () => closed('x'.repeat(20_000)),
      () => closed(...Array.from({ length: 22 }, () => '{')),
      () => closed(...Array.from({ length: 22 }, () => Buffer.alloc(10))),
    ];
    const kinds = [...wrongUpgrades, ...wrongStarts];
    const endings: number[] = [];
    const lines = Array.from({ length: 12 }, async (_, line) => {
      for (let index = line; index < SOCKETS; index += 12) endings.push(await kinds[index % kinds.length]!());
    });
    await Promise.all(lines);
    expect(endings).toHaveLength(SOCKETS);
    expect([...new Set(endings)].filter((ending) => ![0, 403, 1008, 1009].includes(ending))).toEqual([]);
    const [opened, sessions] = [(await streams()) - before, product.provider.asked()];
    total(`${endings.length} bad socket openings: ${opened} accepted, ${sessions} provider sessions opened`);
    expect([opened, sessions]).toEqual([0, 0]);

    // The same words with the right token open one: the count can rise.
    const good = open(signed());
    await once(good, 'open');
    good.send(begin('CAvictim', mine));
    await eventually(async () => (await streams()) === before + 1, 'the right one opens');
    await eventually(() => product.provider.asked() > 0, 'the greeting is asked for', 20_000);
    expect(await closed(begin('CAvictim', mine))).toBe(1008); // used
    good.terminate();
  }, 120_000);

  it('that say nothing are gone within five seconds, and while 500 wait nobody else gets in', async () => {
    const waiting: WebSocket[] = [];
    const endings: Promise<unknown>[] = [];
    const begun = Date.now();
    for (let opened = 0; opened < 500; opened += 50) {
      const more = Array.from({ length: 50 }, () => open(signed()));
      await Promise.all(more.map((socket) => once(socket, 'open')));
      endings.push(...more.map((socket) => once(socket, 'close')));
      waiting.push(...more);
      if (Date.now() - begun > 3_000) break; // a slow machine: the first ones are about to go
    }
    if (waiting.length === 500) expect(await refused(signed())).toBe(503);
    waiting[0]!.pause(); // never answers the goodbye
    const last = Date.now();
    await Promise.all(endings.slice(1));
    expect(Date.now() - last).toBeLessThan(6_000);
    await eventually(async () => (await refused(signed())) === 101, 'room again');
  }, 60_000);
});
