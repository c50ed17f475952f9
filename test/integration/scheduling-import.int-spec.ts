import { ImportService, SlotsService, WaitlistService } from '@clinicall/scheduling';
import type { ImportAnswer } from '@clinicall/scheduling';
import { startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let imports: ImportService;
let numbers = 0;

beforeAll(async () => {
  world = await startSchedulingWorld();
  imports = world.get(ImportService);
});
afterAll(() => world.close());

const operator = { makeClinics: true };

function harbor(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    clinic: 'Harbor Clinic',
    phone: `+1212556${String(1000 + numbers++)}`,
    country: 'US',
    timezone: 'America/New_York',
    hours: 'Monday to Friday 08:00 to 18:00',
    slotMinutes: 30,
    doctors: [
      { name: 'Ruth Adler', specialty: 'Cardiology', free: ['2027-05-04T14:30', '2027-05-04T15:00'] },
      { name: 'Omar Haddad', specialty: 'Dermatology', free: [] },
    ],
    patients: [{ name: 'Peter Lang', dob: '1970-02-01', phone: '+12125550199' }],
    appointments: [{ doctor: 'Omar Haddad', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
    settings: {},
    faq: [{ question: 'Where can I park?', answer: 'Behind the house.' }],
    ...changes,
  };
}

const slotsOf = (answer: ImportAnswer, search = {}) =>
  world.inside(answer.clinicId, () =>
    world.get(SlotsService).find({ from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z', ...search }),
  );

async function faultsOf(changes: Record<string, unknown>): Promise<string[]> {
  const given = harbor(changes);
  const fault: unknown = await imports.importWorld(given, operator).then(
    () => undefined,
    (error: unknown) => error,
  );
  const { extra, code } = fault as { code: string; extra: { errors: { field: string; message: string }[] } };
  expect(code).toBe('validation_failed');
  return extra.errors.map((error) => `${error.field} ${error.message}`);
}

describe('an imported world', () => {
  it('is a clinic with slots at exactly its times, and nobody else’s', async () => {
    const given = harbor();
    const answer = await imports.importWorld(given, operator);
    expect(answer).toMatchObject({
      phone: given['phone'],
      doctors: [{ name: 'Ruth Adler' }, { name: 'Omar Haddad' }],
      patients: [{ name: 'Peter Lang' }],
    });
    expect(answer.apiKey?.key).toMatch(/^ck_/);
    const { items } = await slotsOf(answer);
    expect(items.map((item) => [item.doctor.name, item.specialty, item.startsAt, item.endsAt])).toEqual([
      ['Ruth Adler', 'Cardiology', '2027-05-04T14:30:00-04:00', '2027-05-04T15:00:00-04:00'],
      ['Ruth Adler', 'Cardiology', '2027-05-04T15:00:00-04:00', '2027-05-04T15:30:00-04:00'],
    ]);
    const booked = await slotsOf(answer, { status: 'booked' });
    expect(booked.items).toMatchObject([{ doctor: { name: 'Omar Haddad' }, startsAt: '2027-05-10T09:00:00-04:00' }]);
    const rows = await world.rows(
      answer.clinicId,
      `SELECT a.status, p.name FROM appointments a JOIN patients p ON p.id = a.patient_id`,
    );
    expect(rows).toEqual([{ status: 'booked', name: 'Peter Lang' }]);
  });

  it('tells nobody of what it books', async () => {
    const answer = await imports.importWorld(harbor(), operator);
    expect(await world.rows(answer.clinicId, `SELECT type FROM outbox`)).toEqual([]);
  });

  it('takes the length of a time from the world, the doctor, or how close the times stand', async () => {
    const lengths = async (changes: Record<string, unknown>) =>
      (await slotsOf(await imports.importWorld(harbor(changes), operator))).items.map(
        (item) => (Date.parse(item.endsAt) - Date.parse(item.startsAt)) / 60_000,
      );
    const free = ['2027-05-04T14:30', '2027-05-04T14:50'];
    const ruth = { name: 'Ruth Adler', specialty: 'Cardiology', free };
    const without = { slotMinutes: undefined, appointments: [] };
    expect(await lengths({ ...without, doctors: [ruth] })).toEqual([20, 20]);
    expect(await lengths({ ...without, doctors: [{ ...ruth, slotMinutes: 10 }] })).toEqual([10, 10]);
    expect(await lengths({ ...without, slotMinutes: 15, doctors: [ruth] })).toEqual([15, 15]);
  });

  it('adds to the own clinic by its phone or none, uses who is there, and gives no new key', async () => {
    const first = await imports.importWorld(harbor(), operator);
    const more = {
      phone: first.phone,
      doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free: ['2027-05-05T09:00'] }],
      patients: [{ name: 'peter  lang', dob: '1970-02-01' }],
    };
    const actor = { kind: 'api_key', id: 'a-key' } as const;
    const second = await world.inside(first.clinicId, () => imports.importWorld(more, { makeClinics: false }), actor);
    expect(second).toMatchObject({ clinicId: first.clinicId, apiKey: null });
    expect(second.doctors[0]?.id).toBe(first.doctors[0]?.id);
    expect(second.patients[0]?.id).toBe(first.patients[0]?.id);
    expect((await slotsOf(first)).items).toHaveLength(3);
    const again = world.inside(first.clinicId, () => imports.importWorld(more, { makeClinics: false }));
    await expect(again).rejects.toMatchObject({ extra: { errors: [{ field: 'doctors[0].free[0]' }] } });
  });

  it('makes a clinic for the operator alone, and never in another clinic', async () => {
    const first = await imports.importWorld(harbor(), operator);
    const second = await imports.importWorld(harbor(), operator);
    const from = (clinicId: string, given: Record<string, unknown>) =>
      world.inside(clinicId, () => imports.importWorld(given, { makeClinics: false }));
    await expect(from(first.clinicId, harbor())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(from(first.clinicId, harbor({ phone: second.phone }))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(imports.importWorld(harbor({ phone: first.phone }), operator)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('is refused with every wrong field named, and nothing of it is written', async () => {
    const ruth = (free: string[]) => ({
      doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free }],
      appointments: [],
    });
    const before = await world.rows(await world.clinic(), 'SELECT count(*) FROM directory.phone_routes');
    expect(await faultsOf(ruth(['2027-05-04T14:30', 'soon']))).toEqual([
      expect.stringMatching(/^doctors\[0\]\.free\[1\] must be a time/),
    ]);
    expect(await faultsOf(ruth(['2027-03-14T02:30']))).toEqual([
      expect.stringMatching(/^doctors\[0\]\.free\[0\] does not exist in America\/New_York/),
    ]);
    expect(await faultsOf(ruth(['2027-02-30T09:00']))).toEqual([
      expect.stringMatching(/^doctors\[0\]\.free\[0\] is not a moment/),
    ]);
    expect(await faultsOf(ruth(['2027-05-04T14:30', '2027-05-04T14:45']))).toEqual([
      expect.stringMatching(/^doctors\[0\]\.free\[1\] overlaps/),
    ]);
    expect(await faultsOf({ timezone: 'Mars/Olympus' })).toEqual([expect.stringMatching(/^timezone/)]);
    expect(await faultsOf({ nurses: [] })).toEqual(['nurses is not a field of a world']);
    expect(await faultsOf({ settings: { tone: 'warm' } })).toEqual([expect.stringMatching(/^settings\.tone/)]);
    expect(await faultsOf({ hours: 'sometimes' })).toEqual([expect.stringMatching(/^hours/)]);
    expect(await faultsOf({ patients: [{ name: 'Peter Lang', dob: '1970-13-01', phone: '5550199' }] })).toEqual([
      expect.stringMatching(/^patients\[0\]\.dob/),
      expect.stringMatching(/^patients\[0\]\.phone/),
    ]);
    expect(
      await faultsOf({ appointments: [{ doctor: 'Nobody', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }] }),
    ).toEqual([expect.stringMatching(/^appointments\[0\]\.doctor/)]);
    const twice = ['Ruth Adler', 'Omar Haddad'].map((doctor) => ({
      doctor,
      startsAt: '2027-05-10T09:00',
      patient: 'Peter Lang',
    }));
    expect(await faultsOf({ appointments: twice })).toEqual([
      expect.stringMatching(/^appointments\[1\] puts the patient in two places/),
    ]);
    expect(await world.rows(await world.clinic(), 'SELECT count(*) - 1 AS count FROM directory.phone_routes')).toEqual(
      before.map((row) => ({ count: (row as { count: string }).count })),
    );
  });

  it('goes in fast enough for hundreds in a run', async () => {
    const began = Date.now();
    for (let index = 0; index < 20; index++) await imports.importWorld(harbor(), operator);
    expect((Date.now() - began) / 20).toBeLessThan(500);
  });

  it('has a waitlist: the same wish twice is one entry', async () => {
    const { clinicId, patients } = await imports.importWorld(harbor(), operator);
    const wish = { patientId: patients[0]!.id, specialty: 'cardiology', dailyFrom: '13:00', source: 'sms' } as const;
    const join = (changes = {}) =>
      world.inside(clinicId, () => world.get(WaitlistService).join({ ...wish, ...changes }));
    const first = await join();
    expect(await join()).toBe(first);
    expect(await join({ dailyFrom: '08:00' })).not.toBe(first);
    await expect(join({ specialty: 'Magic' })).rejects.toMatchObject({ extra: { errors: [{ field: 'specialty' }] } });
  });
});
