import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiKeysService, ClinicsService } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { WebSocket } from 'ws';
import { phrase } from '@clinicall/language';
import { WAIT_PHRASES } from '../../libs/telephony/src/waiting';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';

interface Asked {
  readonly path: string;
  readonly body: string;
}

/** Voice and carrier in one: 0.2 s of silence for every sentence, and a note of all that was asked. */
async function listenToProviders(asked: Asked[]): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body: Buffer.concat(parts).toString('utf8') });
      if (request.url?.endsWith('/audio/speech') === true) response.end(Buffer.alloc(9_600));
      else response.writeHead(201, { 'content-type': 'application/json' }).end('{"sid":"RE1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const AHEAD = (['en', 'es'] as const).flatMap((language) => WAIT_PHRASES.map((key) => phrase(language, key)));

describe('how a clinic is spoken to and with', () => {
  const asked: Asked[] = [];
  let providers: Server;
  let product: Product;

  beforeAll(async () => {
    providers = await listenToProviders(asked);
    const here = `http://127.0.0.1:${(providers.address() as AddressInfo).port}`;
    product = await startProduct({
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_API_BASE_URL: here,
      OPENAI_TTS_BASE_URL: `${here}/v1`,
      PUBLIC_URL: PUBLIC,
      LOCAL_AI_PORT: '9',
      CLINICALL_ROLES: 'web,media',
    });
  });
  afterAll(async () => {
    await product.stop();
    providers.closeAllConnections();
    providers.close();
  });
  beforeEach(() => asked.splice(0));

  let number = 130;
  async function clinic(settings: Record<string, unknown>, language = 'en') {
    const phone = `+12125550${(number += 1)}`;
    const id = await product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language,
      phone,
      hours: [],
      settings,
    });
    return { id, phone };
  }

  /** Calls, and hangs up when `heard` is so. */
  async function call(phone: string, heard: () => boolean): Promise<void> {
    const form = { CallSid: `CA${phone}`, From: '+12125550199', To: phone, CallStatus: 'ringing' };
    const response = await fetch(`${product.url}/api/v1/voice/incoming`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(TOKEN, `${PUBLIC}/api/v1/voice/incoming`, form),
      },
      body: new URLSearchParams(form).toString(),
    });
    const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1];
    const signature = getExpectedTwilioSignature(TOKEN, 'wss://clinic.example.org/media-stream', {});
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/media-stream`, {
      headers: { 'x-twilio-signature': signature },
    });
    await once(socket, 'open');
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
    const known = { accountSid: 'AC', streamSid: 'MZ1', callSid: form.CallSid, tracks: ['inbound'], mediaFormat };
    const start = { ...known, customParameters: { token } };
    socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    socket.send(JSON.stringify({ event: 'start', sequenceNumber: '1', streamSid: 'MZ1', start }));
    try {
      await eventually(heard, 'what the caller hears');
    } finally {
      socket.terminate();
    }
  }
  /** What a voice was asked for to be heard; phrases of a wait are made ahead of it. */
  const spoken = () =>
    asked
      .filter(({ path }) => path === '/v1/audio/speech')
      .map(({ body }) => JSON.parse(body) as { input: string; voice: string })
      .filter(({ input }) => !AHEAD.some((words) => words.includes(input)));
  const recordings = () => asked.filter(({ path }) => path.includes('/Recordings'));
  const greeted = () => spoken().some(({ input }) => input.includes('Harbor Clinic'));

  it('records no call unless the clinic says so, and speaks with the provider’s own voice', async () => {
    const { phone } = await clinic({ greeting: 'Harbor Clinic, good day.' });
    await call(phone, greeted);
    expect(spoken()).toEqual([expect.objectContaining({ input: 'Harbor Clinic, good day.', voice: 'alloy' })]);
    expect(recordings()).toEqual([]);
  });

  it('asks first whether the call may be recorded, and has nothing recorded before a yes', async () => {
    const { phone } = await clinic({ recording: 'announced' });
    await call(phone, () => spoken().length > 1);
    expect(spoken()[0]?.input).toBe('May we record this call to improve our service?');
    expect([recordings(), greeted()]).toEqual([[], false]);
  });

  it('speaks each language with the voice the clinic chose for it, also sentences whose sound another clinic has kept', async () => {
    const settings = { recording: 'announced', voices: { en: 'coral', 'es-MX': 'sage' } };
    const said = (voice: string) => spoken().filter((one) => one.voice === voice);
    for (const [language, voice, notice] of [
      ['en', 'coral', 'May we record this call to improve our service?'],
      ['es-ES', 'sage', '¿Podemos grabar esta llamada para mejorar el servicio?'],
    ] as const) {
      const { phone } = await clinic(settings, language);
      await call(phone, () => said(voice).length > 1);
      expect(said(voice)[0]?.input).toBe(notice);
    }
  });

  it.each([
    [{}, 'es'],
    [{ languages: [] }, 'en'],
    [{ languages: ['fr'] }, 'en'],
    [{ languages: ['es-MX'] }, 'es'],
  ])('answers a caller’s Spanish, with %j, in %s', async (settings, language) => {
    const { id } = await clinic(settings);
    const { key } = await product.app
      .get(ClinicScope)
      .run(id, () => product.app.get(ApiKeysService).create('chat', ['chat', 'patients:read']));
    const post = async (body: object) => {
      const response = await fetch(`${product.url}/api/v1/chat`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return ((await response.json()) as { reply: string }).reply;
    };
    const spanish = /[áéíóúñ¿¡]/;
    expect(spanish.test(await post({ message: 'Hola, quisiera una cita con el cardiólogo, por favor' }))).toBe(
      language === 'es',
    );
    expect(spanish.test(await post({ message: 'Hello there', language: 'es' }))).toBe(false);
    expect(spanish.test(await post({ message: 'Sí', language: 'es' }))).toBe(language === 'es');
  });
});
