import { Client } from 'pg';
import { Database } from '@clinicall/platform';
import type { Roster, SchedulingWorld } from '../support/scheduling-world';

export const deep = process.env['CLINICALL_DEEP'] === '1';

/** How often: `full` under CLINICALL_DEEP=1, a tenth otherwise, PROOF_FACTOR times that (`npm run proof:nightly`). */
export const times = (full: number): number =>
  Math.ceil((deep ? full : full / 10) * Number(process.env['PROOF_FACTOR'] ?? 1));

/** Printed by whoever uses it; PROOF_SEED plays a run again. */
export const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from a seed (mulberry32), so that a failing run can be played again. */
export function random(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The switch that breaks the build: without these, only the row locks and the checks of the statements are left. */
export async function withoutConstraints(world: Pick<SchedulingWorld, 'ownerUrl'>): Promise<void> {
  await asOwner(world.ownerUrl, async (owner) => {
    await owner.query('DROP INDEX appointments_live_slot_key, appointments_hold_key');
    await owner.query(
      'DROP INDEX waitlist_offers_live_slot_key, waitlist_offers_live_entry_key, waitlist_offers_live_phone_key',
    );
    await owner.query('ALTER TABLE appointments DROP CONSTRAINT appointments_doctor_no_overlap');
    await owner.query('ALTER TABLE appointments DROP CONSTRAINT appointments_patient_no_overlap');
    await owner.query('ALTER TABLE holds DROP CONSTRAINT holds_one_live');
  });
}

/** The other switch: every statement of this world loses its FOR UPDATE, but for those that keep a conversation's turns in order. */
export function withoutLocks(world: Pick<SchedulingWorld, 'get'>): void {
  const database = world.get(Database);
  const locked = database.query.bind(database);
  database.query = <Row>(sql: string, parameters?: readonly unknown[], name?: string): Promise<Row[]> => {
    const bare = /\bconversations\b/.test(sql)
      ? sql
      : sql.replace(/FOR (NO KEY )?UPDATE( OF \w+)?( SKIP LOCKED)?/g, '');
    // Under its name another text is prepared already.
    return locked<Row>(bare, parameters, bare === sql ? name : undefined);
  };
}

/** What is wrong in a clinic's final state; nothing when every promise was kept. */
export async function broken(roster: Pick<Roster, 'rows'>): Promise<unknown[]> {
  return roster.rows(
    `SELECT 'overlap' AS fault, a.id FROM appointments a JOIN appointments b ON b.clinic_id = a.clinic_id AND b.id > a.id
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
        AND ((a.doctor_id = b.doctor_id AND a.lane = b.lane AND NOT a.overbooked AND NOT b.overbooked) OR a.patient_id = b.patient_id)
      WHERE a.clinic_id = $1 AND a.status = 'booked' AND b.status = 'booked'
     UNION ALL
     SELECT 'visit without its slot', a.id FROM appointments a JOIN slots s ON s.clinic_id = a.clinic_id AND s.id = a.slot_id
      WHERE a.clinic_id = $1 AND a.status = 'booked' AND NOT a.overbooked
        AND (s.status <> 'booked' OR s.appointment_id <> a.id OR s.starts_at <> a.starts_at OR s.doctor_id <> a.doctor_id)
     UNION ALL
     SELECT 'slot without its visit', s.id FROM slots s LEFT JOIN appointments a ON a.clinic_id = s.clinic_id AND a.id = s.appointment_id
      WHERE s.clinic_id = $1 AND s.status = 'booked' AND a.status IS DISTINCT FROM 'booked'
     UNION ALL
     SELECT 'slot kept by a hold that ended', s.id FROM slots s JOIN holds h ON h.clinic_id = s.clinic_id AND h.id = s.hold_id
      WHERE s.clinic_id = $1 AND s.status = 'held' AND h.status <> 'active'
     UNION ALL
     SELECT 'booking without its one event', a.id FROM appointments a
      WHERE a.clinic_id = $1 AND 1 <> (SELECT count(*) FROM outbox o WHERE o.clinic_id = a.clinic_id
        AND o.type = 'AppointmentBooked' AND o.data->>'appointmentId' = a.id::text)
     UNION ALL
     SELECT 'booking without its one audit row', a.id FROM appointments a
      WHERE a.clinic_id = $1 AND 1 <> (SELECT count(*) FROM audit_entries e WHERE e.clinic_id = a.clinic_id
        AND e.action IN ('appointment.book', 'appointment.overbook') AND e.subject_id = a.id::text)`,
  );
}
