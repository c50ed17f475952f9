import { encodeMuLaw, resample } from '@clinicall/audio';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { Flite } from '../../apps/local-ai/src/audio/flite';
import { TurnRunner } from '../../libs/telephony/src/turn-runner';
import { DyingProvider } from '../support/dying-provider';
import type { Death, ProviderAnswers, ProviderKind } from '../support/dying-provider';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { WireCall } from '../support/wire-call';
import { deep } from './proof';

/** Something is heard within this of the caller's last word, and no silence of ours is longer than the second. */
const HEARD_MS = 3_000;
const SILENT_MS = 4_000;
/** So long after its last sound an answer that is written down is over. */
const OVER_MS = 1_500;
const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC = '+12125550100';

const ANSWERS: ProviderAnswers = {
  transcript: 'What should I bring with me?',
  words: ['Please bring', ' a list of your medicines.'],
  voice: () => ({ ms: 1_000, level: 6_000 }),
};

let first: DyingProvider;
let last: DyingProvider;
let product: Product;
let calls = 0;
let clinicId: string;
/** A voice that asks something: a detector that knows speech from sounds must take it for speech. */
let question: Buffer;

beforeAll(async () => {
  const { samples, rate } = await (await Flite.load()).speak('What should I bring with me?', 'slt');
  const integers = Int16Array.from(samples, (sample) => sample * 32_767);
  question = encodeMuLaw(resample(integers, rate, 8_000));
  [first, last] = await Promise.all([new DyingProvider(ANSWERS).start(), new DyingProvider(ANSWERS).start()]);
  const { url } = first;
  product = await startProduct({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: PUBLIC,
    // It stands in for local-ai, the last in every line.
    LOCAL_AI_PORT: String(last.port),
    OPENAI_BASE_URL: url,
    OPENAI_STT_BASE_URL: url,
    OPENAI_TTS_BASE_URL: url,
  });
  clinicId = await product.app.get(ClinicsService).create({
    name: 'Harbor Clinic',
    timezone: 'UTC',
    country: 'US',
    language: 'en',
    phone: CLINIC,
    hours: [],
  });
});
afterAll(async () => {
  await product.stop();
  await Promise.all([first.stop(), last.stop()]);
});

interface Heard {
  /** From the caller's last word to the first sound of ours. */
  readonly firstMs: number;
  /** The longest time between two sounds of ours until the answer was over. */
  readonly longestMs: number;
}

/** A caller who has been greeted asks one thing, while a provider dies. */
async function ask(kill: () => void, mostMs = 15_000): Promise<Heard> {
  const caller = { url: product.url, publicUrl: PUBLIC, authToken: TOKEN, from: '+12125550199', to: CLINIC };
  const call = await WireCall.place(`CAkilled${(calls += 1)}`, caller);
  await eventually(() => call.heardMs > 0, 'the greeting', 20_000);
  await eventually(() => !call.hears, 'its end', 20_000);
  const speaking = call.play(question);
  kill();
  await speaking;
  const heard = await listen(call, mostMs);
  await call.hangUp();
  return heard;
}

/** Until the answer is written down and has been heard, or for so long. */
async function listen(call: WireCall, mostMs: number): Promise<Heard> {
  const endedAt = performance.now();
  let before = call.heardMs;
  let lastAt = endedAt;
  let firstMs = Infinity;
  let longestMs = 0;
  while (performance.now() - endedAt < mostMs) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const now = performance.now();
    const isQuiet = firstMs !== Infinity && !call.hears && now - lastAt > OVER_MS;
    if (isQuiet && (await isAnswered(call.callSid))) break;
    longestMs = Math.max(longestMs, now - lastAt);
    if (call.heardMs === before) continue;
    before = call.heardMs;
    lastAt = now;
    if (firstMs === Infinity) firstMs = now - endedAt;
  }
  return { firstMs, longestMs };
}

async function isAnswered(callSid: string): Promise<boolean> {
  const rows = await product.app.get(ClinicScope).run(clinicId, () =>
    product.app.get(Database).query(
      `SELECT 1 FROM turns t JOIN calls c ON c.clinic_id = t.clinic_id AND c.conversation_id = t.conversation_id
        WHERE c.call_sid = $1 AND t.who = 'agent' AND t.seq > 0`,
      [callSid],
    ),
  );
  return rows.length > 0;
}

/** All of them in the deep run; otherwise the death that takes longest to notice, of all kinds in one call. */
const DEATHS: readonly Death[] = deep ? ['refuses', 'breaks', 'hangs', 'stalls'] : ['hangs'];
const KINDS: readonly ProviderKind[] = ['transcriptions', 'chat', 'speech'];
const CASES: readonly (readonly ProviderKind[])[] = deep ? [...KINDS.map((kind) => [kind]), KINDS] : [KINDS];

describe('a provider that dies in the middle of a call', () => {
  afterEach(() => first.deaths.clear());

  it.each(CASES.flatMap((kinds) => DEATHS.map((death) => [kinds.join(', '), death, kinds] as const)))(
    '%s %s: something is heard within 3 s, and no silence is longer than 4 s',
    async (_names, death, kinds) => {
      const { firstMs, longestMs } = await ask(() => kinds.forEach((kind) => first.deaths.set(kind, death)));
      expect(firstMs).toBeLessThan(HEARD_MS);
      expect(longestMs).toBeLessThan(SILENT_MS);
    },
    60_000,
  );

  it('is noticed when nobody breaks the silence', async () => {
    const quiet = jest.spyOn(TurnRunner.prototype, 'tick').mockImplementation(() => undefined);
    try {
      const { firstMs } = await ask(() => {
        first.deaths.set('chat', 'hangs');
        last.deaths.set('chat', 'hangs');
      }, HEARD_MS + 500);
      expect(firstMs).toBeGreaterThan(HEARD_MS);
    } finally {
      quiet.mockRestore();
      last.deaths.clear();
    }
  }, 60_000);
});
