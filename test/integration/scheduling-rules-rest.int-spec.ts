import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { day, faults, on, RulesClinic } from '../support/rules-clinic';

let product: Product;
let clinic: RulesClinic;
let doctorId: string;
let otherId: string;

beforeAll(async () => {
  product = await startProduct({ CLINICALL_ROLES: 'web', RATE_LIMIT_PER_TOKEN: '100000' });
});
afterAll(() => product.stop());
beforeEach(async () => {
  clinic = await RulesClinic.of(product);
  ({ doctorId, otherId } = clinic);
});

const call: RulesClinic['call'] = (...request) => clinic.call(...request);
const session: RulesClinic['session'] = (more) => clinic.session(more);
const extra: RulesClinic['extra'] = (more) => clinic.extra(more);
const walls: RulesClinic['walls'] = (id) => clinic.walls(id);

describe('schedules over REST', () => {
  it('makes slots with a session, follows every change of it, and ends them with it', async () => {
    const made = await call('POST', '/schedules', session({ visitTypes: ['follow-up'] }));
    expect(made.status).toBe(201);
    expect(made.etag).toBe('"1"');
    expect(made.body).toEqual({
      id: expect.any(String),
      version: 1,
      doctor: { id: doctorId, name: 'Ruth Adler' },
      specialty: 'Cardiology',
      weekday: day.dayOfWeek,
      fromTime: '09:00',
      toTime: '11:00',
      startsOn: '2026-01-01',
      endsOn: null,
      slotMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      capacity: 1,
      visitTypes: [{ id: expect.any(String), name: 'Follow-up' }],
      location: null,
      room: null,
    });
    expect(await walls()).toEqual(['09:00', '09:30', '10:00', '10:30']);
    const path = `/schedules/${made.body.id}`;
    const changed = await call('PATCH', path, { toTime: '10:00', bufferAfterMinutes: 5 }, { 'if-match': '"1"' });
    expect([changed.status, changed.etag, changed.body['toTime']]).toEqual([200, '"2"', '10:00']);
    expect(await walls()).toEqual(['09:00']);
    const stale = await call('PATCH', path, { toTime: '12:00' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition_failed']);
    expect((await call('DELETE', path, undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect(await walls()).toEqual(['09:00']);
    expect((await call('DELETE', path, undefined, { 'if-match': '"2"' })).status).toBe(204);
    expect(await walls()).toEqual([]);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('pages through sessions and exceptions without a gap or a repeat', async () => {
    for (let weekday = 1; weekday <= 7; weekday++) await call('POST', '/schedules', session({ weekday }));
    for (const more of [
      {},
      { fromTime: '20:00', toTime: '21:00' },
      { kind: 'leave', fromTime: '09:00', toTime: '10:00', slotMinutes: undefined },
    ]) {
      expect((await call('POST', '/schedule-exceptions', extra(more))).status).toBe(201);
    }
    for (const [list, count] of [
      ['/schedules', 7],
      ['/schedule-exceptions', 3],
    ] as const) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await call('GET', `${list}?limit=2${cursor}`);
        seen.push(...page.body.items.map((item) => item.id));
        cursor = page.body.nextCursor === null ? 'end' : `&cursor=${page.body.nextCursor}`;
      } while (cursor !== 'end');
      expect([seen.length, new Set(seen).size]).toEqual([count, count]);
    }
    expect((await call('GET', `/schedules?doctorId=${otherId}`)).body.items).toEqual([]);
  });

  it('closes, overrides and adds single days', async () => {
    await call('POST', '/schedules', session());
    const holiday = await call('POST', '/schedule-exceptions', {
      kind: 'holiday',
      startsOn: on,
      reason: 'Founders’ day',
    });
    expect(holiday.body).toMatchObject({ kind: 'holiday', startsOn: on, endsOn: on, doctor: null, fromTime: null });
    expect(await walls()).toEqual([]);
    expect((await call('POST', '/schedule-exceptions', extra())).status).toBe(201);
    expect(await walls()).toEqual(['18:00', '18:30']);
    const moved = await call('PATCH', `/schedule-exceptions/${holiday.body.id}`, {
      startsOn: '2027-12-25',
      endsOn: '2027-12-26',
    });
    expect([moved.status, moved.etag]).toEqual([200, '"2"']);
    expect(await walls()).toEqual(['09:00', '09:30', '10:00', '10:30', '18:00', '18:30']);
    await call('POST', '/schedule-exceptions', extra({ kind: 'override', fromTime: '13:00', toTime: '13:30' }));
    expect(await walls()).toEqual(['13:00', '18:00', '18:30']);
  });

  it('gives a room to one doctor at a time', async () => {
    const location = await call('POST', '/locations', { name: 'Main building', address: '1 Mill Street' });
    expect([location.status, location.etag]).toEqual([201, '"1"']);
    const room = await call('POST', '/rooms', { locationId: location.body.id, name: 'R1' });
    expect(room.body).toMatchObject({ name: 'R1', location: { name: 'Main building' }, active: true });
    const roomId = room.body.id;
    expect((await call('POST', '/schedules', session({ roomId }))).body).toMatchObject({
      room: { name: 'R1' },
      location: { name: 'Main building' },
    });
    const clash = await call(
      'POST',
      '/schedules',
      session({ doctorId: otherId, roomId, fromTime: '10:00', toTime: '12:00' }),
    );
    expect(faults(clash)).toEqual([409, 'conflict', ['roomId']]);
    // Of another table, so that only the slots' own constraint can see it.
    const oneDay = await call(
      'POST',
      '/schedule-exceptions',
      extra({ doctorId: otherId, roomId, fromTime: '10:00', toTime: '12:00' }),
    );
    expect(faults(oneDay)).toEqual([409, 'conflict', ['roomId']]);
    expect(oneDay.body.errors?.[0]?.message).toContain(`${on}T10:00`);
    expect(await walls(otherId)).toEqual([]);
    expect((await call('GET', '/schedule-exceptions')).body.items).toEqual([]);
    expect(
      (await call('POST', '/schedules', session({ doctorId: otherId, roomId, fromTime: '11:00', toTime: '12:00' })))
        .status,
    ).toBe(201);
    expect(faults(await call('PATCH', `/rooms/${roomId}`, { active: false }))).toEqual([409, 'conflict', ['active']]);
    expect(faults(await call('POST', '/rooms', { locationId: location.body.id, name: 'R1' }))).toEqual([
      409,
      'conflict',
      ['name'],
    ]);
    expect((await call('PATCH', `/rooms/${roomId}`, { name: 'R2' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await call('GET', `/rooms?locationId=${location.body.id}`)).body.items).toHaveLength(1);
    expect((await call('GET', '/locations')).body.items).toMatchObject([{ name: 'Main building' }]);
  });

  it('knows a clinic’s own rules only', async () => {
    const made = await call('POST', '/schedules', session());
    clinic = await RulesClinic.of(product);
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', { toTime: '12:00' }],
      ['DELETE', undefined],
    ] as const) {
      expect((await call(method, `/schedules/${made.body.id}`, body)).status).toBe(404);
    }
  });

  it('takes doctors and visit types in, changes them, and lets a doctor go', async () => {
    const made = await call('POST', '/doctors', {
      name: 'Anna Kim',
      specialty: 'Dermatology',
      languages: ['en', 'ko'],
      visitTypes: [{ visitType: 'Procedure', minutes: 90 }, { visitType: 'Follow-up' }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      specialty: 'Dermatology',
      active: true,
      version: 1,
      visitTypes: [
        { name: 'Follow-up', minutes: 20 },
        { name: 'Procedure', minutes: 90 },
      ],
    });
    const path = `/doctors/${made.body.id}`;
    await call('POST', '/schedules', session({ doctorId: made.body.id }));
    expect(await walls(made.body.id)).toHaveLength(4);
    expect((await call('PATCH', path, { active: false }, { 'if-match': '"9"' })).status).toBe(412);
    const gone = await call('PATCH', path, { active: false, visitTypes: null }, { 'if-match': '"1"' });
    expect(gone.body).toMatchObject({ active: false, version: 2, visitTypes: null });
    expect((await call('GET', `/slots?doctorId=${made.body.id}`)).body.items).toEqual([]);
    expect((await call('GET', '/doctors?specialty=Dermatology')).body.items).toEqual([]);
    expect(faults(await call('POST', '/schedules', session({ doctorId: made.body.id, weekday: 2 })))).toEqual([
      400,
      'validation_failed',
      ['doctorId'],
    ]);
    const type = await call('POST', '/visit-types', { name: 'New patient', minutes: 40 });
    const changed = await call('PATCH', `/visit-types/${type.body.id}`, { minutes: 45, active: false });
    expect([changed.etag, changed.body]).toMatchObject(['"2"', { minutes: 45, active: false }]);
    expect((await call('GET', '/visit-types')).body.items.map((item) => item['name'])).toEqual([
      'Follow-up',
      'Procedure',
    ]);
  });
});
