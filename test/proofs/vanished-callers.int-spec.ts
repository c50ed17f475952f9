import { ClinicScope, Database } from '@clinicall/platform';
import { BookingsService, ImportService } from '@clinicall/scheduling';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { CallSessions } from '../../libs/telephony/src/call-sessions';
import { inParallel } from '../bench/bench-world';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { startScriptedModel } from '../support/scripted-model';
import type { ScriptedModel } from '../support/scripted-model';
import { SpeechDouble } from '../support/speech-double';
import { WireCall } from '../support/wire-call';
import { deep, random, seed, times } from './proof';

const CALLERS = times(1_000);
const AT_ONCE = 20;
/** Every so many callers keep a time for themselves before they vanish. */
const HOLDS_EVERY = 5;
const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC = '+12125550100';

let product: Product;
let model: ScriptedModel;
let speech: SpeechDouble;
let clinicId: string;
let slots: string[];

const inside = <T>(work: () => Promise<T>): Promise<T> => product.app.get(ClinicScope).run(clinicId, work);
const rows = <Row>(sql: string): Promise<Row[]> => inside(() => product.app.get(Database).query<Row>(sql));

beforeAll(async () => {
  [model, speech] = [await startScriptedModel(), await SpeechDouble.start()];
  speech.next.push('I need an appointment with a doctor');
  product = await startProduct({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: PUBLIC,
    LOCAL_AI: 'off',
    OPENAI_BASE_URL: model.url,
    OPENAI_STT_BASE_URL: speech.url,
    OPENAI_TTS_BASE_URL: speech.url,
    RATE_LIMIT_PER_TOKEN: '100000',
  });
  const day = (at: number) => new Date(Date.now() + (at + 2) * 86_400_000).toISOString().slice(0, 10);
  const free = Array.from({ length: Math.ceil(CALLERS / HOLDS_EVERY) }, (_unused, at) => `${day(at)}T09:00`);
  const world = {
    phone: CLINIC,
    clinic: 'Harbor Clinic',
    country: 'US',
    timezone: 'UTC',
    hours: 'Monday to Sunday 08:00 to 18:00',
    slotMinutes: 30,
    doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free }],
    patients: [],
    appointments: [],
    settings: {},
    faq: [],
  };
  ({ clinicId } = await product.app.get(ImportService).importWorld(world, { makeClinics: true }));
  slots = (await rows<{ id: string }>(`SELECT id FROM slots WHERE status = 'free' ORDER BY starts_at`)).map(
    ({ id }) => id,
  );
});
afterAll(async () => {
  await product.stop();
  await Promise.all([model.stop(), speech.stop()]);
});

async function status(callSid: string): Promise<void> {
  const path = '/api/v1/voice/status';
  const form = { CallSid: callSid, From: '+12125550199', To: CLINIC, CallStatus: 'completed' };
  await fetch(product.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC + path, form),
    },
    body: new URLSearchParams(form).toString(),
  });
}

/** The conversation of a call keeps a time, as its hold_slot does. */
async function keepTime(callSid: string, slotId: string): Promise<void> {
  const [call] = await rows<{ id: string }>(`SELECT conversation_id AS id FROM calls WHERE call_sid = '${callSid}'`);
  const owner = { kind: 'conversation' as const, conversationId: call?.id ?? '', callerNumber: '+12125550199' };
  const held = await inside(() => product.app.get(BookingsService).hold({ slotId, owner, patientId: null }));
  expect(held.ok).toBe(true);
}

/** Calls, and is gone at a moment that the seed chooses: in the greeting, in a sentence, while we think or speak. */
async function vanish(number: number, prefix: string): Promise<void> {
  const chance = random(seed + number * 104_729);
  const callSid = `CA${prefix}${number}`;
  const caller = { url: product.url, publicUrl: PUBLIC, authToken: TOKEN, from: '+12125550199', to: CLINIC };
  const call = await WireCall.place(callSid, caller);
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await wait(chance() * 400);
  const slot = slots[number / HOLDS_EVERY];
  if (slot !== undefined) await keepTime(callSid, slot);
  if (chance() < 0.6) void call.speak(200 + chance() * 500);
  await wait(chance() * 900);
  if (deep && number % 50 === 0) call.freeze();
  else call.vanish();
  await status(callSid);
}

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
const live = (): number => product.app.get(CallSessions).count;
const held = async (): Promise<number> =>
  (await rows(`SELECT id FROM holds WHERE status = 'active' UNION ALL SELECT id FROM slots WHERE status = 'held'`))
    .length;

describe('callers who vanish', () => {
  it(`leave no session, no timer and no hold, ${CALLERS} of them (PROOF_SEED=${seed})`, async () => {
    await vanish(1, 'warm');
    await eventually(() => live() === 0, 'the first caller gone', 30_000);
    const before = timers();
    await inParallel(AT_ONCE, CALLERS, (number) => vanish(number, 'gone'));
    await eventually(() => live() === 0, 'no session left', 60_000);
    await eventually(() => timers() <= before, 'no timer left', 60_000);
    await eventually(async () => (await held()) === 0, 'no hold left', 60_000);
    const [{ open } = { open: -1 }] = await rows<{ open: number }>(
      `SELECT count(*)::int AS open FROM conversations WHERE status = 'open'`,
    );
    expect(open).toBe(0);
  }, 3_600_000);

  it('are noticed when a closed socket does not end its session', async () => {
    const broken = jest.spyOn(CallSessions.prototype, 'close').mockImplementation(() => undefined);
    try {
      await vanish(2, 'kept');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(live()).toBe(1);
    } finally {
      broken.mockRestore();
      product.app.get(CallSessions).onApplicationShutdown();
    }
    expect(live()).toBe(0);
  }, 60_000);
});
