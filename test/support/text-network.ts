import { createHmac, randomUUID } from 'node:crypto';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database, Environment, Logger, prepareDatabase, TestClock } from '@clinicall/platform';
import { startCarrier } from '../../apps/local-carrier/src/carrier';
import type { Carrier } from '../../apps/local-carrier/src/carrier';
import { createApplication } from '../../apps/receptionist/src/application';
import { freePort } from '../../scripts/processes';
import { createTestDatabase } from './database';
import { startScriptedModel } from './scripted-model';
import type { ScriptedModel } from './scripted-model';

export const ACCOUNT = 'AC00000000000000000000000000000001';
export const TOKEN = 'secret-of-the-carrier';
const CLINIC_NUMBER = '+12125550100';

export type Form = Record<string, string>;

/** The product in this process between a scripted model and the local phone network, with one clinic. */
export interface TextNetwork {
  readonly app: NestFastifyApplication;
  readonly carrier: Carrier;
  readonly model: ScriptedModel;
  readonly url: string;
  readonly databaseUrl: string;
  readonly clinicId: string;
  readonly clinicNumber: string;
  inside<T>(work: () => Promise<T>): Promise<T>;
  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]>;
  /** A signed POST straight to a webhook, past the carrier. */
  post(path: string, form: Form, token?: string): Promise<{ status: number; body: string; type: string | null }>;
  /** A text as Twilio would bring it. */
  form(from: string, body: string, more?: Form): Form;
  /** What stands on a handset's screen: the clinic's texts, in the order they arrived. */
  screen(handset: string): string[];
  /** Moves the clinic's time. */
  setClock(at: string): Promise<void>;
  stop(): Promise<void>;
}

interface ClinicWish {
  language?: string;
  settings?: Record<string, unknown>;
  /** Where the carrier's own voice is made. */
  carrierSpeechUrl?: string;
}

export async function startTextNetwork(
  variables: Record<string, string> = {},
  clinic: ClinicWish = {},
): Promise<TextNetwork> {
  const [database, model, port] = await Promise.all([createTestDatabase(), startScriptedModel(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const speechUrl = clinic.carrierSpeechUrl ?? variables['OPENAI_TTS_BASE_URL'] ?? model.url;
  const carrier = await openCarrier(url, speechUrl);
  const environment = Environment.read({
    ...environmentOf(database.url, url, carrier.url),
    OPENAI_BASE_URL: model.url,
    ...variables,
  });
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, new Logger(environment.values.LOG_LEVEL));
  await app.listen(port, '127.0.0.1');
  const clinicId = await openClinic(app, clinic);
  const scope = app.get(ClinicScope);
  return {
    app,
    carrier,
    model,
    url,
    databaseUrl: database.url,
    clinicId,
    clinicNumber: CLINIC_NUMBER,
    inside: (work) => scope.run(clinicId, work),
    rows: (sql, ...parameters) => scope.run(clinicId, () => app.get(Database).query(sql, [clinicId, ...parameters])),
    post: (path, form, token = TOKEN) => postSigned(url, path, form, token),
    form: formOf,
    screen: (handset) => screenOf(carrier, handset),
    setClock: (at) => scope.run(clinicId, () => app.get(TestClock).set(Date.parse(at) - Date.now())),
    stop: async () => {
      await app.close();
      await Promise.all([carrier.close(), model.stop()]);
      await database.drop();
    },
  };
}

const openCarrier = (productUrl: string, speechUrl: string): Promise<Carrier> =>
  startCarrier({
    host: '127.0.0.1',
    port: 0,
    accountSid: ACCOUNT,
    authToken: TOKEN,
    clinicNumber: CLINIC_NUMBER,
    productUrl,
    localProductUrl: productUrl,
    speechUrl,
    dataDir: undefined,
  });

const environmentOf = (databaseUrl: string, url: string, carrierUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  JWT_SECRET: 'test-secret-test-secret-test-secret',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: url,
  LOCAL_AI: 'off',
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_API_BASE_URL: carrierUrl,
  CLINICALL_TEST_CLOCK: '1',
  ...(process.env['TEST_PG_FAST'] ? { DATABASE_ALLOW_DATA_LOSS: '1' } : {}),
  DATABASE_POOL_SIZE: '10',
});

const openClinic = (app: NestFastifyApplication, { language = 'en', settings }: ClinicWish): Promise<string> =>
  app.get(ClinicsService).create({
    name: 'Harbor Clinic',
    timezone: 'America/New_York',
    country: 'US',
    language,
    phone: CLINIC_NUMBER,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })),
    settings: { announceAutomated: false, ...settings },
  });

async function postSigned(url: string, path: string, form: Form, token: string) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature(token, url + path, form),
    },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
}

const formOf = (from: string, body: string, more: Form = {}): Form => ({
  MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
  AccountSid: ACCOUNT,
  From: from,
  To: CLINIC_NUMBER,
  Body: body,
  NumMedia: '0',
  ...more,
});

function screenOf({ network }: Carrier, handset: string): string[] {
  const incoming = network.messages.thread(handset).filter(({ direction }) => direction !== 'inbound');
  return incoming.map(({ body }) => body);
}

/** twilio.com/docs/usage/security, written a second time on purpose. */
export function signature(token: string, url: string, form: Form): string {
  const text = Object.keys(form)
    .sort()
    .reduce((sum, name) => sum + name + (form[name] ?? ''), url);
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

/** The words of a TwiML answer's messages. */
export function messagesOf(twiml: string): string[] {
  return [...twiml.matchAll(/<Message[^>]*>([^<]*)<\/Message>/g)].map(([, words = '']) =>
    words
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}
