import { once } from 'node:events';
import { Agent } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database, Environment, Logger, prepareDatabase, TwilioSignatureGuard } from '@clinicall/platform';
import { WebSocket } from 'ws';
import { createApplication } from '../../apps/receptionist/src/application';
import { startCountingProvider } from '../support/counting-provider';
import type { CountingProvider } from '../support/counting-provider';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { forgeriesOf, send, SPOOFS } from '../support/forged-webhooks';
import type { Door } from '../support/forged-webhooks';
import { signature } from '../support/text-network';

const TOKEN = 'the token of this month';
const NEXT_TOKEN = 'the token of next month';
const PUBLIC = 'https://clinic.example.org';
const CLINIC = '+12125550100';
const OTHER_CLINIC = '+12125550101';
const SOCKET = '/media-stream';
const SOCKETS = 1_050;

let app: NestFastifyApplication;
let base: string;
let database: TestDatabase;
let provider: CountingProvider;
const clinics: string[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 10 });

async function start(): Promise<void> {
  const environment = Environment.read({
    DATABASE_URL: database.url,
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: PUBLIC,
    LOCAL_AI: 'off',
    OPENAI_BASE_URL: provider.url,
    OPENAI_STT_BASE_URL: provider.url,
    OPENAI_TTS_BASE_URL: provider.url,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_AUTH_TOKEN_NEXT: NEXT_TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    RATE_LIMIT_PER_TOKEN: '100000',
    DATABASE_POOL_SIZE: '10',
  });
  app = await createApplication(environment, await prepareDatabase(environment.values), new Logger('silent'));
  await app.listen(0, '127.0.0.1');
  base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
}

beforeAll(async () => {
  [database, provider] = await Promise.all([createTestDatabase(), startCountingProvider()]);
  await start();
  for (const phone of [CLINIC, OTHER_CLINIC]) {
    const name = 'Harbor Clinic';
    const clinic = { name, timezone: 'America/New_York', country: 'US', language: 'en', phone, hours: [] };
    clinics.push(await app.get(ClinicsService).create(clinic));
  }
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await app.close();
  await Promise.all([database.drop(), provider.stop()]);
});

async function count(sql: string, clinicId = clinics[0]!): Promise<number> {
  const [row] = await app
    .get(ClinicScope)
    .run(clinicId, () => app.get(Database).query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`));
  return row?.n ?? -1;
}

const caller = { From: '+12125550199', To: CLINIC };
const voice = (CallSid: string, more = {}) => ({
  AccountSid: 'AC1',
  CallSid,
  CallStatus: 'ringing',
  ...caller,
  ...more,
});
const text = (MessageSid: string, more = {}) => ({
  AccountSid: 'AC1',
  MessageSid,
  Body: 'HELP',
  NumMedia: '0',
  ...caller,
  ...more,
});

async function post(path: string, form: Record<string, string>, token = TOKEN) {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature(token, PUBLIC + path, form),
  };
  return send(base, { name: '', path, headers, body: new URLSearchParams(form).toString() }, {}, agent);
}

describe('webhooks that the carrier did not send', () => {
  const doors: Door[] = [
    { path: '/api/v1/voice/incoming', form: voice('CAforged') },
    { path: '/api/v1/voice/after-stream', form: voice('CAforged') },
    { path: '/api/v1/voice/status', form: voice('CAforged', { CallStatus: 'completed' }) },
    { path: '/api/v1/sms/webhook', form: text('SMforged') },
    {
      path: '/api/v1/sms/status',
      form: { AccountSid: 'AC1', MessageSid: 'SMforged', MessageStatus: 'failed', From: CLINIC, To: '+12125550199' },
    },
  ];
  const forged = doors.flatMap((door) =>
    forgeriesOf(door, doors, TOKEN, PUBLIC).flatMap((request) => SPOOFS.map((spoof) => ({ request, spoof }))),
  );
  const send1 = ({ request, spoof }: (typeof forged)[number]) => send(base, request, spoof, agent);

  it(`are refused, all ${forged.length}, with an empty 403, and nothing comes of them`, async () => {
    expect(forged.length).toBeGreaterThanOrEqual(500);
    const answers = await Promise.all(forged.map(async (one) => ({ ...(await send1(one)), name: one.request.name })));
    const wrong = answers.filter(({ status, body }) => status !== 403 || body !== '');
    expect([...new Set(wrong.map(({ name, status }) => `${name}: ${status}`))]).toEqual([]);
    for (const table of ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'outbox', 'tasks']) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
    expect(provider.asked()).toBe(0);
  }, 120_000);

  it('would be accepted by a guard that does not look: the matrix can fail', async () => {
    const guard = jest.spyOn(TwilioSignatureGuard.prototype, 'canActivate').mockResolvedValue(true);
    const answers = await Promise.all(forged.filter((_, index) => index % 97 === 0).map(send1));
    guard.mockRestore();
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const table of ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'tasks', 'outbox']) {
      await app.get(ClinicScope).run(clinics[0]!, () => app.get(Database).query(`DELETE FROM ${table}`));
    }
  });

  it('are no reason to refuse the ones that it did send, with the token of this month or of the next', async () => {
    for (const token of [TOKEN, NEXT_TOKEN]) {
      expect((await post('/api/v1/voice/incoming', voice(`CA ${token}`), token)).status).toBe(200);
    }
    expect((await post('/api/v1/voice/incoming', voice('CAold'), 'the token of last month')).status).toBe(403);
  });

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE'])('find no door with %s', async (method) => {
    for (const { path } of doors) {
      const sign = signature(TOKEN, PUBLIC + path, {});
      const { status } = await fetch(base + path, { method, headers: { 'x-twilio-signature': sign } });
      expect(status).toBeGreaterThanOrEqual(401);
    }
  });
});

describe('a webhook that comes a hundred times', () => {
  /** 100 times, most of them side by side, the last ones at an instance that has just started. */
  async function replay(path: string, form: Record<string, string>): Promise<string[]> {
    const answers = await Promise.all(Array.from({ length: 90 }, () => post(path, form)));
    for (let turn = 0; turn < 10; turn += 1) answers.push(await post(path, form));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    return answers.map(({ body }) => body);
  }

  it('starts one call and one conversation', async () => {
    const before = await count('conversations');
    await replay('/api/v1/voice/incoming', voice('CAreplayed'));
    expect(await count(`calls WHERE call_sid = 'CAreplayed'`)).toBe(1);
    expect(await count('conversations')).toBe(before + 1);
  }, 60_000);

  it('ends one call once', async () => {
    await replay('/api/v1/voice/status', voice('CAreplayed', { CallStatus: 'completed' }));
    expect(await count(`calls WHERE call_sid = 'CAreplayed' AND ending = 'hung_up'`)).toBe(1);
    expect(await count(`outbox WHERE type = 'ConversationEnded'`)).toBe(1);
  }, 60_000);

  it('is one text with one answer', async () => {
    const answers = await replay('/api/v1/sms/webhook', text('SMreplayed'));
    expect(answers.filter((body) => body.includes('<Message'))).toHaveLength(1);
    expect(await count(`inbound_texts WHERE message_sid = 'SMreplayed'`)).toBe(1);
    expect(await count('outbound_texts')).toBe(1);
  }, 60_000);

  it('is one receipt, with one task for a person', async () => {
    const [row] = await app
      .get(ClinicScope)
      .run(clinics[0]!, () => app.get(Database).query<{ id: string }>('SELECT id FROM outbound_texts LIMIT 1'));
    const path = `/api/v1/sms/status?text=${row?.id ?? ''}`;
    const form = {
      MessageSid: 'SMour',
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
      From: CLINIC,
      To: '+12125550199',
    };
    await replay(path, form);
    expect(await count(`tasks WHERE kind = 'delivery_failed'`)).toBe(1);
    expect(await count(`outbox WHERE type = 'TaskOpened' AND data ->> 'kind' = 'delivery_failed'`)).toBe(1);
  }, 60_000);

  it('has no second effect after a restart', async () => {
    await app.close();
    await start();
    const tables = ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'tasks'];
    const before = await Promise.all(tables.map((table) => count(table)));
    await post('/api/v1/voice/incoming', voice('CAreplayed'));
    await post('/api/v1/voice/status', voice('CAreplayed', { CallStatus: 'completed' }));
    expect((await post('/api/v1/sms/webhook', text('SMreplayed'))).body).not.toContain('<Message');
    expect(await Promise.all(tables.map((table) => count(table)))).toEqual(before);
  }, 60_000);
});

describe('media sockets', () => {
  const signed = (url = `wss://clinic.example.org${SOCKET}`, token = TOKEN) => ({
    'x-twilio-signature': signature(token, url, {}),
  });
  const open = (headers: Record<string, string>, path = SOCKET) => {
    const socket = new WebSocket(base.replace('http', 'ws') + path, { headers });
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
    /name="token" value="([^"]+)"/.exec((await post('/api/v1/voice/incoming', voice(callSid, { To }))).body)?.[1] ?? '';
  const streams = () => count(`calls WHERE streams > 0`);

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
    await app
      .get(ClinicScope)
      .run(clinics[0]!, () =>
        app
          .get(Database)
          .query(
            `UPDATE calls SET stream_token_ends_at = clock_timestamp() - interval '1 second' WHERE call_sid = 'CAold'`,
          ),
      );
    const over = await tokenOf('CAover');
    await post('/api/v1/voice/status', voice('CAover', { CallStatus: 'completed' }));
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
      () => closed(begin('CAvictim', `${clinics[1] ?? ''}.${mine.split('.')[1] ?? ''}`)),
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
    expect(await streams()).toBe(before);
    expect(provider.asked()).toBe(0);

    // The same words with the right token open one: the count can rise.
    const good = open(signed());
    await once(good, 'open');
    good.send(begin('CAvictim', mine));
    await eventually(async () => (await streams()) === before + 1, 'the right one opens');
    await eventually(() => provider.asked() > 0, 'the greeting is asked for', 20_000);
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
