import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import type pino from 'pino';
import { ApiKeysService, SCOPES, StaffService } from '@clinicall/identity';
import { ClinicScope, Environment, Logger, OutboxDispatcher, prepareDatabase, TestClock } from '@clinicall/platform';
import { ImportService } from '@clinicall/scheduling';
import { chatCompletionRoutes } from '../../apps/local-ai/src/chat-completions';
import { modelRoutes } from '../../apps/local-ai/src/models';
import { createServer as createLocalAi } from '../../apps/local-ai/src/server';
import { createApplication } from '../../apps/receptionist/src/application';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';
import { messagesOf, signature } from './text-network';

/** Everything that is somebody's: if one of these is seen outside the database and the answers, something leaks. */
export const PATIENT = { name: 'Xanthippe Quillfeather', dateOfBirth: '1971-03-17', phone: '+12125550177' };
export const TWIN = { name: 'Xanthippe Quillfeathers', dateOfBirth: '1971-03-17', phone: '+12125550177' };
const CANARIES = [/xanthippe/i, /quillfeather/i, /1971-03-17|march 17/i, /5550177/, /zebrafish/i];
const CARRIER_TOKEN = 'carrier-secret-carrier-secret';
const MODEL_SECRET = 'model-secret-model-secret';
const JWT_SECRET = 'signing-secret-signing-secret-signing';

export const seen = (text: string): string[] => CANARIES.filter((canary) => canary.test(text)).map(String);

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** The product with every sink listened to: its logs and output, its error bodies, and what its model is asked. */
export class CanaryWorld {
  readonly prompts: string[] = [];
  readonly logs: string[] = [];
  readonly errorBodies: string[] = [];
  /** Must never be in a prompt. */
  readonly secrets: string[] = [CARRIER_TOKEN, JWT_SECRET, MODEL_SECRET];
  readonly localAi = createLocalAi({ routes: [modelRoutes, chatCompletionRoutes] });
  private readonly carrier = refusingCarrier();
  private database: TestDatabase;
  app: NestFastifyApplication;
  owner: Client;
  url = '';
  clinicId = '';
  /** An API key with every scope. */
  key = '';
  /** The administrator's access token. */
  boss = '';
  slots: string[] = [];

  static async start(): Promise<CanaryWorld> {
    const world = new CanaryWorld();
    world.localAi.addHook('preHandler', (request, _reply, done) => {
      world.prompts.push(JSON.stringify(request.body ?? ''));
      done();
    });
    world.database = await createTestDatabase();
    world.owner = new Client({ connectionString: world.database.url });
    await world.owner.connect();
    await world.startProduct();
    await world.makeClinic();
    return world;
  }

  private async startProduct(): Promise<void> {
    const modelUrl = await this.localAi.listen({ host: '127.0.0.1', port: 0 });
    await new Promise<void>((resolve) => this.carrier.listen(0, '127.0.0.1', resolve));
    const environment = Environment.read({
      DATABASE_URL: this.database.url,
      JWT_SECRET,
      PORT: '0',
      PUBLIC_URL: 'https://clinicall.test',
      LOCAL_AI: 'off',
      LOCAL_AI_PORT: '9',
      OPENAI_BASE_URL: `${modelUrl}/v1`,
      OPENAI_API_KEY: MODEL_SECRET,
      TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
      TWILIO_AUTH_TOKEN: CARRIER_TOKEN,
      TWILIO_API_BASE_URL: `http://127.0.0.1:${(this.carrier.address() as AddressInfo).port}`,
      CLINICALL_TEST_CLOCK: '1',
      DATABASE_POOL_SIZE: '10',
    });
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((chunk) => this.logs.push(String(chunk)) > 0);
    }
    const logger = new Logger('trace', sinkInto(this.logs));
    this.app = await createApplication(environment, await prepareDatabase(environment.values), logger);
    await this.app.listen(0, '127.0.0.1');
    this.url = (await this.app.getUrl()).replace('[::1]', '127.0.0.1');
  }

  async stop(): Promise<void> {
    jest.restoreAllMocks();
    await this.app.close();
    await this.localAi.close();
    await new Promise((resolve) => this.carrier.close(resolve));
    await this.owner.end();
    await this.database.drop();
  }

  private async makeClinic(): Promise<void> {
    const imports = this.app.get(ImportService, { strict: false });
    const made = await imports.importWorld(
      {
        clinic: 'Harbor Clinic',
        phone: '+12125550100',
        timezone: 'America/New_York',
        settings: { announceAutomated: false },
        doctors: [
          {
            name: 'Ruth Adler',
            specialty: 'Cardiology',
            free: ['2027-05-04T14:30', '2027-05-04T15:00', '2027-05-05T09:00', '2027-05-05T09:30', '2027-05-05T10:00'],
          },
        ],
      },
      { makeClinics: true },
    );
    this.clinicId = made.clinicId;
    await this.inside(() => this.app.get(TestClock).set(Date.parse('2027-05-03T09:00:00-04:00') - Date.now()));
    this.key = (await this.inside(() => this.app.get(ApiKeysService).create('everything', SCOPES))).key;
    const account = { email: 'boss@example.org', password: 'correct horse battery' };
    await this.app.get(StaffService).ensureAdministrator(this.clinicId, account.email, account.password);
    this.boss = (await this.call('POST', '/auth/login', account)).body['accessToken'] as string;
    const free = await this.call('GET', '/slots?from=2027-05-05T00:00:00Z&status=free');
    this.slots = (free.body['items'] as { id: string }[]).map((slot) => slot.id);
    this.secrets.push(made.apiKey?.key ?? this.key, this.key, this.boss, new URL(this.database.url).password);
  }

  inside<T>(work: () => Promise<T>): Promise<T> {
    return this.app.get(ClinicScope).run(this.clinicId, work);
  }

  /** REST under /api/v1; a body that is a string goes as it is. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    token = this.key,
    type = 'application/json',
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status >= 400) this.errorBodies.push(text);
    const read = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, text, body: read };
  }

  /** A signed text of the patient's. @returns the answer's words. */
  async text(words: string, to = '+12125550100'): Promise<string> {
    const form = { MessageSid: `SM${randomUUID()}`, From: PATIENT.phone, To: to, Body: words, NumMedia: '0' };
    const path = '/api/v1/sms/webhook';
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature(CARRIER_TOKEN, `https://clinicall.test${path}`, form),
      },
      body: new URLSearchParams(form).toString(),
    });
    return messagesOf(await response.text()).join(' ');
  }

  async deliverEvents(): Promise<void> {
    while ((await this.app.get(OutboxDispatcher).deliverBatch()) > 0);
  }

  /** Jobs that are due, or run just now; one that failed waits for its next time. */
  async jobsUnderWay(): Promise<number> {
    const { rows } = await this.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM graphile_worker._private_jobs
        WHERE locked_at IS NOT NULL OR (run_at <= now() AND attempts < max_attempts)`,
    );
    return rows[0]?.count ?? 0;
  }

  /** Table → canaries that stand in any of its rows; every table there is. */
  async rowsWithCanaries(): Promise<Record<string, string[]>> {
    const { rows } = await this.owner.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema IN ('public', 'directory', 'graphile_worker') AND table_type = 'BASE TABLE'`,
    );
    const found: Record<string, string[]> = {};
    for (const { name } of rows) {
      const lines = await this.owner.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      const canaries = seen(lines.rows.map((row) => row.line).join('\n'));
      if (canaries.length > 0) found[name] = canaries;
    }
    return found;
  }
}

export function sinkInto(lines: string[]): pino.DestinationStream {
  return { write: (line) => lines.push(line) };
}

/** A phone network that refuses everything and quotes what it was given, as Twilio's errors do. */
function refusingCarrier(): Server {
  return createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const to = new URLSearchParams(body).get('To') ?? '';
      const message = `The 'To' number ${to} is not valid: ${body}`;
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 21211, message, status: 400 }));
    });
  });
}
