import { randomUUID } from 'node:crypto';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { RestClinic, wallTime } from '../support/rest-clinic';

let product: Product;
let clinic: RestClinic;
let patientId: string;

beforeAll(async () => {
  product = await startProduct({ CLINICALL_ROLES: 'web', RATE_LIMIT_PER_TOKEN: '100000' });
});
afterAll(() => product.stop());

beforeEach(async () => {
  clinic = await RestClinic.of(product, {
    visitTypes: [{ name: 'Follow-up', minutes: 20 }],
    free: ['09:00', '09:30', '10:00', '10:30'].map((time) => wallTime(7, time)),
  });
  patientId = clinic.patientIds[0] ?? '';
});

const call: RestClinic['call'] = (...request) => clinic.call(...request);
const slots = async () => (await call('GET', '/slots?specialty=cardiology')).body.items;

describe('REST of scheduling', () => {
  it('finds, holds, confirms, moves and cancels, in the contract’s shapes', async () => {
    const [first, second] = await slots();
    expect(first).toEqual({
      id: expect.any(String),
      status: 'free',
      startsAt: expect.stringMatching(/T09:00:00-0[45]:00$/),
      endsAt: expect.stringMatching(/T09:30:00-0[45]:00$/),
      doctor: { id: expect.any(String), name: 'Ruth Adler' },
      specialty: 'Cardiology',
    });
    const held = await call('POST', '/slots/hold', { slotId: first?.id, visitType: 'Follow-up' });
    expect(held.status).toBe(201);
    expect(Object.keys(held.body).sort()).toEqual(['endsAt', 'expiresAt', 'holdToken', 'id', 'slotId', 'startsAt']);
    const { id: holdId, holdToken } = held.body;
    const confirmed = await call('POST', '/appointments/confirm', {
      holdId,
      holdToken,
      patientId,
      reason: 'a check-up',
    });
    expect(confirmed.status).toBe(201);
    expect(confirmed.body).toEqual({
      id: expect.any(String),
      status: 'booked',
      startsAt: first?.startsAt,
      endsAt: first?.['endsAt'],
      doctor: first?.['doctor'],
      specialty: 'Cardiology',
      visitType: 'Follow-up',
      patient: { id: patientId, name: 'Peter Lang' },
      slotId: first?.id,
      version: 1,
      overbooked: false,
      seriesId: null,
      cancellation: null,
    });
    const moved = await call('POST', `/appointments/${confirmed.body.id}/reschedule`, { slotId: second?.id });
    expect(moved).toMatchObject({ status: 200, body: { id: confirmed.body.id, slotId: second?.id } });
    const list = await call('GET', '/appointments?status=booked&patientPhone=+12125550199');
    expect(list.body.items).toEqual([moved.body]);
    const cancelled = await call('POST', `/appointments/${confirmed.body.id}/cancel`, {});
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await slots()).toHaveLength(4);
  });

  it('releases a hold for its token alone', async () => {
    const [slot] = await slots();
    const { body } = await call('POST', '/slots/hold', { slotId: slot?.id });
    expect((await call('DELETE', `/holds/${body.id}`)).body.errors?.[0]?.field).toBe('X-Hold-Token');
    expect(await call('DELETE', `/holds/${body.id}`, undefined, { 'x-hold-token': 'guessed' })).toMatchObject({
      status: 403,
      body: { code: 'hold_not_yours' },
    });
    expect((await call('DELETE', `/holds/${body.id}`, undefined, { 'x-hold-token': body.holdToken })).status).toBe(204);
    expect((await call('DELETE', `/holds/${randomUUID()}`, undefined, { 'x-hold-token': 'x' })).status).toBe(404);
  });

  it('gives a repeated hold the same answer, its token made again', async () => {
    const slot = (await call('GET', '/slots?limit=1')).body.items[0];
    const headers = { 'idempotency-key': randomUUID() };
    const first = await call('POST', '/slots/hold', { slotId: slot?.id }, headers);
    const again = await call('POST', '/slots/hold', { slotId: slot?.id }, headers);
    expect(first.status).toBe(201);
    expect(again).toEqual({ ...first, replayed: 'true' });
    expect((await call('POST', '/slots/hold', { slotId: slot?.id })).body.code).toBe('slot_taken');
  });

  it('gives two hundred bookers of one slot one 201 and otherwise 409 with other times', async () => {
    const [slot] = await slots();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => call('POST', '/appointments', { slotId: slot?.id, patientId })),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status !== 201);
    for (const { status, body } of refused) {
      expect([status, body.code, body.alternatives.length]).toEqual([409, 'slot_taken', 3]);
    }
  });

  it('registers and finds patients', async () => {
    const made = await call('POST', '/patients', {
      name: 'Nina Petrova',
      dateOfBirth: '1990-05-05',
      phone: '+12125550177',
      language: 'en',
    });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Nina Petrova', dateOfBirth: '1990-05-05', phone: '+12125550177' },
    });
    expect((await call('GET', `/patients/${made.body.id}`)).body).toEqual(made.body);
    expect((await call('GET', '/patients?phone=%2B12125550177')).body.items).toEqual([made.body]);
    const first = await call('GET', '/patients?limit=1');
    const second = await call('GET', `/patients?limit=1&cursor=${first.body.nextCursor ?? ''}`);
    expect([...first.body.items, ...second.body.items].map((one) => one['name'])).toEqual([
      'Nina Petrova',
      'Peter Lang',
    ]);
    expect(second.body.nextCursor).toBeNull();
  });

  it('books for particulars: a known patient is matched, somebody new is registered', async () => {
    const [one, two] = await slots();
    const peter = { name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12125550199' };
    const known = await call('POST', '/appointments', { slotId: one?.id, patient: peter });
    expect(known.body['patient']).toEqual({ id: patientId, name: 'Peter Lang' });
    const fresh = await call('POST', '/appointments', { slotId: two?.id, patient: { ...peter, name: 'Mary Smith' } });
    expect(fresh).toMatchObject({ status: 201, body: { patient: { name: 'Mary Smith' } } });
  });

  it('lists doctors, specialties and visit types', async () => {
    expect((await call('GET', '/doctors?name=adler')).body.items).toMatchObject([
      { name: 'Ruth Adler', specialty: 'Cardiology' },
    ]);
    expect((await call('GET', '/specialties')).body.items).toMatchObject([{ name: 'Cardiology' }]);
    expect((await call('GET', '/visit-types')).body.items).toMatchObject([{ name: 'Follow-up', minutes: 20 }]);
  });

  it.each<[string, string, unknown, number, string, string]>([
    ['POST', '/slots/hold', { slotId: 'x' }, 400, 'validation_failed', 'slotId'],
    ['POST', '/slots/hold', { slotId: randomUUID(), colour: 'red' }, 400, 'validation_failed', 'colour'],
    ['POST', '/slots/hold', { slotId: randomUUID() }, 404, 'not_found', ''],
    ['POST', '/slots/hold', { slotId: randomUUID(), visitType: 'Magic' }, 400, 'validation_failed', 'visitType'],
    ['POST', '/appointments', { slotId: randomUUID() }, 400, 'validation_failed', 'patientId'],
    [
      'POST',
      '/appointments',
      { slotId: randomUUID(), patient: { name: 'X', dateOfBirth: '1990-05-05' } },
      400,
      'validation_failed',
      'patient.name',
    ],
    [
      'POST',
      '/appointments',
      { slotId: randomUUID(), patient: { name: 'Mary Smith', dateOfBirth: '1990-02-30' } },
      400,
      'validation_failed',
      'patient.dateOfBirth',
    ],
    [
      'POST',
      '/appointments/confirm',
      { holdId: randomUUID(), holdToken: 'x', patientId: randomUUID() },
      404,
      'not_found',
      '',
    ],
    ['POST', `/appointments/${randomUUID()}/reschedule`, {}, 400, 'validation_failed', 'slotId'],
    ['POST', `/appointments/${randomUUID()}/reschedule`, { slotId: randomUUID() }, 404, 'not_found', ''],
    ['POST', `/appointments/${randomUUID()}/cancel`, undefined, 404, 'not_found', ''],
    [
      'POST',
      '/patients',
      { name: 'Mary Smith', dateOfBirth: '1990-05-05', phone: '5550123' },
      400,
      'validation_failed',
      'phone',
    ],
    ['POST', '/patients', { name: 'Mary Smith', dateOfBirth: '2999-05-05' }, 400, 'validation_failed', 'dateOfBirth'],
    ['GET', '/slots?from=tomorrow', undefined, 400, 'validation_failed', 'from'],
    ['GET', '/slots?from=2027-05-04T14:30:00', undefined, 400, 'validation_failed', 'from'],
    ['GET', `/slots?doctorId=${randomUUID()}`, undefined, 400, 'validation_failed', 'doctorId'],
    ['GET', '/slots?specialty=Magic', undefined, 400, 'validation_failed', 'specialty'],
    ['GET', '/slots?limit=0', undefined, 400, 'validation_failed', 'limit'],
    ['GET', '/slots?cursor=e30', undefined, 400, 'validation_failed', 'cursor'],
    ['GET', '/appointments?status=lost', undefined, 400, 'validation_failed', 'status'],
    ['GET', `/appointments/${randomUUID()}`, undefined, 404, 'not_found', ''],
    [
      'POST',
      '/import',
      { doctors: [{ name: 'Omar Haddad', specialty: 'Skin', free: ['2027-05-04T10:00', 'soon'] }] },
      400,
      'validation_failed',
      'doctors[0].free[1]',
    ],
    ['POST', '/import', { phone: '+12125579999' }, 403, 'forbidden', ''],
  ])('%s %s %j is %i %s', async (method, path, body, status, code, field) => {
    const answer = await call(method, path, body);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.body.errors?.[0]?.field ?? '').toBe(field);
  });

  it('offers no time that has passed', async () => {
    const past = await call('POST', '/import', {
      doctors: [{ name: 'Omar Haddad', specialty: 'Skin', free: ['2020-05-04T10:00'] }],
    });
    expect(past.status).toBe(201);
    const found = await call('GET', '/slots?specialty=Skin&from=2020-01-01T00:00:00Z');
    expect(found.body.items).toEqual([]);
    const all = await call('GET', '/slots?specialty=Skin');
    expect(all.body.items).toEqual([]);
  });

  it('shows another clinic nothing, by any id', async () => {
    const [slot] = await slots();
    const { body: booked } = await call('POST', '/appointments', { slotId: slot?.id, patientId });
    const held = await call('POST', '/slots/hold', { slotId: (await slots())[0]?.id });
    clinic = await RestClinic.of(product);
    const statuses = await Promise.all([
      call('GET', `/appointments/${booked.id}`),
      call('POST', `/appointments/${booked.id}/cancel`, {}),
      call('POST', `/appointments/${booked.id}/reschedule`, { slotId: slot?.id }),
      call('GET', `/patients/${patientId}`),
      call('POST', '/slots/hold', { slotId: slot?.id }),
      call('POST', '/appointments', { slotId: slot?.id, patientId }),
      call('POST', '/appointments/confirm', { holdId: held.body.id, holdToken: held.body.holdToken, patientId }),
      call('DELETE', `/holds/${held.body.id}`, undefined, { 'x-hold-token': held.body.holdToken }),
    ]);
    expect(statuses.map((answer) => answer.status)).toEqual(statuses.map(() => 404));
    expect((await call('GET', '/appointments')).body.items).toEqual([]);
    expect((await call('GET', '/slots')).body.items).toEqual([]);
  });
});
