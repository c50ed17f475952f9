import { ApiKeysService, ClinicsService, StaffService } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { Client } from 'pg';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { signature } from '../support/text-network';

const CARRIER_TOKEN = 'secret-of-the-carrier';

describe('a clinic', () => {
  let product: Product;
  let owner: Client;
  let clinicId: string;
  let boss: string;
  let administrator: string;
  let reader: string;

  beforeAll(async () => {
    product = await startProduct({
      LOCAL_AI_PORT: '9',
      CLINICALL_ROLES: 'web',
      ADMIN_EMAIL: 'boss@example.org',
      TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
      TWILIO_AUTH_TOKEN: CARRIER_TOKEN,
      PUBLIC_URL: 'https://clinicall.test',
    });
    owner = new Client({ connectionString: product.database.url });
    await owner.connect();
    clinicId = await makeClinic('+12125550120');
    boss = await signIn('boss@example.org');
    administrator = await signIn('adam@example.org');
    reader = (await inside(() => product.app.get(ApiKeysService).create('n8n', ['schedule:read']))).key;
  });
  afterAll(async () => {
    await owner.end();
    await product.stop();
  });

  const inside = <T>(work: () => Promise<T>): Promise<T> => product.app.get(ClinicScope).run(clinicId, work);
  const makeClinic = (phone: string) =>
    product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone,
      hours: [{ weekday: 1, opens: '08:00', closes: '18:00' }],
    });

  async function signIn(email: string): Promise<string> {
    await product.app.get(StaffService).ensureAdministrator(clinicId, email, 'correct horse battery');
    const answer = await call('POST', '/auth/login', { email, password: 'correct horse battery' }, '');
    return (answer.body as { accessToken: string }).accessToken;
  }

  async function call(method: string, path: string, body?: unknown, token = boss, version?: string) {
    const response = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': version }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const etag = response.headers.get('etag');
    return { status: response.status, etag, body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> };
  }
  const fieldsOf = (body: Record<string, unknown>) =>
    (body['errors'] as { field: string }[] | undefined)?.map((one) => one.field).sort();
  const routes = async () => {
    const { rows } = await owner.query<{ phone: string }>(
      'SELECT phone FROM directory.phone_routes WHERE clinic_id = $1 ORDER BY phone',
      [clinicId],
    );
    return rows.map((row) => row.phone);
  };

  it('is shown with every setting, and changed by a merge patch that leaves the rest alone', async () => {
    const before = await call('GET', '/clinic', undefined, reader);
    expect(before).toMatchObject({ status: 200, etag: '"1"', body: { settings: { cancelWindowHours: 24 } } });
    const patch = {
      name: 'Harbor East',
      settings: { persona: 'Ann', retention: { texts: 30 } },
      transferNumber: '+12125550199',
    };
    const changed = await call('PATCH', '/clinic', patch, administrator, '"1"');
    expect(changed).toMatchObject({
      status: 200,
      etag: '"2"',
      body: {
        name: 'Harbor East',
        timezone: 'America/New_York',
        transferNumber: '+12125550199',
        settings: { persona: 'Ann', retention: { texts: 30, calls: 365 } },
      },
    });
    const reset = await call('PATCH', '/clinic', { settings: { persona: null }, transferNumber: null }, administrator);
    expect(reset.body).toMatchObject({
      version: 3,
      transferNumber: null,
      settings: { persona: 'the clinic assistant', retention: { texts: 30 } },
    });
    const same = await call('PATCH', '/clinic', { name: 'Harbor East' }, administrator);
    expect(same.body['version']).toBe(3); // nothing changed: no new version
  });

  it('is not changed from a version that is not there any more', async () => {
    const stale = await call('PATCH', '/clinic', { name: 'Late' }, administrator, '"1"');
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });
    const { etag } = await call('GET', '/clinic');
    const both = await Promise.all(
      ['One', 'Two'].map((name) => call('PATCH', '/clinic', { name }, administrator, etag ?? '')),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 412]);
  });

  it.each([
    [{ colour: 'blue' }, ['colour']],
    [{ version: 9, clinicId: 'mine' }, ['clinicId', 'version']],
    [{ settings: { persona: '', greetings: 'Hi' } }, ['settings.greetings', 'settings.persona']],
    [{ timezone: 'Mars/Olympus' }, ['timezone']],
    [{ hours: [{ weekday: 8, opens: '08:00', closes: '18:00' }] }, ['hours[0].weekday']],
    [{ hours: [{ weekday: 2, opens: '18:00', closes: '08:00' }] }, ['hours[0].closes']],
    [{ phones: [] }, ['phones']],
    [{ phones: ['555-0100'] }, ['phones[0]']],
    [{ name: null }, ['name']],
    [{ settings: { emergencyNumber: 'help' } }, ['settings.emergencyNumber']],
    ['name', ['body']],
    [[], ['body']],
  ])('refuses %j and names what is wrong', async (patch, fields) => {
    const { version } = (await call('GET', '/clinic')).body;
    const answer = await call('PATCH', '/clinic', patch, administrator);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(fieldsOf(answer.body)).toEqual(fields);
    expect((await call('GET', '/clinic')).body['version']).toBe(version);
  });

  it('keeps every version with who made it, and writes each change to the audit', async () => {
    const { body } = await call('GET', '/clinic/versions?limit=2');
    const [latest, earlier] = body['items'] as { version: number; actor: { kind: string }; document: object }[];
    expect(latest).toMatchObject({ actor: { kind: 'staff' }, document: { settings: { retention: { texts: 30 } } } });
    expect(earlier?.version).toBe((latest?.version ?? 0) - 1);
    const rest = await call('GET', `/clinic/versions?cursor=${String(body['nextCursor'])}`);
    expect((rest.body['items'] as { version: number }[]).at(-1)).toMatchObject({
      version: 1,
      document: { name: 'Harbor Clinic', settings: {} },
    });
    const audit = await call('GET', '/audit?action=clinic.change');
    expect((audit.body['items'] as unknown[]).at(-1)).toMatchObject({
      actor: { kind: 'staff' },
      details: { version: 2, fields: ['name', 'transferNumber', 'settings.persona', 'settings.retention'] },
    });
  });

  it('gains and loses numbers, which lead to it or no longer do', async () => {
    const mine = '+12125550120';
    await makeClinic('+12125550121');
    const more = { phones: [mine, '+12125550122'] };
    expect((await call('PATCH', '/clinic', more, administrator)).status).toBe(403); // the operator knows the numbers
    expect((await call('PATCH', '/clinic', more)).status).toBe(200);
    expect(await routes()).toEqual([mine, '+12125550122']);
    const theirs = await call('PATCH', '/clinic', { phones: [mine, '+12125550121'] });
    expect(theirs).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await routes()).toEqual([mine, '+12125550122']);
    expect((await call('PATCH', '/clinic', { phones: ['+12125550122', mine] }, administrator)).status).toBe(200);
    expect((await call('PATCH', '/clinic', { phones: [mine] }, administrator)).status).toBe(200);
    expect(await routes()).toEqual([mine]);
  });

  it('has answers that are added, changed from the version that was read, and taken away', async () => {
    const parking = { question: 'Is there parking?', answer: 'Behind the house.', language: 'en' };
    const added = await call('POST', '/clinic/faq', parking, administrator);
    expect(added).toMatchObject({ status: 201, etag: '"1"', body: parking });
    const path = `/clinic/faq/${String(added.body['id'])}`;
    const changed = await call('PATCH', path, { answer: 'In the yard.' }, administrator, '"1"');
    expect(changed.body).toMatchObject({ ...parking, answer: 'In the yard.', version: 2 });
    expect((await call('PATCH', path, { answer: 'Late.' }, administrator, '"1"')).status).toBe(412);
    expect((await call('PATCH', path, { colour: 'x' }, administrator)).status).toBe(400);
    expect((await call('GET', '/clinic/faq', undefined, reader)).body['items']).toHaveLength(1);
    expect((await call('DELETE', path, undefined, reader)).status).toBe(403);
    expect((await call('DELETE', path, undefined, administrator)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('answers a call or text to a number of nobody politely, and no clinic hears of it', async () => {
    const clinicRows = async () => {
      const { rows } = await owner.query<{ n: string }>(
        `SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM calls) + (SELECT count(*) FROM inbound_texts)
              + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM audit_entries) AS n`,
      );
      return rows[0]?.n;
    };
    const post = async (path: string, form: Record<string, string>) => {
      const response = await fetch(`${product.url}/api/v1${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signature(CARRIER_TOKEN, `https://clinicall.test/api/v1${path}`, form),
        },
        body: new URLSearchParams(form).toString(),
      });
      return { status: response.status, words: await response.text() };
    };
    const before = await clinicRows();
    const nobody = { From: '+12125550177', To: '+12125550999', AccountSid: 'AC00000000000000000000000000000001' };
    const text = await post('/sms/webhook', { ...nobody, MessageSid: 'SM1', Body: 'I need a doctor', NumMedia: '0' });
    expect(text.status).toBe(200);
    expect(text.words).toMatch(/<Message>.*not.*<\/Message>/);
    const call = await post('/voice/incoming', { ...nobody, CallSid: 'CA1', CallStatus: 'ringing' });
    expect(call.status).toBe(200);
    expect(call.words).toMatch(/<Say[^>]*>.+<\/Say><Hangup\/>/);
    expect(call.words).not.toMatch(/Connect|Stream/);
    for (const path of ['/voice/after-stream', '/voice/status']) {
      expect((await post(path, { ...nobody, CallSid: 'CA1', CallStatus: 'completed' })).status).toBe(200);
    }
    expect((await post('/sms/status', { ...nobody, From: nobody.To, MessageSid: 'SM1' })).status).toBe(200);
    expect(await clinicRows()).toBe(before);
  });
});
