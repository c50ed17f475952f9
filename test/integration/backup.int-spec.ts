import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, schemaDrift } from '@clinicall/platform';
import { BookingsService, schedulingEntities, SchedulingHealth } from '@clinicall/scheduling';
import { backup } from '../../scripts/backup';
import { restore } from '../../scripts/restore';
import { createEmptyDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let roster: Roster;
let folder: string;
let file: string;
const spares: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clinicall-backup-'));
  file = join(folder, 'one.backup');
  world = await startSchedulingWorld();
  roster = await Roster.of(world);
});
afterAll(async () => {
  await world.close();
  for (const spare of spares) await spare.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function spare(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  spares.push(database);
  return database;
}

async function asked<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Visits whose slot does not know them, or that share a time: none, in any state a backup may hold. */
const TORN = `SELECT a.id FROM appointments a JOIN slots s USING (clinic_id) WHERE s.id = a.slot_id AND a.status = 'booked'
    AND (s.status <> 'booked' OR s.appointment_id <> a.id)
  UNION ALL SELECT s.id FROM slots s WHERE s.status = 'booked' AND NOT EXISTS (SELECT FROM appointments a
    WHERE a.clinic_id = s.clinic_id AND a.id = s.appointment_id AND a.slot_id = s.id AND a.status = 'booked')
  UNION ALL SELECT a.id FROM appointments a JOIN appointments b ON b.clinic_id = a.clinic_id AND b.id > a.id AND b.slot_id = a.slot_id
    AND a.status = 'booked' AND b.status = 'booked'`;

it('holds one instant of a clinic in use, and comes back whole', async () => {
  const bookings = world.get(BookingsService);
  const doctorId = await roster.doctor('Ruth "Tab\tand\nbreak" Adler');
  const slots: string[] = [];
  for (let index = 0; index < 120; index++) slots.push(await roster.slot(doctorId, 60 + index * 30));
  const patients = await Promise.all(
    Array.from({ length: 12 }, (_one, index) => roster.patient(`Ünal ${index} \\N`, `+120255530${10 + index}`)),
  );
  let booked = 0;
  let going = true;
  const using = async (): Promise<void> => {
    for (let index = 0; going && index < slots.length; index++) {
      const patientId = patients[index % patients.length] ?? '';
      const result = await roster.inside(() => bookings.book({ slotId: slots[index] ?? '', patientId }));
      if (result.ok) booked++;
    }
  };
  const use = using();
  while (booked < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  const manifest = await backup(world.ownerUrl, file);
  going = false;
  await use;

  expect(statSync(file).mode & 0o077).toBe(0);
  const empty = await spare();
  await restore(empty.url, file);
  const rows = (table: string) => manifest.tables.find((one) => one.table === table)?.rows;
  const [found] = await asked<{ appointments: string; events: string }>(
    empty.url,
    'SELECT (SELECT count(*) FROM appointments) AS appointments, (SELECT count(*) FROM outbox) AS events',
  );
  expect(Number(found?.appointments)).toBe(rows('appointments'));
  expect(Number(found?.appointments)).toBeGreaterThanOrEqual(10);
  // Each booking of that instant has its event: the copy tore none in two.
  expect(Number(found?.events)).toBe(rows('appointments'));
  expect(await asked(empty.url, TORN)).toEqual([]);
  expect(await schemaDrift(empty.url, schedulingEntities)).toEqual([]);
});

it('comes back with its walls: row-level security, constraints, and a product that books on it', async () => {
  const copy = await spare();
  await restore(copy.url, file);
  const revived = await startSchedulingWorld({}, copy);
  try {
    expect(await revived.get(SchedulingHealth).faults()).toEqual([]);
    expect(await asked(copy.appUrl, 'SELECT id FROM appointments')).toEqual([]);
    const again = new Roster(revived, roster.clinicId);
    const [taken] = await again.rows<{ slotId: string; patientId: string }>(
      `SELECT slot_id AS "slotId", patient_id AS "patientId" FROM appointments WHERE clinic_id = $1 LIMIT 1`,
    );
    const [free] = await again.rows<{ id: string }>(
      `SELECT id FROM slots WHERE clinic_id = $1 AND status = 'free' ORDER BY starts_at DESC LIMIT 1`,
    );
    const bookings = revived.get(BookingsService);
    const book = (slotId = '') => again.inside(() => bookings.book({ slotId, patientId: taken?.patientId ?? '' }));
    expect(await book(taken?.slotId)).toMatchObject({ ok: false, reason: 'slot_taken' });
    expect(await book(free?.id)).toMatchObject({ ok: true });
  } finally {
    await revived.close();
  }
});

it('is put into an empty database only, and never over another file', async () => {
  await expect(restore(world.ownerUrl, file)).rejects.toThrow('The database is not empty');
  await expect(backup(world.ownerUrl, file)).rejects.toThrow('exists already');
  const foreign = await spare();
  await asked(foreign.url, 'CREATE TABLE somebody_elses (a int); INSERT INTO somebody_elses VALUES (1)');
  await expect(restore(foreign.url, file)).rejects.toThrow('somebody_elses has rows');
});

it('that was cut short or changed is refused before a row is written', async () => {
  const whole = readFileSync(file);
  const changed = Buffer.from(whole);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 0xff;
  const damaged = { cut: whole.subarray(0, whole.length - 200), changed, other: Buffer.from('a letter') };
  for (const [name, bytes] of Object.entries(damaged)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const empty = await spare();
    await expect(restore(empty.url, path)).rejects.toThrow(/backup|damaged/);
    expect(await asked(empty.url, `SELECT FROM pg_class WHERE relname = 'appointments'`)).toEqual([]);
  }
});

it('whose rows break a promise is not kept: every foreign key is checked again', async () => {
  const [row] = await asked<{ id: string }>(world.ownerUrl, 'SELECT doctor_id AS id FROM slots LIMIT 1');
  // The switch that breaks it: a copy of a database in which a doctor is gone from under the slots.
  const broken = await spare();
  await restore(broken.url, file);
  await asked(broken.url, `SET session_replication_role = replica; DELETE FROM doctors WHERE id = '${row?.id ?? ''}'`);
  const path = join(folder, 'broken.backup');
  await backup(broken.url, path);
  const empty = await spare();
  await expect(restore(empty.url, path)).rejects.toThrow(/foreign key/);
  expect(await asked(empty.url, 'SELECT id FROM slots')).toEqual([]);
});

it('of a newer build is refused by name', async () => {
  await expect(migrate((await spare()).url, ['Tomorrow9990000000000'])).rejects.toThrow('newer Clinicall');
});
