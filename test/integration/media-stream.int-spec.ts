import { once } from 'node:events';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { WebSocket } from 'ws';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { SpeechDouble } from '../support/speech-double';

const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC_PHONE = '+12125550100';

let product: Product;
let speech: SpeechDouble;
let clinicId: string;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  speech = await SpeechDouble.start();
  product = await startProduct({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: PUBLIC,
    LOCAL_AI_PORT: '9',
    OPENAI_TTS_BASE_URL: speech.url,
  });
  clinicId = await product.app.get(ClinicsService).create({
    name: 'Harbor Clinic',
    timezone: 'America/New_York',
    country: 'US',
    language: 'en',
    phone: CLINIC_PHONE,
    hours: [],
  });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(async () => {
  await product.stop();
  await speech.stop();
});

async function webhook(path: string, form: Record<string, string>, token = TOKEN) {
  const url = `/api/v1/voice/${path}`;
  const response = await fetch(product.url + url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(token, PUBLIC + url, form),
    },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: await response.text() };
}

const incoming = (callSid: string, to = CLINIC_PHONE) =>
  webhook('incoming', { CallSid: callSid, From: '+12125550199', To: to, CallStatus: 'ringing' });

async function tokenOf(callSid: string): Promise<string> {
  return /name="token" value="([^"]+)"/.exec((await incoming(callSid)).body)?.[1] ?? '';
}

/** A socket whose upgrade is signed as Twilio signs it. */
function open(signature = getExpectedTwilioSignature(TOKEN, 'wss://clinic.example.org/media-stream', {})): WebSocket {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/media-stream`, {
    headers: { 'x-twilio-signature': signature },
  });
  sockets.push(socket);
  socket.on('error', () => undefined);
  return socket;
}

async function start(callSid: string, token: string): Promise<WebSocket> {
  const socket = open();
  await once(socket, 'open');
  socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
  const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
  const begin = {
    accountSid: 'AC',
    streamSid: 'MZ1',
    callSid,
    tracks: ['inbound'],
    mediaFormat,
    customParameters: { token },
  };
  socket.send(JSON.stringify({ event: 'start', sequenceNumber: '1', streamSid: 'MZ1', start: begin }));
  return socket;
}

async function closing(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

const count = (sql: string) =>
  product.app.get(ClinicScope).run(clinicId, async () => {
    const [row] = await product.app.get(Database).query<{ n: number }>(sql);
    return row?.n;
  });
const liveStreams = (callSid: string) => count(`SELECT streams AS n FROM calls WHERE call_sid = '${callSid}'`);

describe('the voice webhook', () => {
  it('answers a forged request with an empty 403 and writes nothing', async () => {
    const forged = await webhook('incoming', { CallSid: 'CAforged', From: '+1', To: CLINIC_PHONE }, 'another token');
    expect(forged).toEqual({ status: 403, body: '' });
    expect(await liveStreams('CAforged')).toBeUndefined();
  });

  it('connects the call to the stream, with the verbs after it that bring it back', async () => {
    const { status, body } = await incoming('CAfirst');
    expect(status).toBe(200);
    expect(body).toMatch('<Connect><Stream url="wss://clinic.example.org/media-stream"><Parameter name="token"');
    expect(body).toMatch(/<\/Connect><Say[^>]*>One moment, please\.<\/Say><Pause length="4"\/><Redirect/);
    expect(body).toMatch('https://clinic.example.org/api/v1/voice/after-stream#rc=5&amp;rp=ct,5xx</Redirect>');
  });

  it('makes one conversation of a webhook that comes twice', async () => {
    await incoming('CAtwice');
    await incoming('CAtwice');
    expect(await count(`SELECT count(*)::int AS n FROM calls WHERE call_sid = 'CAtwice'`)).toBe(1);
  });

  it('is polite to a number of no clinic, and reaches none', async () => {
    const { body } = await incoming('CAnowhere', '+12125559999');
    expect(body).toMatch(/<Say[^>]*>.*does not belong to a clinic.*<\/Say><Hangup\/>/);
  });

  it('brings a dropped call back three times, then gives up with a word', async () => {
    for (let stream = 1; stream <= 4; stream += 1) {
      const socket = await start('CAlost', await tokenOf('CAlost'));
      await eventually(async () => (await liveStreams('CAlost')) === stream, `stream ${stream}`);
      socket.terminate();
    }
    const { body } = await webhook('after-stream', { CallSid: 'CAlost', From: '+12125550199', To: CLINIC_PHONE });
    expect(body).toMatch(/keep losing the connection.*<Hangup\/>/);
  });
});

describe('a call whose stream never opens', () => {
  it('is tried four times, and does not go round for ever', async () => {
    await incoming('CAround');
    const again = async () =>
      (await webhook('after-stream', { CallSid: 'CAround', From: '+12125550199', To: CLINIC_PHONE })).body;
    for (let tries = 1; tries <= 3; tries += 1) expect(await again()).toMatch(/<Connect><Stream/);
    expect(await again()).toMatch(/keep losing the connection.*<Hangup\/>/);
  });
});

describe('a transfer', () => {
  const after = (callSid: string, status: string) =>
    webhook('after-transfer', { CallSid: callSid, To: CLINIC_PHONE, From: '+12125550199', DialCallStatus: status });
  const tasks = () => count(`SELECT count(*)::int AS n FROM tasks WHERE kind = 'call_back'`);

  it('that nobody answered is told to the caller, with one task to call back', async () => {
    await incoming('CAtransfer');
    await count(`UPDATE calls SET ending = 'transferred' WHERE call_sid = 'CAtransfer' RETURNING 1 AS n`);
    expect((await after('CAtransfer', 'no-answer')).body).toMatch(/nobody can be reached.*<Hangup\/>/);
    expect((await after('CAtransfer', 'busy')).body).toMatch(/nobody can be reached/);
    expect(await tasks()).toBe(1);
  });

  it('that was answered ends with it', async () => {
    const before = await tasks();
    expect((await after('CAtransfer', 'completed')).body).toMatch(/<Response><Hangup\/><\/Response>/);
    expect((await after('CAunknown', 'no-answer')).body).toMatch(/<Response><Hangup\/><\/Response>/);
    expect(await tasks()).toBe(before);
  });
});

describe('the media socket', () => {
  it.each(['', 'bm90IGEgc2lnbmF0dXJl'])('is refused at the upgrade with signature %p', async (signature) => {
    const [, response] = (await once(open(signature), 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(403);
  });

  it('is closed for a wrong, a used and another call’s token', async () => {
    const token = await tokenOf('CAone');
    await incoming('CAtwo');
    expect(await closing(await start('CAone', ''))).toBe(1008);
    expect(await closing(await start('CAone', `${token.slice(0, -4)}AAAA`))).toBe(1008);
    expect(await closing(await start('CAtwo', token))).toBe(1008);
    const mine = await start('CAone', token);
    await eventually(async () => (await liveStreams('CAone')) === 1, 'the right token opens');
    expect(await closing(await start('CAone', token))).toBe(1008);
    expect(mine.readyState).toBe(WebSocket.OPEN);
  });

  it('is closed when it never says who it is', async () => {
    const socket = open();
    await once(socket, 'open');
    expect(await closing(socket)).toBe(1008);
  });

  it('takes broken frames for a while, then closes, and no other call feels it', async () => {
    const good = await start('CAgood', await tokenOf('CAgood'));
    const bad = await start('CAbad', await tokenOf('CAbad'));
    await eventually(
      async () => (await liveStreams('CAbad')) === 1 && (await liveStreams('CAgood')) === 1,
      'both open',
    );
    const closed = closing(bad);
    const broken = [
      '{',
      '[]',
      'null',
      '{"event":"media"}',
      '{"event":"media","media":{"payload":7}}',
      '{"event":"dtmf","dtmf":{"digit":"99"}}',
    ];
    for (let turn = 0; turn < 5; turn += 1) for (const frame of broken) bad.send(frame);
    bad.send(Buffer.alloc(100));
    expect(await closed).toBe(1008);
    good.send(JSON.stringify({ event: 'unknown', streamSid: 'MZ1' }));
    const payload = Buffer.alloc(160, 0xff).toString('base64');
    good.send(
      JSON.stringify({
        event: 'media',
        sequenceNumber: '2',
        media: { track: 'inbound', chunk: '1', timestamp: '0', payload },
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(good.readyState).toBe(WebSocket.OPEN);
  });

  it('is closed for a frame larger than any carrier sends', async () => {
    const socket = await start('CAlarge', await tokenOf('CAlarge'));
    const closed = closing(socket);
    socket.send('x'.repeat(20_000));
    expect(await closed).toBe(1009);
  });
});
