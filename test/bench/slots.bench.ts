import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { SlotsService } from '@clinicall/scheduling';
import type { SchedulingWorld } from '../support/scheduling-world';
import { asOwner, median, rounded, say, withWorld } from './bench-world';
import { recording } from './recorded-booking';
import type { Sent } from './recorded-booking';

/**
 * `npm run -s bench:slots`: the next five free times of a specialty, through the service, under row-level security, with
 * expired holds among the free ones, at three sizes; the buffers are those of the very statement the service sent.
 * `-- --million` leaves out the largest size, `-- --quick` is small in all.
 */
const QUICK = process.argv.includes('--quick');
const SIZES = QUICK ? [1e4, 1e5] : process.argv.includes('--million') ? [1e4, 1e6] : [1e4, 1e6, 1e7];
const CLINICS = 20;
const SPECIALTIES = 25;
const BYTES_A_SLOT = 450;
const CALLS = 200;
/** Measured apart: these count the visits ahead of every doctor. */
const CHOICES = ['least_loaded', 'round_robin'] as const;

interface Measured {
  readonly buffers: number;
  readonly medianMs: number;
  readonly statements: number;
}

type InTurn = Pick<Measured, 'buffers' | 'medianMs'>;

function requireRoom(rows: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const needed = rows * BYTES_A_SLOT;
  if (bavail * bsize < needed)
    throw new Error(`The disk has too little room: ${Math.ceil(needed / 1e9)} GB are needed.`);
}

/** Clinics with one doctor a specialty. */
async function roster(client: Client, clinics: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO specialties (clinic_id, id, name) SELECT c, gen_random_uuid(), 'Specialty ' || n
       FROM unnest($1::uuid[]) c, generate_series(1, ${SPECIALTIES}) n`,
    [clinics],
  );
  await client.query(
    `INSERT INTO doctors (clinic_id, id, name, specialty_id) SELECT clinic_id, gen_random_uuid(), 'Doctor ' || name, id FROM specialties`,
  );
}

/** In clinics that choose among several: one specialty with every doctor in it. */
async function gather(client: Client, clinicId: string): Promise<void> {
  await client.query(
    `UPDATE doctors SET specialty_id = (SELECT id FROM specialties WHERE clinic_id = $1 AND name = 'Specialty 1') WHERE clinic_id = $1`,
    [clinicId],
  );
  await client.query(
    `INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth) SELECT clinic_id, id, name, lower(name), '1970-02-01' FROM doctors WHERE clinic_id = $1`,
    [clinicId],
  );
}

/** Up to sixty visits ahead of each doctor there, on times that are taken, so that one is busier than another. */
async function visitsAhead(client: Client, clinicId: string): Promise<void> {
  await client.query(
    `INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, lane, starts_at, ends_at, patient_id, source)
     SELECT s.clinic_id, gen_random_uuid(), s.id, s.doctor_id, s.specialty_id, s.lane, s.starts_at, s.ends_at, d.id, 'staff'
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM doctors WHERE clinic_id = $1) d
      CROSS JOIN LATERAL (SELECT * FROM slots x WHERE x.clinic_id = $1 AND x.doctor_id = d.id AND x.status = 'blocked'
                           ORDER BY x.starts_at LIMIT 20 * (1 + d.place % 3)) s`,
    [clinicId],
  );
  await client.query('ANALYZE appointments');
}

/**
 * `size` slots of a quarter of an hour, by COPY; 98 % of the first seven tenths of every doctor's time are taken, which is
 * when callers wait. The exclusion constraints are left away: a search reads none of them. Indexes are made after the rows
 * and foreign keys are not looked up row by row, or ten million would take a quarter of an hour.
 */
async function load(client: Client, size: number): Promise<void> {
  await client.query('TRUNCATE slots, holds, appointments CASCADE');
  await client.query('SET session_replication_role = replica');
  const indexes = await withoutIndexes(client);
  const { rows: doctors } = await client.query<{ clinic: string; id: string; specialty: string }>(
    'SELECT clinic_id AS clinic, id, specialty_id AS specialty FROM doctors',
  );
  const each = Math.floor(size / doctors.length);
  const begin = Math.ceil(Date.now() / 900_000 + 8) * 900_000;
  const into = client.query(
    from('COPY slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at, status) FROM STDIN'),
  );
  for (let step = 0; step < each; step++) {
    const [startsAt, endsAt] = [begin + step * 900_000, begin + (step + 1) * 900_000].map((at) =>
      new Date(at).toISOString(),
    );
    const lines = doctors.map(({ clinic, id, specialty }, index) => {
      const taken = step < each * 0.7 && (step + index) % 50 !== 0;
      return `${clinic}\t${randomUUID()}\t${id}\t${specialty}\t${startsAt ?? ''}\t${endsAt ?? ''}\t${taken ? 'blocked' : 'free'}\n`;
    });
    if (!into.write(lines.join(''))) await once(into, 'drain');
  }
  const finished = once(into, 'finish');
  into.end();
  await finished;
  await client.query(`SET maintenance_work_mem = '512MB'`);
  for (const definition of indexes) await client.query(definition);
  await client.query('SET session_replication_role = origin');
  // The earliest three free times of every doctor stand under holds that have ended: they count as free.
  await client.query(
    `WITH first AS (SELECT f.* FROM doctors d, LATERAL (SELECT s.clinic_id, s.id FROM slots s WHERE s.clinic_id = d.clinic_id
              AND s.specialty_id = d.specialty_id AND s.status IN ('free', 'held') ORDER BY s.starts_at, s.id LIMIT 3) f),
          kept AS (INSERT INTO holds (clinic_id, id, slot_id, owner_kind, expires_at)
                   SELECT clinic_id, gen_random_uuid(), id, 'token', now() - interval '1 minute' FROM first RETURNING clinic_id, id, slot_id, expires_at)
     UPDATE slots SET status = 'held', hold_id = k.id, hold_expires_at = k.expires_at FROM kept k
      WHERE slots.clinic_id = k.clinic_id AND slots.id = k.slot_id`,
  );
  await client.query('VACUUM ANALYZE slots');
}

/** @returns what makes them again, as they were. */
async function withoutIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT CASE WHEN k.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
                 ELSE format('ALTER TABLE slots DROP CONSTRAINT %I CASCADE', k.conname) END AS drop,
            CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
                 ELSE format('ALTER TABLE slots ADD CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)) END AS make
       FROM pg_index i LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
      WHERE i.indrelid = 'slots'::regclass`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ make }) => make);
}

async function buffersOf(world: SchedulingWorld, clinicId: string, { text, values }: Sent): Promise<number> {
  type Plan = { Plan: Record<string, number> }[];
  let buffers = 0;
  for (let time = 0; time < 3; time++) {
    const [row] = await world.rows<{ 'QUERY PLAN': Plan }>(
      clinicId,
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values,
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan ?? {};
    buffers = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }
  return buffers;
}

/** The next five times of one specialty with many doctors, each time with the doctor whose turn it is. */
async function measureInTurn(world: SchedulingWorld, clinicId: string): Promise<InTurn> {
  const slots = world.get(SlotsService);
  const find = () => world.inside(clinicId, () => slots.find({ specialty: 'Specialty 1', limit: 5, onePerTime: true }));
  for (let index = 0; index < 20; index++) await find();
  const search = (await recording(find)).find(({ text }) => text.includes('WITH load'));
  if (search === undefined) throw new Error('The search did not ask whose turn it is.');
  const waits: number[] = [];
  for (let index = 0; index < CALLS; index++) {
    const begun = performance.now();
    const { items } = await find();
    waits.push(performance.now() - begun);
    if (new Set(items.map((item) => item.startsAt)).size !== 5) throw new Error('A time was offered twice.');
  }
  return { buffers: await buffersOf(world, clinicId, search), medianMs: rounded(median(waits)) };
}

async function measure(world: SchedulingWorld, clinics: readonly string[]): Promise<Measured> {
  const slots = world.get(SlotsService);
  const find = (clinicId: string, specialty: string) =>
    world.inside(clinicId, () => slots.find({ specialty, limit: 5 }));
  const [clinicId = ''] = clinics;
  for (let index = 0; index < 20; index++) await find(clinicId, 'Specialty 7');
  const sent = await recording(() => find(clinicId, 'Specialty 7'));
  const statements = sent.filter(({ text }) => /^\s*(SELECT|WITH)/.test(text));
  const search = statements.find(({ text }) => text.includes('FROM slots'));
  if (search === undefined) throw new Error('The search sent no statement that reads slots.');
  const waits: number[] = [];
  for (let index = 0; index < CALLS; index++) {
    const clinic = clinics[index % 2] ?? '';
    const begun = performance.now();
    const page = await find(clinic, `Specialty ${1 + (index % SPECIALTIES)}`);
    waits.push(performance.now() - begun);
    if (page.items.length !== 5) throw new Error(`A search found ${page.items.length} times instead of five.`);
  }
  return { buffers: await buffersOf(world, clinicId, search), medianMs: median(waits), statements: statements.length };
}

const sizeName = (size: number): string => size.toExponential().replace('+', '');

/** Every size one after the other, in the same tables. */
async function measureSizes(
  world: SchedulingWorld,
  clinics: readonly string[],
  choosing: readonly string[],
): Promise<{ found: Map<number, Measured>; inTurn: Record<string, Record<string, InTurn>> }> {
  const inTurn: Record<string, Record<string, InTurn>> = {};
  const found = new Map<number, Measured>();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query('DELETE FROM slots; DELETE FROM schedules; DELETE FROM doctors; DELETE FROM specialties');
    await client.query(
      'ALTER TABLE slots DROP CONSTRAINT slots_no_overlap, DROP CONSTRAINT IF EXISTS slots_room_no_overlap',
    );
    await roster(client, [...clinics, ...choosing]);
    for (const clinicId of choosing) await gather(client, clinicId);
    for (const size of SIZES) {
      const begun = performance.now();
      await load(client, size);
      say(`${size} slots loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
      const measured = await measure(world, [...clinics]);
      found.set(size, measured);
      for (const [index, choice] of CHOICES.entries()) {
        const clinicId = choosing[index] ?? '';
        await visitsAhead(client, clinicId);
        (inTurn[choice] ??= {})[sizeName(size)] = await measureInTurn(world, clinicId);
      }
      say(`${size}, in turn: ${JSON.stringify(inTurn)}`);
      say(
        `${size}: ${measured.buffers} buffers, median ${measured.medianMs.toFixed(2)} ms, ${measured.statements} statements`,
      );
    }
  });
  return { found, inTurn };
}

async function main(): Promise<void> {
  const largest = Math.max(...SIZES);
  requireRoom(largest * 2);
  await withWorld(4, async (world) => {
    const clinics: string[] = [];
    for (let index = 0; index < CLINICS - CHOICES.length; index++) clinics.push(await world.clinic());
    const choosing: string[] = [];
    for (const doctorChoice of CHOICES) choosing.push(await world.clinic({ settings: { doctorChoice } }));
    const { found, inTurn } = await measureSizes(world, clinics, choosing);
    const buffers = Object.fromEntries([...found].map(([size, one]) => [sizeName(size), one.buffers]));
    const medianRatio = rounded(
      (found.get(largest)?.medianMs ?? Number.NaN) / (found.get(1e4)?.medianMs ?? Number.NaN),
    );
    const statements = Math.max(...[...found.values()].map((one) => one.statements));
    process.stdout.write(`${JSON.stringify({ buffers, medianRatio, statements, inTurn })}\n`);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
