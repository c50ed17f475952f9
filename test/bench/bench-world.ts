import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { takeTestServer } from '../support/test-server';
import { patientIdOf, slotIdOf } from './recorded-booking';

export const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** `workers` at once, until all of 0 to count - 1 are done; @returns seconds. */
export async function inParallel(
  workers: number,
  count: number,
  work: (index: number, worker: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const one = async (worker: number): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index, worker);
  };
  await Promise.all(Array.from({ length: workers }, (_one, worker) => one(worker)));
  return (performance.now() - begun) / 1000;
}

/** The scheduling room on the test server (real durability), for the length of `bench`. */
export async function withWorld(poolSize: number, bench: (world: SchedulingWorld) => Promise<void>): Promise<void> {
  const server = await takeTestServer();
  process.env['TEST_DATABASE_URL'] = server.url;
  try {
    const world = await startSchedulingWorld({ DATABASE_POOL_SIZE: String(poolSize) });
    try {
      await bench(world);
    } finally {
      await world.close();
    }
  } finally {
    await server.release();
  }
}

export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface BookingPlace {
  readonly clinicId: string;
  /** Ids that every booking of the place shares. */
  readonly fixed: ReadonlySet<string>;
}

/** A clinic with `count` free slots, no two at one time of one doctor, and a patient for each. */
export async function placeWithSlots(world: SchedulingWorld, count: number): Promise<BookingPlace> {
  const clinicId = await world.clinic();
  const [specialtyId, doctorId] = [randomUUID(), randomUUID()];
  await world.rows(clinicId, `INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, 'Cardiology')`, [
    clinicId,
    specialtyId,
  ]);
  await world.rows(
    clinicId,
    `INSERT INTO doctors (clinic_id, id, name, specialty_id) VALUES ($1, $2, 'Ruth Adler', $3)`,
    [clinicId, doctorId, specialtyId],
  );
  await asOwner(world.ownerUrl, async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query('SELECT set_config($1, $2, false)', ['app.clinic_id', clinicId]);
    const id = (known: string): string => `('${known.slice(0, 24)}' || lpad(to_hex(n), 12, '0'))::uuid`;
    await client.query(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT $1, ${id(slotIdOf(0))}, $2, $3, t, t + interval '10 minutes'
         FROM (SELECT n, date_trunc('hour', now()) + interval '1 day' + n * interval '10 minutes' AS t
                 FROM generate_series(1, $4::int) n) times`,
      [clinicId, doctorId, specialtyId, count],
    );
    await client.query(
      `INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth)
       SELECT $1, ${id(patientIdOf(0))}, 'Patient ' || n, 'patient ' || n, '1970-01-01' FROM generate_series(1, $2::int) n`,
      [clinicId, count],
    );
    await client.query('VACUUM ANALYZE slots, patients');
    await client.query('CHECKPOINT');
  });
  return { clinicId, fixed: new Set([clinicId, doctorId, specialtyId]) };
}
