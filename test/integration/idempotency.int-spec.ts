import { randomUUID } from 'node:crypto';
import { ImportService } from '@clinicall/scheduling';
import { Client } from 'pg';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

interface Body {
  readonly [member: string]: unknown;
  readonly id: string;
  readonly code: string;
  readonly items: readonly Body[];
}

let product: Product;
let owner: Client;
let key: string;
let patientId: string;
let slotIds: string[];
let numbers = 0;

beforeAll(async () => {
  product = await startProduct({ CLINICALL_ROLES: 'web', RATE_LIMIT_PER_TOKEN: '100000' });
  owner = new Client({ connectionString: product.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await product.stop();
});

beforeEach(async () => {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const answer = await product.app.get(ImportService, { strict: false }).importWorld(
    {
      clinic: 'Harbor Clinic',
      phone: `+1212558${String(1000 + numbers++)}`,
      timezone: 'America/New_York',
      doctors: [
        {
          name: 'Ruth Adler',
          specialty: 'Cardiology',
          free: ['09:00', '09:30', '10:00'].map((time) => `${day}T${time}`),
        },
      ],
      patients: [{ name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12125550199' }],
    },
    { makeClinics: true },
  );
  key = answer.apiKey?.key ?? '';
  patientId = answer.patients[0]?.id ?? '';
  slotIds = (await call('GET', '/slots?limit=10')).body.items.map((slot) => slot.id);
});

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${product.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as Body,
    replayed: response.headers.get('idempotency-replayed'),
    etag: response.headers.get('etag'),
  };
}
const book = (idempotencyKey: string, slotId = slotIds[0], who = patientId) =>
  call('POST', '/appointments', { slotId, patientId: who }, { 'idempotency-key': idempotencyKey });
const booked = async () => (await call('GET', '/appointments?status=booked')).body.items.length;

describe('an Idempotency-Key', () => {
  it('gets the stored answer, its ETag too, however often it is sent', async () => {
    const once = randomUUID();
    const first = await book(once);
    expect(first).toMatchObject({ status: 201, replayed: null, etag: '"1"' });
    expect(await book(once)).toEqual({ ...first, replayed: 'true' });
    expect(await booked()).toBe(1);
  });

  it('is refused for another body, and means nothing to another caller', async () => {
    const once = randomUUID();
    await book(once);
    expect(await book(once, slotIds[1])).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await booked()).toBe(1);
  });

  it('has one effect among twins at the same moment: the others are told it is under way, or get its answer', async () => {
    const once = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => book(once)));
    const made = answers.filter((answer) => answer.status === 201);
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    expect(made.filter((answer) => answer.replayed === null)).toHaveLength(1);
    for (const answer of answers.filter((one) => one.status !== 201)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_in_flight' } });
    }
    expect(await booked()).toBe(1);
  });

  it('is free again after a refusal', async () => {
    const once = randomUUID();
    await book(randomUUID());
    const other = (
      await call('POST', '/patients', { name: 'Olga Marin', dateOfBirth: '1980-01-01', phone: '+12125550111' })
    ).body.id;
    expect(await book(once, slotIds[0], other)).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
    expect(await book(once, slotIds[1], other)).toMatchObject({ status: 201, replayed: null });
  });

  it('keeps the effect and the answer together: what could not be stored did not happen', async () => {
    const once = randomUUID();
    await owner.query('REVOKE INSERT ON idempotency_keys FROM clinicall_app');
    expect((await book(once)).status).toBe(500);
    await owner.query('GRANT INSERT ON idempotency_keys TO clinicall_app');
    expect(await booked()).toBe(0);
    expect(await book(once)).toMatchObject({ status: 201, replayed: null });
    expect(await booked()).toBe(1);
  });

  it('stores no secret, and derives a hold’s token again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await call('POST', '/slots/hold', { slotId: slotIds[2] }, headers);
    const token = String(first.body['holdToken']);
    const { rows } = await owner.query<{ response: string }>(
      'SELECT response::text AS response FROM idempotency_keys WHERE key = $1',
      [headers['idempotency-key']],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.response).not.toContain(token);
    expect((await call('POST', '/slots/hold', { slotId: slotIds[2] }, headers)).body).toEqual(first.body);
  });

  it('that is no key is named', async () => {
    expect(await book('a b')).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ field: 'Idempotency-Key' }] },
    });
  });
});
