import { Agent } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from '../../apps/receptionist/src/application';
import { startCountingProvider } from './counting-provider';
import type { CountingProvider } from './counting-provider';
import { createTestDatabase } from './database';
import { send } from './forged-webhooks';
import { signature } from './text-network';

export const TOKEN = 'the token of this month';
export const NEXT_TOKEN = 'the token of next month';
export const PUBLIC = 'https://clinic.example.org';
export const CLINIC = '+12125550100';
export const OTHER_CLINIC = '+12125550101';
const CALLER = { From: '+12125550199', To: CLINIC };

type Form = Record<string, string>;

/** The product with two clinics, whose every provider only counts what it is asked. */
export interface GuardedProduct {
  readonly clinics: readonly string[];
  readonly provider: CountingProvider;
  readonly agent: Agent;
  base(): string;
  /** A new instance on the same database. */
  restart(): Promise<void>;
  query<Row>(sql: string): Promise<Row[]>;
  /** @param from a table, with its conditions. */
  count(from: string): Promise<number>;
  /** As the carrier would. */
  post(path: string, form: Form, token?: string): Promise<{ status: number; body: string }>;
  stop(): Promise<void>;
}

export const voice = (CallSid: string, more: Form = {}): Form => ({
  AccountSid: 'AC1',
  CallSid,
  CallStatus: 'ringing',
  ...CALLER,
  ...more,
});
export const text = (MessageSid: string, more: Form = {}): Form => ({
  AccountSid: 'AC1',
  MessageSid,
  Body: 'HELP',
  NumMedia: '0',
  ...CALLER,
  ...more,
});
export const receipt = (MessageSid: string, more: Form = {}): Form => ({
  AccountSid: 'AC1',
  MessageSid,
  MessageStatus: 'undelivered',
  From: CLINIC,
  To: CALLER.From,
  ...more,
});

export async function startGuardedProduct(): Promise<GuardedProduct> {
  const [database, provider] = await Promise.all([createTestDatabase(), startCountingProvider()]);
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  let app = await startInstance(database.url, provider.url);
  const clinics = [await openClinic(app, CLINIC), await openClinic(app, OTHER_CLINIC)];
  const base = () => `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
  const query = <Row>(sql: string) =>
    app.get(ClinicScope).run(clinics[0] ?? '', () => app.get(Database).query<Row>(sql));
  return {
    clinics,
    provider,
    agent,
    base,
    restart: async () => {
      await app.close();
      app = await startInstance(database.url, provider.url);
    },
    query,
    count: async (from) => (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? -1,
    post: (path, form, token = TOKEN) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature(token, PUBLIC + path, form),
      };
      return send(base(), { name: '', path, headers, body: new URLSearchParams(form).toString() }, {}, agent);
    },
    stop: async () => {
      agent.destroy();
      await app.close();
      await Promise.all([database.drop(), provider.stop()]);
    },
  };
}

const openClinic = (app: NestFastifyApplication, phone: string): Promise<string> =>
  app.get(ClinicsService).create({
    name: 'Harbor Clinic',
    timezone: 'America/New_York',
    country: 'US',
    language: 'en',
    phone,
    hours: [],
  });

async function startInstance(databaseUrl: string, providerUrl: string): Promise<NestFastifyApplication> {
  const environment = Environment.read({
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: PUBLIC,
    LOCAL_AI: 'off',
    OPENAI_BASE_URL: providerUrl,
    OPENAI_STT_BASE_URL: providerUrl,
    OPENAI_TTS_BASE_URL: providerUrl,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_AUTH_TOKEN_NEXT: NEXT_TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    RATE_LIMIT_PER_TOKEN: '100000',
    DATABASE_POOL_SIZE: '10',
  });
  const app = await createApplication(environment, await prepareDatabase(environment.values), new Logger('silent'));
  await app.listen(0, '127.0.0.1');
  return app;
}
