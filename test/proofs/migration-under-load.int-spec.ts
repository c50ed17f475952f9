import { setTimeout as sleep } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BookingsService } from '@clinicall/scheduling';
import { LOCK_TIMEOUT_MS, runPending } from '../../libs/platform/src/run-migrations';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { asOwner, deep } from './proof';

/**
 * A new column with its index on a large table of slots while patients book, and while somebody's long report keeps the
 * table's lock: nobody is refused, nobody waits two seconds. The migration that waits for its lock without end is the
 * broken build: it must be seen.
 */
const SLOTS = deep ? 1_000_000 : 30_000;
const WORKERS = 6;
const REPORT_MS = 4_000;
const LONGEST_MS = 2_000;

class ProbeColumn1990000000001 implements MigrationInterface {
  name = 'ProbeColumn1990000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE slots ADD COLUMN probe text NOT NULL DEFAULT 'none'`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}

/** Not in a transaction; one that was cut short left an index that is not valid, which goes first. */
class ProbeIndex1990000000002 implements MigrationInterface {
  name = 'ProbeIndex1990000000002';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS slots_probe_idx');
    await runner.query('CREATE INDEX CONCURRENTLY slots_probe_idx ON slots (clinic_id, probe, starts_at)');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}

let world: SchedulingWorld;
let roster: Roster;
let free: string[];
beforeEach(async () => {
  world = await startSchedulingWorld();
  roster = await Roster.of(world);
  free = await manySlots();
}, 600_000);
afterEach(() => world.close());

async function manySlots(): Promise<string[]> {
  const doctorId = await roster.doctor();
  await asOwner(world.ownerUrl, async (owner) => {
    await owner.query(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT d.clinic_id, gen_random_uuid(), d.id, d.specialty_id, t.at, t.at + interval '1 minute'
         FROM doctors d, LATERAL (SELECT date_trunc('minute', now()) + make_interval(mins => 60 + n) AS at FROM generate_series(1, $2::int) n) t
        WHERE d.clinic_id = $1 AND d.id = $3`,
      [roster.clinicId, SLOTS, doctorId],
    );
    await owner.query('ANALYZE slots');
  });
  const rows = await roster.rows<{ id: string }>(
    'SELECT id FROM slots WHERE clinic_id = $1 ORDER BY starts_at LIMIT 20000',
  );
  return rows.map(({ id }) => id);
}

interface Load {
  readonly booked: number;
  readonly failed: readonly string[];
  readonly longestMs: number;
}

/** Books one free time after the other, many at once, until it is told to stop. */
async function bookings(until: { over: boolean }): Promise<Load> {
  const service = world.get(BookingsService);
  const patientId = await roster.patient();
  const failed: string[] = [];
  let [booked, longestMs] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let slotId = free.pop(); slotId !== undefined && !until.over; slotId = free.pop()) {
      const [id, begun] = [slotId, performance.now()];
      try {
        const result = await roster.inside(() => service.book({ slotId: id, patientId }));
        if (result.ok) booked++;
        else failed.push(result.reason);
      } catch (error) {
        failed.push((error as Error).message);
      }
      longestMs = Math.max(longestMs, performance.now() - begun);
      await sleep(5);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return { booked, failed, longestMs };
}

/** A transaction that has read the table and goes on for a while. */
const report = (): Promise<void> =>
  asOwner(world.ownerUrl, async (owner) => {
    await owner.query('BEGIN');
    await owner.query('SELECT FROM slots LIMIT 1');
    await sleep(REPORT_MS);
    await owner.query('COMMIT');
  });

async function migrateUnderLoad(lockTimeoutMs: number): Promise<Load> {
  const until = { over: false };
  const load = bookings(until);
  await sleep(300);
  const reading = report();
  await sleep(200);
  await runPending(world.ownerUrl, [ProbeColumn1990000000001, ProbeIndex1990000000002], lockTimeoutMs);
  await reading;
  await sleep(300);
  until.over = true;
  return load;
}

it(`among ${SLOTS} slots, no booking fails and none takes ${LONGEST_MS} ms`, async () => {
  const { booked, failed, longestMs } = await migrateUnderLoad(LOCK_TIMEOUT_MS);
  expect(failed).toEqual([]);
  expect(booked).toBeGreaterThan(20);
  expect(longestMs).toBeLessThan(LONGEST_MS);
  const [index] = await roster.rows<{ valid: boolean }>(
    `SELECT i.indisvalid AS valid FROM pg_index i WHERE $1::uuid IS NOT NULL AND i.indexrelid = 'slots_probe_idx'::regclass`,
  );
  expect(index).toEqual({ valid: true });
}, 600_000);

it('a migration that waits for its lock without end is seen', async () => {
  const { longestMs } = await migrateUnderLoad(0);
  expect(longestMs).toBeGreaterThan(LONGEST_MS);
}, 600_000);
