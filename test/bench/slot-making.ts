import { randomUUID } from 'node:crypto';
import { Database } from '@clinicall/platform';
import { SlotMaking } from '@clinicall/scheduling';
import type { SlotsMade } from '@clinicall/scheduling';
import type { SchedulingWorld } from '../support/scheduling-world';

interface Making {
  /** Statements sent, without those that open and end the transactions. */
  readonly statements: number;
  readonly seconds: number;
  readonly made: number;
  readonly removed: number;
}

export interface SlotMakingFigures {
  readonly doctors: number;
  readonly days: number;
  /** From nothing; again, when nothing is missing; and after one doctor's one session has lost its first half-hour. */
  readonly first: Making;
  readonly again: Making;
  readonly changed: Making;
}

/** Mondays to Fridays, morning and afternoon, half-hour slots: sixteen a day for each doctor. */
export async function measureSlotMaking(
  world: SchedulingWorld,
  doctors: number,
  days: number,
): Promise<SlotMakingFigures> {
  const clinicId = await world.clinic({ settings: { bookingHorizonDays: days } });
  const ids = await doctorsWithSessions(world, clinicId, doctors);
  const remake = (some: readonly string[]): Promise<Making> =>
    counted(world, () => world.inside(clinicId, () => world.get(SlotMaking).remake(some)));
  const first = await remake(ids);
  const again = await remake(ids);
  await world.rows(
    clinicId,
    `UPDATE schedules SET from_time = '08:30' WHERE clinic_id = $1 AND doctor_id = $2 AND from_time = '08:00' AND weekday = 1`,
    [clinicId, ids[0]],
  );
  return { doctors, days, first, again, changed: await remake(ids.slice(0, 1)) };
}

async function doctorsWithSessions(world: SchedulingWorld, clinicId: string, doctors: number): Promise<string[]> {
  const specialtyId: string = randomUUID();
  await world.rows(clinicId, `INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, 'Cardiology')`, [
    clinicId,
    specialtyId,
  ]);
  await world.rows(
    clinicId,
    `INSERT INTO doctors (clinic_id, id, name, specialty_id)
     SELECT $1, gen_random_uuid(), 'Doctor ' || n, $2 FROM generate_series(1, $3::integer) n`,
    [clinicId, specialtyId, doctors],
  );
  await world.rows(
    clinicId,
    `INSERT INTO schedules (clinic_id, id, doctor_id, specialty_id, weekday, from_time, to_time, starts_on, slot_minutes)
     SELECT $1, gen_random_uuid(), d.id, $2, weekday, t.opens::time, t.shuts::time, '2020-01-01', 30
       FROM doctors d, generate_series(1, 5) weekday, (VALUES ('08:00', '12:00'), ('13:00', '17:00')) t(opens, shuts)
      WHERE d.clinic_id = $1`,
    [clinicId, specialtyId],
  );
  const rows = await world.rows<{ id: string }>(clinicId, 'SELECT id FROM doctors WHERE clinic_id = $1', [clinicId]);
  return rows.map((row) => row.id);
}

async function counted(world: SchedulingWorld, work: () => Promise<SlotsMade>): Promise<Making> {
  const database = world.get(Database);
  const query = database.query.bind(database);
  let statements = 0;
  database.query = (...call: Parameters<typeof query>) => {
    statements++;
    return query(...call);
  };
  const begun = performance.now();
  try {
    const { made, removed } = await work();
    return { statements, seconds: (performance.now() - begun) / 1000, made, removed };
  } finally {
    database.query = query;
  }
}
