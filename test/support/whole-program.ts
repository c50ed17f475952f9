import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';
import { eventually } from './eventually';
import { messagesOf } from './text-network';

const ACCOUNT = 'AC00000000000000000000000000000001';
const TOKEN = 'local-carrier-secret';
const OPERATOR = { email: 'operator@example.org', password: 'the operator’s own words' };

/** A clinic that was put in, and what one may do in its name. */
export interface ImportedClinic {
  readonly clinicId: string;
  readonly phone: string;
  readonly key: string;
}

export interface ListedVisit {
  readonly doctor: string;
  /** Wall time, YYYY-MM-DDTHH:mm. */
  readonly startsAt: string;
  readonly patient: string;
  readonly status: string;
}

/** The three programs of the build as processes of their own, on a database of their own: what `npm start` starts. */
export class WholeProgram {
  private readonly children = new Map<string, ChildProcess>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    private readonly variables: Record<string, string>,
  ) {}

  /** @param more variables beside those of every test. */
  static async start(more: Record<string, string> = {}): Promise<WholeProgram> {
    await run([join(repositoryRoot(), 'scripts', 'build.mjs')]);
    const [database, web, ai, carrier] = await Promise.all([createTestDatabase(), freePort(), freePort(), freePort()]);
    const folder = mkdtempSync(join(tmpdir(), 'clinicall-e2e-'));
    const program = new WholeProgram(database, folder, {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: database.url,
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      CLINICALL_DATA_DIR: folder,
      CLINICALL_TEST_CLOCK: '1',
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'warn',
      PORT: String(web),
      LOCAL_AI_PORT: String(ai),
      LOCAL_CARRIER_PORT: String(carrier),
      PUBLIC_URL: `http://127.0.0.1:${web}`,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_PHONE_NUMBER: '+12125550100',
      TWILIO_API_BASE_URL: `http://127.0.0.1:${carrier}`,
      ADMIN_EMAIL: OPERATOR.email,
      ADMIN_PASSWORD: OPERATOR.password,
      ...more,
    });
    program.launch('local-ai');
    program.launch('local-carrier');
    await program.startReceptionist();
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.variables['PORT'] ?? ''}`;
  }

  get carrierUrl(): string {
    return this.variables['TWILIO_API_BASE_URL'] ?? '';
  }

  /** Ends in /v1. */
  get localAiUrl(): string {
    return `http://127.0.0.1:${this.variables['LOCAL_AI_PORT'] ?? ''}/v1`;
  }

  /** The environment of a command that finds this program, and may read one clinic's appointments. */
  commandVariables(clinic?: ImportedClinic): Record<string, string> {
    return { ...this.variables, ...(clinic === undefined ? {} : { CLINICALL_API_KEY: clinic.key }) };
  }

  /** Who may make clinics. */
  readonly operator = OPERATOR;

  async startReceptionist(): Promise<void> {
    this.launch('receptionist');
    await eventually(
      async () => (await fetch(`${this.url}/health/ready`).catch(() => undefined))?.status === 200,
      'the receptionist ready',
      60_000,
    );
  }

  /** As a power cut would. */
  async killReceptionist(): Promise<void> {
    const child = this.children.get('receptionist');
    if (child === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** @param world as of `npm run import`. */
  async import(world: Record<string, unknown>, clock: string): Promise<ImportedClinic> {
    const { accessToken } = await this.call<{ accessToken: string }>('POST', '/auth/login', OPERATOR);
    const made = await this.call<{ clinicId: string; phone: string; apiKey: { key: string } }>(
      'POST',
      '/import',
      world,
      accessToken,
    );
    const clinic = { clinicId: made.clinicId, phone: made.phone, key: made.apiKey.key };
    await this.call('POST', '/test/clock', { at: clock }, clinic.key);
    return clinic;
  }

  /** One request to the REST API. @throws when it is refused. */
  async call<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** What the local recogniser reads in a sound. @param wav any rate. */
  async transcribe(wav: Buffer): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'heard.wav');
    form.set('model', 'whisper-1');
    const url = `http://127.0.0.1:${this.variables['LOCAL_AI_PORT'] ?? ''}/v1/audio/transcriptions`;
    const response = await fetch(url, { method: 'POST', body: form });
    return ((await response.json()) as { text: string }).text;
  }

  /** Texts the clinic from a handset and gives the words that come back, in the webhook's answer or by themselves. */
  async text(from: string, to: string, body: string, patienceMs = 20_000): Promise<string> {
    const before = (await this.screen(from, to)).length;
    const response = await fetch(`${this.carrierUrl}/carrier/texts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, to, body, wait: true }),
    });
    const { webhooks } = (await response.json()) as { webhooks: { status: number; body: string }[] };
    const direct = webhooks.flatMap((webhook) => messagesOf(webhook.body)).join('\n');
    if (direct !== '') {
      await eventually(async () => (await this.screen(from, to)).length > before, 'the reply on the handset');
      return direct;
    }
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const news = (await this.screen(from, to)).slice(before);
      if (news.length > 0) return news.join('\n');
      await sleep(100);
    }
    return '';
  }

  /** What the clinic has texted to a handset. */
  async screen(handset: string, clinic: string): Promise<string[]> {
    const query = new URLSearchParams({ number: handset, clinic });
    const response = await fetch(`${this.carrierUrl}/carrier/texts?${query.toString()}`);
    const { texts } = (await response.json()) as { texts: { who: string; body: string }[] };
    return texts.filter(({ who }) => who === 'clinic').map(({ body }) => body);
  }

  async visits(clinic: ImportedClinic): Promise<ListedVisit[]> {
    interface Listed {
      doctor: { name: string };
      patient: { name: string };
      startsAt: string;
      status: string;
    }
    const { items } = await this.call<{ items: Listed[] }>('GET', '/appointments?limit=200', undefined, clinic.key);
    return items.map(({ doctor, patient, startsAt, status }) => ({
      doctor: doctor.name,
      startsAt: startsAt.slice(0, 16),
      patient: patient.name,
      status,
    }));
  }

  async stop(): Promise<void> {
    const gone = [...this.children.values()]
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map((child) => {
        const exit = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
        return exit.finally(() => clearTimeout(late));
      });
    await Promise.all(gone);
    rmSync(this.folder, { recursive: true, force: true });
    await this.database.drop();
  }

  private launch(app: string): void {
    const main = join(repositoryRoot(), 'dist', 'apps', app, 'src', 'main.js');
    const output = process.env['TEST_LOG'] === undefined ? 'ignore' : 'inherit';
    this.children.set(app, spawn(process.execPath, [main], { env: this.variables, stdio: ['ignore', output, output] }));
  }
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code ?? 'a signal'}`)),
    );
  });
}
