import { randomUUID } from 'node:crypto';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { on, RulesClinic } from '../support/rules-clinic';

let product: Product;
let clinic: RulesClinic;

beforeAll(async () => {
  product = await startProduct({ CLINICALL_ROLES: 'web', RATE_LIMIT_PER_TOKEN: '100000' });
});
afterAll(() => product.stop());
beforeEach(async () => {
  clinic = await RulesClinic.of(product);
});

const call: RulesClinic['call'] = (...request) => clinic.call(...request);
const session: RulesClinic['session'] = (more) => clinic.session(more);
const extra: RulesClinic['extra'] = (more) => clinic.extra(more);

describe('a rule that cannot be', () => {
  it('is refused with its field and the rule it breaks, and nothing is written', async () => {
    await call('POST', '/schedules', session());
    const stranger = (await RulesClinic.of(product)).doctorId;
    const wrong: [string, unknown, number, string][] = [
      ['/schedules', session({ fromTime: '10:30', toTime: '12:00' }), 409, 'fromTime'],
      ['/schedules', session({ weekday: 8 }), 400, 'weekday'],
      ['/schedules', session({ slotMinutes: 0, fromTime: '12:00', toTime: '13:00' }), 400, 'slotMinutes'],
      ['/schedules', session({ slotMinutes: -30, fromTime: '12:00', toTime: '13:00' }), 400, 'slotMinutes'],
      ['/schedules', session({ slotMinutes: 90, fromTime: '12:00', toTime: '13:00' }), 400, 'slotMinutes'],
      ['/schedules', session({ fromTime: '14:00', toTime: '13:00' }), 400, 'toTime'],
      ['/schedules', session({ fromTime: '13:00', toTime: '13:00' }), 400, 'toTime'],
      ['/schedules', session({ fromTime: '25:00', toTime: '26:00' }), 400, 'fromTime'],
      ['/schedules', session({ startsOn: '2026-02-30' }), 400, 'startsOn'],
      ['/schedules', session({ startsOn: '2026-05-02', endsOn: '2026-05-01' }), 400, 'endsOn'],
      ['/schedules', session({ startsOn: '2088-01-01' }), 400, 'startsOn'],
      ['/schedules', session({ doctorId: randomUUID() }), 400, 'doctorId'],
      ['/schedules', session({ doctorId: stranger }), 400, 'doctorId'],
      ['/schedules', session({ fromTime: '12:00', toTime: '13:00', roomId: randomUUID() }), 400, 'roomId'],
      ['/schedules', session({ fromTime: '12:00', toTime: '13:00', locationId: randomUUID() }), 400, 'locationId'],
      [
        '/schedules',
        session({ fromTime: '12:00', toTime: '13:00', visitTypes: ['Follow-up', 'Magic'] }),
        400,
        'visitTypes[1]',
      ],
      ['/schedules', session({ fromTime: '12:00', toTime: '13:00', specialty: 'Magic' }), 400, 'specialty'],
      ['/schedules', session({ fromTime: '12:00', toTime: '13:00', capacity: 0 }), 400, 'capacity'],
      [
        '/schedules',
        session({ fromTime: '12:00', toTime: '13:00', bufferAfterMinutes: -1 }),
        400,
        'bufferAfterMinutes',
      ],
      ['/schedules', session({ colour: 'blue' }), 400, 'colour'],
      ['/schedule-exceptions', extra({ startsOn: '2027-03-14', fromTime: '02:30', toTime: '04:00' }), 400, 'fromTime'],
      ['/schedule-exceptions', extra({ kind: 'holiday', slotMinutes: undefined }), 400, 'doctorId'],
      ['/schedule-exceptions', extra({ kind: 'leave', doctorId: undefined, slotMinutes: undefined }), 400, 'doctorId'],
      ['/schedule-exceptions', extra({ kind: 'closed' }), 400, 'slotMinutes'],
      ['/schedule-exceptions', extra({ slotMinutes: undefined }), 400, 'slotMinutes'],
      ['/schedule-exceptions', extra({ toTime: undefined }), 400, 'toTime'],
      ['/schedule-exceptions', { kind: 'holiday', startsOn: '2027-01-01', endsOn: '2029-01-01' }, 400, 'endsOn'],
      ['/schedule-exceptions', { kind: 'party', startsOn: on }, 400, 'kind'],
      ['/rooms', { locationId: randomUUID(), name: 'R1' }, 400, 'locationId'],
      ['/locations', { name: '  ' }, 400, 'name'],
      ['/visit-types', { name: 'Check', minutes: 0 }, 400, 'minutes'],
      ['/visit-types', { name: 'Follow-up', minutes: 20 }, 409, 'name'],
      [
        '/doctors',
        { name: 'Anna Kim', specialty: 'Dermatology', visitTypes: [{ visitType: 'Magic' }] },
        400,
        'visitTypes[0].visitType',
      ],
      ['/doctors', { name: '<b>', specialty: 'Dermatology' }, 400, 'name'],
    ];
    const before = await clinic.everything();
    for (const [path, body, status, field] of wrong) {
      const answer = await call('POST', path, body);
      expect([path, JSON.stringify(body), answer.status, answer.body.errors?.[0]?.field]).toEqual([
        path,
        JSON.stringify(body),
        status,
        field,
      ]);
    }
    const gap = await call(
      'POST',
      '/schedule-exceptions',
      extra({ startsOn: '2027-03-14', fromTime: '02:30', toTime: '04:00' }),
    );
    expect(gap.body.errors?.[0]?.message).toBe(
      'does not exist at 02:30 on 2027-03-14: the clocks of America/New_York go from 02:00 to 03:00 that day',
    );
    expect(await clinic.everything()).toBe(before);
  });
});
