import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../support/database';
import { takeTestServer } from '../support/test-server';
import { say } from './bench-world';
import type { Leavings } from './leavings';
import { CARRIER_TOKEN, PUBLIC_URL } from './phone-server';
import type { PhoneServerAsk, PhoneServerKind, Usage } from './phone-server';
import { makeCorpus } from './turn-corpus';
import type { Delays, StubOrder, WordsLeft } from './stub-providers';

export const QUICK = process.argv.includes('--quick');
export const SEED = Number(process.env['BENCH_SEED'] ?? 20_270_503);

/** A server of the bench, in its own process. */
export class PhoneServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(kind: PhoneServerKind, environment: NodeJS.ProcessEnv): Promise<PhoneServer> {
    const profiled = process.env['PHONE_BENCH_PROFILE'] === kind ? ['--cpu-prof'] : [];
    const child = fork(join(__dirname, 'phone-server.js'), [kind], { env: environment, execArgv: profiled });
    const begun = performance.now();
    const server = new PhoneServer(child, await portOf(child, kind));
    say(`${kind} is ready after ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
    return server;
  }

  async settings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.ask({ settings });
  }

  usage(): Promise<Usage> {
    return this.ask<Usage>({ ask: 'usage' });
  }

  leavings(): Promise<Leavings> {
    return this.ask<Leavings>({ ask: 'leavings' });
  }

  async stop(): Promise<void> {
    await ended(this.child);
  }

  private async ask<T>(question: PhoneServerAsk): Promise<T> {
    this.child.send(question);
    const [answer] = (await once(this.child, 'message')) as [T];
    return answer;
  }
}

/** The providers, in theirs. */
export class Stubs {
  onWords: (told: WordsLeft) => void = () => undefined;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.on('message', (told: WordsLeft) => this.onWords(told));
  }

  static async start(): Promise<Stubs> {
    const child = fork(join(__dirname, 'stub-providers.js'), [String(SEED)]);
    return new Stubs(child, `http://127.0.0.1:${await portOf(child, 'stubs')}/v1`);
  }

  order(order: StubOrder): void {
    this.child.send(order);
  }

  delays(delays: Delays): void {
    this.order({ delays });
  }

  async stop(): Promise<void> {
    await ended(this.child);
  }
}

/** The product's environment with another, empty database. */
export async function onAnotherDatabase<T>(
  environment: NodeJS.ProcessEnv,
  work: (environment: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const database = await createTestDatabase();
  try {
    return await work({ ...environment, DATABASE_URL: database.url });
  } finally {
    await database.drop();
  }
}

/** PostgreSQL and a fresh database for the length of the bench, and the product's environment on it. */
export async function withPhoneWorld(
  bench: (stubs: Stubs, environment: NodeJS.ProcessEnv) => Promise<object>,
): Promise<void> {
  const postgres = await takeTestServer();
  process.env['TEST_DATABASE_URL'] = postgres.url;
  const database = await createTestDatabase();
  await makeCorpus(SEED);
  const stubs = await Stubs.start();
  say(`load average at the start: ${load()}; seed ${SEED}`);
  try {
    const answer = await bench(stubs, environmentOf(database.url, stubs.url));
    say(`load average at the end: ${load()}`);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  } finally {
    await stubs.stop();
    await database.drop();
    await postgres.release();
  }
}

const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

const environmentOf = (databaseUrl: string, providersUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  JWT_SECRET: 'the secret of this bench, nobody else knows it',
  LOG_LEVEL: 'error',
  PORT: '0',
  PUBLIC_URL,
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: CARRIER_TOKEN,
  TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
  LOCAL_AI: 'off',
  OPENAI_BASE_URL: providersUrl,
  OPENAI_STT_BASE_URL: providersUrl,
  OPENAI_STT_MODEL: 'gpt-live-transcribe',
  OPENAI_TTS_BASE_URL: providersUrl,
  RATE_LIMIT_PER_TOKEN: '100000',
  MAX_CALLS: '1000',
});

export function runBench(main: () => Promise<void>): void {
  main().then(
    () => process.exit(),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}

async function portOf(child: ChildProcess, name: string): Promise<number> {
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)} before it was ready.`);
  });
  const [ready] = (await Promise.race([once(child, 'message'), failed])) as [{ port: number }];
  failed.catch(() => undefined);
  return ready.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
