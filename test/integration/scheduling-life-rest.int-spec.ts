import { randomUUID } from 'node:crypto';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { RestClinic, wallTime } from '../support/rest-clinic';
import type { Body } from '../support/rest-clinic';

let product: Product;
let clinic: RestClinic;
let patientId: string;
let otherId: string;
let slots: readonly Body[];

beforeAll(async () => {
  product = await startProduct({
    CLINICALL_ROLES: 'web',
    RATE_LIMIT_PER_TOKEN: '100000',
    ADMIN_EMAIL: 'ruth@harbor.example',
    ADMIN_PASSWORD: 'a long password of the first administrator',
  });
});
afterAll(() => product.stop());

beforeEach(async () => {
  clinic = await RestClinic.of(product, {
    visitTypes: [{ name: 'Procedure', minutes: 60 }],
    free: [3, 10, 17].flatMap((days) => ['09:00', '09:30', '10:00', '11:00'].map((time) => wallTime(days, time))),
    patients: [
      { name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12125550199' },
      { name: 'Olga Marin', dateOfBirth: '1980-01-01', phone: '+12125550111' },
    ],
  });
  [patientId, otherId] = clinic.patientIds as [string, string];
  slots = await clinic.slots();
});

const call: RestClinic['call'] = (...request) => clinic.call(...request);
const book = (slot: Body | undefined, who = patientId, more: object = {}) =>
  call('POST', '/appointments', { slotId: slot?.id, patientId: who, ...more });

describe('REST of a booking’s life', () => {
  it('gives ETags, refuses stale ones with 412, and takes the right one', async () => {
    const { body, etag } = await book(slots[0]);
    expect(etag).toBe('"1"');
    expect((await call('GET', `/appointments/${body.id}`)).etag).toBe('"1"');
    const move = (tag: string) =>
      call('POST', `/appointments/${body.id}/reschedule`, { slotId: slots[1]?.id }, { 'if-match': tag });
    expect(await move('"7"')).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });
    expect(await move('7')).toMatchObject({ status: 400, body: { errors: [{ field: 'If-Match' }] } });
    expect(await move('"1"')).toMatchObject({ status: 200, etag: '"2"', body: { slotId: slots[1]?.id, version: 2 } });
    const cancel = (tag: string) =>
      call('POST', `/appointments/${body.id}/cancel`, { code: 'pat-lt', reason: 'no bus' }, { 'if-match': tag });
    expect((await cancel('"1"')).status).toBe(412);
    expect(await cancel('"2"')).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancellation: { code: 'pat-lt', reason: 'no bus', late: false } },
    });
    expect((await call('GET', '/appointments?lateCancel=false')).body.items).toHaveLength(1);
    expect((await call('GET', '/appointments?lateCancel=true')).body.items).toEqual([]);
  });

  it('extends a hold once, for its token', async () => {
    const { body } = await call('POST', '/slots/hold', { slotId: slots[0]?.id });
    const extend = (token: string) => call('POST', `/holds/${body.id}/extend`, undefined, { 'x-hold-token': token });
    expect(await extend('guessed')).toMatchObject({ status: 403, body: { code: 'hold_not_yours' } });
    expect(await extend(body.holdToken)).toMatchObject({ status: 200, body: { id: body.id } });
    expect(await extend(body.holdToken)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('books a long visit over its slots, and not where they are not in a row', async () => {
    const { status, body } = await book(slots[0], patientId, { visitType: 'Procedure' });
    expect(status).toBe(201);
    expect(Date.parse(String(body['endsAt'])) - Date.parse(body.startsAt)).toBe(3_600_000);
    expect(await book(slots[2], otherId, { visitType: 'Procedure' })).toMatchObject({
      status: 409,
      body: { code: 'slot_taken' },
    });
  });

  it('says outcomes only when they can be, and lists what waits for one', async () => {
    const { body } = await book(slots[0]);
    for (const [change, code] of [
      ['arrive', 'conflict'],
      ['fulfil', 'conflict'],
      ['no-show', 'conflict'],
    ] as const) {
      expect(await call('POST', `/appointments/${body.id}/${change}`)).toMatchObject({ status: 409, body: { code } });
    }
    expect(await call('POST', `/appointments/${randomUUID()}/arrive`)).toMatchObject({ status: 404 });
    const list = await call('GET', '/appointments/without-outcome?limit=5');
    expect(list).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
  });

  it('books a series whole, or names each visit that cannot be', async () => {
    const every = { unit: 'weeks', interval: 1 };
    const made = await call('POST', '/appointments/series', { patientId, slotId: slots[0]?.id, every, count: 3 });
    expect(made.status).toBe(201);
    expect(made.body.items).toHaveLength(3);
    const again = await call('POST', '/appointments/series', {
      patientId: otherId,
      slotId: slots[1]?.id,
      every,
      count: 4,
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'conflict', conflicts: [{ index: 3, reason: 'not_free' }] },
    });
    const listed = await call('GET', `/appointments?seriesId=${String(made.body['seriesId'])}`);
    expect(listed.body.items).toHaveLength(3);
    const cancelled = await call('POST', `/appointments/series/${String(made.body['seriesId'])}/cancel`, {});
    expect(cancelled.body.items).toHaveLength(3);
    expect((await call('POST', `/appointments/series/${randomUUID()}/cancel`, {})).status).toBe(404);
  });

  it('lets no API key overbook, and blocks and unblocks times', async () => {
    const slotId = slots[0]?.id;
    expect(
      await call('POST', '/appointments/overbook', { slotId, patientId, overbookReason: 'because' }),
    ).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await book(slots[1]);
    const both = [slotId, slots[1]?.id];
    expect(await call('POST', '/slots/block', { slotIds: both })).toMatchObject({
      status: 409,
      body: { conflicts: [{ slotId: slots[1]?.id, reason: 'slot_taken' }] },
    });
    expect(await call('POST', '/slots/block', { slotIds: [slotId], reason: 'broken lamp' })).toMatchObject({
      status: 200,
      body: { slotIds: [slotId] },
    });
    expect((await book(slots[0], otherId)).body.code).toBe('slot_taken');
    expect((await call('POST', '/slots/unblock', { slotIds: [slotId] })).body['slotIds']).toEqual([slotId]);
    expect((await book(slots[0], otherId)).status).toBe(201);
  });

  it('keeps a waitlist', async () => {
    const wish = { patientId, specialty: 'Cardiology', weekdays: [1, 3], dailyTo: '12:00', priority: 2 };
    const joined = await call('POST', '/waitlist', wish);
    expect(joined).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { status: 'waiting', patient: { id: patientId }, weekdays: [1, 3], dailyTo: '12:00', offers: [] },
    });
    expect((await call('POST', '/waitlist', wish)).body.id).toBe(joined.body.id);
    await call('POST', '/waitlist', { patientId: otherId, specialty: 'Cardiology' });
    const first = await call('GET', '/waitlist?limit=1&status=waiting');
    const second = await call('GET', `/waitlist?limit=1&status=waiting&cursor=${first.body.nextCursor ?? ''}`);
    expect([first, second].map(({ body }) => body.items.map((one) => (one['patient'] as Body).id))).toEqual([
      [patientId],
      [otherId],
    ]);
    expect(second.body.nextCursor).toBeNull();
    const path = `/waitlist/${joined.body.id}`;
    expect(await call('POST', `${path}/accept`)).toMatchObject({ status: 409, body: { code: 'hold_expired' } });
    expect(await call('POST', `${path}/decline`)).toMatchObject({ status: 200, body: { status: 'waiting' } });
    expect((await call('DELETE', path, undefined, { 'if-match': '"9"' })).status).toBe(412);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).body['status']).toBe('cancelled');
  });

  it('corrects, matches, merges and unmerges patients, and names who may act for them', async () => {
    const patch = (body: object, tag?: string) =>
      call('PATCH', `/patients/${patientId}`, body, tag === undefined ? {} : { 'if-match': tag });
    expect((await patch({ language: 'es' }, '"4"')).status).toBe(412);
    expect(await patch({ language: 'es', contactConsent: false }, '"1"')).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { language: 'es', contactConsent: false, name: 'Peter Lang' },
    });
    const said = { name: 'Peter Lange', dateOfBirth: '1970-02-01', phone: '+12125550199' };
    expect((await call('POST', '/patients/match', said)).body).toMatchObject({
      verdict: 'one',
      candidates: [{ patient: { id: patientId } }],
    });
    const twin = await call('POST', '/patients', said);
    expect((await call('POST', '/patients/match', said)).body['verdict']).toBe('several');
    const merge = await call('POST', `/patients/${twin.body.id}/merge`, { intoId: patientId });
    expect(merge).toMatchObject({ status: 200, body: { sourceId: twin.body.id, targetId: patientId } });
    expect((await book(slots[0], twin.body.id)).body['patient']).toMatchObject({ id: patientId });
    expect((await call('POST', `/patients/merges/${merge.body.id}/undo`)).body['undoneAt']).not.toBeNull();
    expect((await call('GET', `/patients/${patientId}/merges`)).body.items).toHaveLength(1);
    const proxy = { name: 'Maria Lang', relation: 'spouse', phone: '+12125550144', mayAct: true };
    const named = await call('POST', `/patients/${patientId}/proxies`, proxy);
    expect(named).toMatchObject({ status: 201, body: { ...proxy, validUntil: null } });
    expect((await call('GET', `/patients/${patientId}/proxies`)).body.items).toHaveLength(1);
    expect((await call('DELETE', `/patients/${patientId}/proxies/${named.body.id}`)).status).toBe(204);
  });

  it.each([
    ['POST', '/appointments/series', { slotId: 'S', count: 3 }, 'visits'],
    ['POST', '/appointments/series', { slotId: 'S', every: { unit: 'days', interval: 1 }, count: 3 }, 'every.unit'],
    [
      'POST',
      '/appointments/series',
      { slotId: 'S', every: { unit: 'weeks', interval: 0 }, count: 3 },
      'every.interval',
    ],
    ['POST', '/appointments/series', { visits: [{ slotId: 'S' }] }, 'visits'],
    ['POST', '/slots/block', { slotIds: [] }, 'slotIds'],
    ['POST', '/slots/block', { slotIds: ['no'] }, 'slotIds'],
    ['POST', '/waitlist', { specialty: 'Magic' }, 'specialty'],
    ['POST', '/waitlist', { specialty: 'Cardiology', weekdays: [8] }, 'weekdays'],
    ['POST', '/waitlist', { specialty: 'Cardiology', dailyFrom: '12:00', dailyTo: '09:00' }, 'dailyTo'],
    ['POST', '/waitlist', { specialty: 'Cardiology', from: 'soon' }, 'from'],
    ['POST', '/waitlist', { specialty: 'Cardiology', urgent: true }, 'urgent'],
    ['PATCH', '/patients/P', { phones: ['5550123'] }, 'phones'],
    ['PATCH', '/patients/P', { dateOfBirth: '1990-02-30' }, 'dateOfBirth'],
    ['PATCH', '/patients/P', { nickname: 'Pete' }, 'nickname'],
    ['POST', '/patients/P/proxies', { name: 'Maria Lang', relation: 'friend' }, 'relation'],
    ['POST', '/patients/P/proxies', { name: 'Maria Lang', relation: 'spouse', validUntil: '2027-02-30' }, 'validUntil'],
    ['POST', '/patients/P/merge', { intoId: 'P' }, 'intoId'],
    ['GET', '/appointments/without-outcome?cursor=e30', undefined, 'cursor'],
  ])('%s %s %j names %s', async (method, path, body, field) => {
    const text = body === undefined ? undefined : JSON.stringify(body).replace('"S"', `"${slots[0]?.id ?? ''}"`);
    const filled =
      text === undefined ? undefined : (JSON.parse(text.replace('"P"', `"${patientId}"`)) as Record<string, unknown>);
    const whole =
      path.startsWith('/waitlist') || path.startsWith('/appointments/series') ? { patientId, ...filled } : filled;
    const answer = await call(method, path.replace('/P', `/${patientId}`), whole);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(answer.body.errors?.map((one) => one.field).join(' ')).toContain(field);
  });
});
