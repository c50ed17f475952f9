import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { RestClinic, wallTime } from '../support/rest-clinic';

let product: Product;
let owner: Client;
let clinic: RestClinic;
let patientId: string;
let slotIds: string[];

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
  clinic = await RestClinic.of(product, { free: ['09:00', '09:30', '10:00'].map((time) => wallTime(3, time)) });
  patientId = clinic.patientIds[0] ?? '';
  slotIds = (await clinic.slots()).map((slot) => slot.id);
});

const call: RestClinic['call'] = (...request) => clinic.call(...request);
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

  it.each([
    ['/clinic/faq', { question: 'Is there parking?', answer: 'Behind the house.', language: 'en' }, 'faq_entries'],
    ['/api-keys', { name: 'n8n', scopes: ['chat'] }, 'api_keys'],
    ['/import', { patients: [{ name: 'Nina Petrova', dateOfBirth: '1990-05-05' }] }, 'patients'],
  ])('keeps them together on %s too', async (path, body, table) => {
    const once = { 'idempotency-key': randomUUID(), authorization: `Bearer ${await clinic.ownerToken()}` };
    const count = async () => (await owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n;
    const before = await count();
    await owner.query(
      `CREATE FUNCTION pg_temp.lost() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''lost''; END'`,
    );
    await owner.query(`CREATE TRIGGER lost BEFORE INSERT OR UPDATE ON idempotency_keys FOR EACH ROW
      WHEN (NEW.status IS NOT NULL) EXECUTE FUNCTION pg_temp.lost()`);
    expect((await call('POST', path, body, once)).status).toBe(500);
    await owner.query('DROP FUNCTION pg_temp.lost CASCADE');
    expect(await count()).toBe(before);
    const first = await call('POST', path, body, once);
    expect(first).toMatchObject({ status: 201, replayed: null });
    expect(await call('POST', path, body, once)).toMatchObject({ status: 201, replayed: 'true' });
    expect(Number(await count()) - Number(before)).toBe(1);
  });

  it('stores no secret, and derives a hold’s token again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await call('POST', '/slots/hold', { slotId: slotIds[2] }, headers);
    const token = first.body.holdToken;
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
