import { Client } from 'pg';
import { BookingsService, SchedulingHealth } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

const TABLES = [
  'specialties',
  'doctors',
  'visit_types',
  'doctor_visit_types',
  'patients',
  'patient_phones',
  'schedules',
  'schedule_exceptions',
  'slots',
  'holds',
  'appointments',
  'waitlist_entries',
];

describe('clinics', () => {
  let world: SchedulingWorld;
  let owner: Client;
  let app: Client;
  let one: Roster;
  let two: Roster;

  beforeAll(async () => {
    world = await startSchedulingWorld();
    owner = new Client({ connectionString: world.ownerUrl });
    app = new Client({ connectionString: world.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    [one, two] = [await Roster.of(world), await Roster.of(world)];
    for (const roster of [one, two]) {
      const slotId = await roster.slot(await roster.doctor(), 60);
      const patientId = await roster.patient();
      await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    }
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await world.close();
  });

  it('are invisible to a query without a clinic', async () => {
    for (const table of TABLES) expect((await app.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
    expect((await owner.query('SELECT FROM appointments')).rowCount).toBe(2); // the rows are there: a superuser sees them
  });

  it('see their own rows alone, even when the query forgets them', async () => {
    const seen = await world.rows<{ clinic_id: string }>(one.clinicId, 'SELECT DISTINCT clinic_id FROM appointments');
    expect(seen).toEqual([{ clinic_id: one.clinicId }]);
  });

  it('cannot write into one another', async () => {
    const steal = world.rows(
      one.clinicId,
      `INSERT INTO specialties (clinic_id, id, name) VALUES ($1, gen_random_uuid(), 'Stolen')`,
      [two.clinicId],
    );
    await expect(steal).rejects.toMatchObject({ driverError: { code: '42501' } });
    await world.rows(one.clinicId, `UPDATE doctors SET name = 'Stolen'`);
    expect(await two.rows(`SELECT name FROM doctors WHERE clinic_id = $1`)).toEqual([{ name: 'Ruth Adler' }]);
  });

  it('are told apart by every table, and the catalogue check says when one is not', async () => {
    const health = world.get(SchedulingHealth);
    expect(await health.faults()).toEqual([]);
    await owner.query('ALTER TABLE holds NO FORCE ROW LEVEL SECURITY');
    await owner.query('ALTER TABLE slots DROP CONSTRAINT slots_no_overlap');
    expect(await health.faults()).toEqual(['holds is not closed to other clinics', 'slots_no_overlap is missing']);
  });
});
