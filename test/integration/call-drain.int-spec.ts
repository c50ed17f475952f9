import { once } from 'node:events';
import { ClinicsService } from '@clinicall/identity';
import { CallSessions } from '../../libs/telephony/src/call-sessions';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { WebSocket } from 'ws';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { SpeechDouble } from '../support/speech-double';

const CALLS = process.env['CLINICALL_DEEP'] === '1' ? 50 : 8;
const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC_PHONE = '+12125550100';
const SILENCE = Buffer.alloc(160, 0xff).toString('base64');

const VARIABLES = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
  PUBLIC_URL: PUBLIC,
  LOCAL_AI_PORT: '9',
};

async function webhook(product: Product, path: string, callSid: string): Promise<string> {
  const url = `/api/v1/voice/${path}`;
  const form = { CallSid: callSid, From: '+12125550199', To: CLINIC_PHONE, CallStatus: 'in-progress' };
  const response = await fetch(product.url + url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC + url, form),
    },
    body: new URLSearchParams(form).toString(),
  });
  expect(response.status).toBe(200);
  return response.text();
}

const tokenIn = (twiml: string): string => /name="token" value="([^"]+)"/.exec(twiml)?.[1] ?? '';

/** A stream whose caller is silent. */
async function connect(product: Product, callSid: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/media-stream`, {
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(TOKEN, 'wss://clinic.example.org/media-stream', {}) },
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
  const start = {
    accountSid: 'AC',
    streamSid: 'MZ',
    callSid,
    tracks: ['inbound'],
    mediaFormat,
    customParameters: { token },
  };
  socket.send(JSON.stringify({ event: 'start', sequenceNumber: '1', streamSid: 'MZ', start }));
  const beat = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) clearInterval(beat);
    else socket.send(JSON.stringify({ event: 'media', streamSid: 'MZ', media: { payload: SILENCE } }));
  }, 100);
  return socket;
}

describe('SIGTERM with calls in progress', () => {
  it(`hands ${CALLS} calls over to another instance, and sends new ones there`, async () => {
    const speech = await SpeechDouble.start();
    const variables = { ...VARIABLES, OPENAI_TTS_BASE_URL: speech.url };
    const leaving = await startProduct(variables);
    await leaving.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone: CLINIC_PHONE,
      hours: [],
    });
    const staying = await startProduct({ ...variables, DATABASE_URL: leaving.database.url });
    const sids = Array.from({ length: CALLS }, (_unused, index) => `CAdrain${index}`);
    const sockets = await Promise.all(
      sids.map(async (sid) => connect(leaving, sid, tokenIn(await webhook(leaving, 'incoming', sid)))),
    );
    const live = (product: Product) => product.app.get(CallSessions).count;
    await eventually(() => Promise.resolve(live(leaving) === CALLS), 'all calls on the first instance', 60_000);
    const closings = sockets.map(async (socket) => (await once(socket, 'close')) as [number]);
    const startedAt = Date.now();
    const closed = leaving.app.close();
    await eventually(async () => (await fetch(`${leaving.url}/health/ready`)).status === 503, 'not ready any more');
    const fresh = await webhook(leaving, 'incoming', 'CAfresh');
    expect(fresh).toMatch(
      /<Pause length="4"\/><Redirect[^>]*>https:\/\/clinic\.example\.org\/api\/v1\/voice\/incoming#rc=5/,
    );
    expect((await Promise.all(closings)).map(([code]) => code)).toEqual(sids.map(() => 1000));
    await closed;
    expect(Date.now() - startedAt).toBeLessThan(12_000);
    // What the carrier does next, at the other instance: every call is there again, none was ended.
    const again = await Promise.all(
      sids.map(async (sid) => connect(staying, sid, tokenIn(await webhook(staying, 'after-stream', sid)))),
    );
    await eventually(() => Promise.resolve(live(staying) === CALLS), 'all calls on the second instance', 60_000);
    for (const socket of again) socket.terminate();
    await eventually(() => Promise.resolve(live(staying) === 0), 'nothing left of them');
    await staying.app.close();
    await Promise.all([leaving.database.drop(), staying.database.drop(), speech.stop()]);
  }, 240_000);
});
