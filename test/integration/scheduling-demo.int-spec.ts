import { ClinicsService } from '@clinicall/identity';
import {
  BookingsService,
  DEMO_PATIENT,
  DemoClinic,
  DoctorsService,
  PatientsService,
  SlotMaking,
  SlotsService,
} from '@clinicall/scheduling';
import { Temporal } from 'temporal-polyfill';
import { startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let clinicId: string;

beforeAll(async () => {
  world = await startSchedulingWorld();
  clinicId = (await world.get(DemoClinic).ensure()).clinicId;
});
afterAll(() => world.close());

const inside = <T>(work: () => Promise<T>) => world.inside(clinicId, work);
const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('America/New_York');
const tomorrow = () => Temporal.Now.zonedDateTimeISO('America/New_York').add({ days: 1 }).toPlainDate();

function afternoon(): { from: string; to: string } {
  const at = (hour: number) =>
    tomorrow().toZonedDateTime({ timeZone: 'America/New_York', plainTime: { hour } }).toInstant().toString();
  return { from: at(12), to: at(18) };
}

describe('the demo clinic', () => {
  it('has twelve doctors in eight specialties and eight weeks of slots', async () => {
    const doctors = await inside(() => world.get(DoctorsService).list());
    expect(doctors).toHaveLength(12);
    expect(new Set(doctors.map((doctor) => doctor.specialty)).size).toBe(8);
    const days = await world.rows<{ day: string }>(
      clinicId,
      `SELECT DISTINCT (starts_at AT TIME ZONE 'America/New_York')::date::text AS day FROM slots s
         JOIN specialties sp ON sp.clinic_id = s.clinic_id AND sp.id = s.specialty_id WHERE sp.name = 'Cardiology' ORDER BY 1`,
    );
    const first = tomorrow();
    for (let ahead = 0; ahead < 55; ahead++)
      expect(days).toContainEqual({ day: first.add({ days: ahead }).toString() });
  });

  it('made again is the same', async () => {
    const count = () =>
      world.rows(
        clinicId,
        'SELECT (SELECT count(*) FROM slots) AS slots, (SELECT count(*) FROM patients) AS patients, (SELECT count(*) FROM faq_entries) AS faq',
      );
    const before = await count();
    await world.get(DemoClinic).ensure();
    expect(await inside(() => world.get(SlotMaking).topUp())).toBe(0);
    expect(await count()).toEqual(before);
  });

  it('keeps two cardiology times free tomorrow afternoon, also when all were booked', async () => {
    const slots = world.get(SlotsService);
    const find = () => inside(() => slots.find({ specialty: 'cardiology', ...afternoon(), limit: 200 }));
    const free = await find();
    expect(free.items.length).toBeGreaterThanOrEqual(2);
    for (const item of free.items) expect(local(item.startsAt).hour).toBeGreaterThanOrEqual(12);
    for (const [index, item] of free.items.entries()) {
      const patient = await inside(() =>
        world.get(PatientsService).register({
          name: `Guest Number${'abcdefghijklmnopqrstuvwxyz'.charAt(index % 26).repeat(index + 1)}`,
          dateOfBirth: '1950-01-01',
        }),
      );
      const booked = await inside(() => world.get(BookingsService).book({ slotId: item.id, patientId: patient.id }));
      expect(booked.ok).toBe(true);
    }
    expect((await find()).items).toHaveLength(0);
    await world.get(DemoClinic).ensure();
    expect((await find()).items.length).toBeGreaterThanOrEqual(2);
  });

  it('knows the patient of the default number, and answers questions', async () => {
    const found = await inside(() => world.get(PatientsService).identify(DEMO_PATIENT));
    expect(found).toMatchObject({ ok: true, patient: { name: 'Jane Miller' } });
    const faq = await inside(() => world.get(ClinicsService).faq());
    expect(faq.filter((entry) => entry.language === 'en').length).toBeGreaterThanOrEqual(6);
  });
});
