import { spawn, execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeMuLaw, resample } from '@clinicall/audio';
import { Client } from 'pg';
import { Flite } from '../../apps/local-ai/src/audio/flite';
import { Mutator } from '../../libs/telephony/spec-support/mutator';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { startScriptedModel } from '../support/scripted-model';
import type { ScriptedModel } from '../support/scripted-model';
import { SpeechDouble } from '../support/speech-double';
import { WireCall } from '../support/wire-call';

const FRAMES = process.env['CLINICALL_DEEP'] === '1' ? 20_000 : 1_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));
const TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC = '+12125550100';
/** A machine at work takes its time. */
const PATIENCE_MS = 30_000;

/** The product as a process of its own, its calls in their own thread. */
class ThreadedProduct {
  private child: ChildProcess | undefined;
  url = '';

  constructor(private readonly variables: NodeJS.ProcessEnv) {}

  async start(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const main = join(repositoryRoot(), 'dist', 'apps', 'receptionist', 'src', 'main.js');
    this.child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...this.variables, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const isUp = () =>
      fetch(`${this.url}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    await eventually(isUp, 'the product', 60_000);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

let database: TestDatabase;
let model: ScriptedModel;
let speech: SpeechDouble;
let product: ThreadedProduct;
let words: Buffer;
let call: WireCall;

beforeAll(async () => {
  const root = repositoryRoot();
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
  const { samples, rate } = await (await Flite.load()).speak('I need an appointment, please.', 'slt');
  words = encodeMuLaw(
    resample(
      Int16Array.from(samples, (sample) => sample * 32_767),
      rate,
      8_000,
    ),
  );
  [database, model, speech] = [await createTestDatabase(), await startScriptedModel(), await SpeechDouble.start()];
  speech.next.push('I need an appointment, please.');
  model.answer = () => ({ text: 'Which doctor would you like to see?' });
  product = new ThreadedProduct({
    CALLS_THREAD: 'on',
    DATABASE_URL: database.url,
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    LOCAL_AI: 'off',
    OPENAI_BASE_URL: model.url,
    OPENAI_STT_BASE_URL: speech.url,
    OPENAI_TTS_BASE_URL: speech.url,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    TWILIO_PHONE_NUMBER: CLINIC,
    ADMIN_EMAIL: 'first@clinic.example.org',
    ADMIN_PASSWORD: 'a password of this test 1',
    PUBLIC_URL: PUBLIC,
    ...(process.env['TEST_PG_FAST'] ? { DATABASE_ALLOW_DATA_LOSS: '1' } : {}),
  });
  await product.start();
}, 120_000);
afterAll(async () => {
  await product.end('SIGKILL');
  await Promise.all([model.stop(), speech.stop()]);
  await database.drop();
});

const place = (callSid: string): Promise<WireCall> =>
  WireCall.place(callSid, { url: product.url, publicUrl: PUBLIC, authToken: TOKEN, from: '+12125550199', to: CLINIC });

/** A call that has been greeted, or is told where it was. */
async function greeted(callSid: string): Promise<WireCall> {
  const placed = await place(callSid);
  await eventually(() => placed.heardMs > 0 && !placed.hears, 'the first words', PATIENCE_MS);
  return placed;
}

/** The caller speaks, and hears an answer. */
async function converse(): Promise<void> {
  const [asked, heardMs] = [model.heard.length, call.heardMs];
  await call.play(words);
  await eventually(() => model.heard.length > asked, 'the words at the model', PATIENCE_MS);
  await eventually(() => call.heardMs > heardMs + 500 && !call.hears, 'the answer', PATIENCE_MS);
}

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('calls in a thread of their own', () => {
  it('are greeted, heard and answered there', async () => {
    call = await greeted('CAthread');
    await converse();
    // What the calls' thread counts stands in the process's metrics; the first thread alone would have counted nothing.
    // The thread's own figures are in it once the thread, which may be at work, has answered.
    const turns = async () => {
      const metrics = await (await fetch(`${product.url}/metrics`)).text();
      return metrics.split('\n').filter((line) => line.startsWith('turn_core_ms_count'));
    };
    await eventually(async () => (await turns()).length > 0, 'the turn among the metrics', PATIENCE_MS);
    expect(await turns()).toEqual([expect.stringMatching(/ 1$/)]);
  }, 90_000);

  it(`go on beside a carrier that sends ${FRAMES} mutated frames (FUZZ_SEED=${SEED})`, async () => {
    const mutator = new Mutator(SEED);
    let bad: WireCall | undefined;
    let sockets = 0;
    for (let count = 0; count < FRAMES; count += 1) {
      if (bad?.isOpen !== true) {
        bad = await place('CAbad');
        sockets += 1;
      }
      const { data, isBinary } = mutator.frame();
      bad.raw(data, isBinary);
      if (count % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    bad?.vanish();
    expect(sockets).toBeGreaterThan(1);
    expect(call.isOpen).toBe(true);
    await converse();
  }, 180_000);

  it('come back to where they were after kill -9', async () => {
    await product.end('SIGKILL');
    await eventually(() => !call.isOpen, 'the socket gone', PATIENCE_MS);
    await product.start();
    call = await greeted('CAthread');
    await converse();
    const turns = await rows<{ conversations: number; answers: number }>(
      `SELECT count(DISTINCT t.conversation_id)::int AS conversations, count(*)::int AS answers FROM turns t
         JOIN calls c ON c.clinic_id = t.clinic_id AND c.conversation_id = t.conversation_id
        WHERE c.call_sid = 'CAthread' AND t.who = 'agent' AND t.seq > 0`,
    );
    expect(turns).toEqual([{ conversations: 1, answers: 3 }]);
  }, 180_000);

  it('are handed over at SIGTERM, and the program ends in order', async () => {
    const ended = product.end('SIGTERM');
    await eventually(() => call.closedWith !== undefined, 'the stream given up', PATIENCE_MS);
    // In order: by a close, not by the socket's end with its process.
    expect(call.closedWith).toBe(1000);
    await ended;
    const [{ kept } = { kept: -1 }] = await rows<{ kept: number }>(
      `SELECT count(*)::int AS kept FROM calls WHERE call_sid = 'CAthread' AND ending IS NULL`,
    );
    expect(kept).toBe(1);
  }, 90_000);
});
