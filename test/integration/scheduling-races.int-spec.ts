import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Database } from '@clinicall/platform';
import { BookingsService } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

/**
 * Crowds on the same times. The last test drops the promises from its database and runs the first race again by
 * check-then-write: it must let several through, or these races prove nothing.
 */
let world: SchedulingWorld;
let bookings: BookingsService;
let roster: Roster;
let doctorId: string;

beforeAll(async () => {
  world = await startSchedulingWorld();
  bookings = world.get(BookingsService);
});
afterAll(() => world.close());
beforeEach(async () => {
  roster = await Roster.of(world);
  doctorId = await roster.doctor();
});

const CROWD = 200;
const token = { kind: 'token' } as const;
const inside = <T>(work: () => Promise<T>) => roster.inside(work);
const crowd = <T>(size: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: size }, (_one, index) => inside(() => work(index))));
const patients = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_one, index) =>
      roster.patient(`Patient ${index}`, `+1202555${String(2000 + index)}`),
    ),
  );

function tally(results: readonly { ok: boolean; reason?: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const key = result.ok ? 'ok' : (result.reason ?? '');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Broken promises in the final state; none when all is well. */
async function broken(): Promise<unknown[]> {
  const overlaps = await roster.rows(
    `SELECT a.id, b.id AS other FROM appointments a JOIN appointments b ON b.clinic_id = a.clinic_id AND b.id > a.id
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
        AND ((a.doctor_id = b.doctor_id AND a.lane = b.lane) OR a.patient_id = b.patient_id)
      WHERE a.clinic_id = $1 AND a.status = 'booked' AND b.status = 'booked'`,
  );
  const torn = await roster.rows(
    `SELECT a.id FROM appointments a JOIN slots s ON s.clinic_id = a.clinic_id AND s.id = a.slot_id
      WHERE a.clinic_id = $1 AND a.status = 'booked'
        AND (s.status <> 'booked' OR s.appointment_id <> a.id OR s.starts_at <> a.starts_at OR s.doctor_id <> a.doctor_id)
     UNION ALL
     SELECT s.id FROM slots s LEFT JOIN appointments a ON a.clinic_id = s.clinic_id AND a.id = s.appointment_id
      WHERE s.clinic_id = $1 AND s.status = 'booked' AND (a.status IS DISTINCT FROM 'booked' OR a.slot_id <> s.id)`,
  );
  return [...overlaps, ...torn];
}

describe('a crowd', () => {
  it('of holds on one slot: one is kept, nobody waits for a deadlock', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const results = await crowd(CROWD, () => bookings.hold({ slotId, owner: token }));
    expect(tally(results)).toEqual({ ok: 1, slot_taken: CROWD - 1 });
  });

  it('of bookings on one slot: one row', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const near = await roster.slot(doctorId, 90);
    const ids = await patients(CROWD);
    const results = await crowd(CROWD, (index) => bookings.book({ slotId, patientId: ids[index]! }));
    expect(tally(results)).toEqual({ ok: 1, slot_taken: CROWD - 1 });
    for (const result of results) if (!result.ok) expect(result.alternatives?.[0]?.id).toBe(near);
    expect(await broken()).toEqual([]);
  });

  it('of one patient’s bookings with many doctors at one time: one visit', async () => {
    const slots = await Promise.all(
      Array.from({ length: 40 }, async (_one, index) =>
        roster.slot(await roster.doctor(`Doctor ${index}`), 60 + (index % 3) * 10),
      ),
    );
    const patientId = await roster.patient();
    const results = await crowd(slots.length, (index) => bookings.book({ slotId: slots[index]!, patientId }));
    expect(tally(results)).toEqual({ ok: 1, patient_busy: slots.length - 1 });
    expect(await broken()).toEqual([]);
  });

  it('of confirmations and thieves at the hold’s last moment: one of them has the slot', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const slotId = await roster.slot(doctorId, 60 + round * 30);
      const patientId = await roster.patient(`Owner ${round}`);
      const kept = await inside(() => bookings.hold({ slotId, owner: token }));
      if (!kept.ok) throw new Error(kept.reason);
      const owner = { kind: 'token', token: kept.holdToken ?? '' } as const;
      await roster.rows(
        `UPDATE slots SET hold_expires_at = clock_timestamp() + interval '25 milliseconds' WHERE clinic_id = $1 AND id = $2`,
        slotId,
      );
      const thieves = Array.from({ length: 6 }, async (_one, index) => {
        await sleep(index * 8);
        return inside(() => bookings.hold({ slotId, owner: token }));
      });
      await sleep((round % 6) * 8);
      const confirmed = await inside(() => bookings.confirm({ holdId: kept.hold.id, owner, patientId }));
      const stolen = (await Promise.all(thieves)).filter((result) => result.ok).length;
      expect(Number(confirmed.ok) + stolen).toBeLessThanOrEqual(1);
      if (!confirmed.ok) expect(confirmed.reason).toBe('hold_expired');
      outcomes.add(confirmed.ok ? 'confirmed' : 'late');
    }
    expect(await broken()).toEqual([]);
    expect(outcomes.size).toBeGreaterThanOrEqual(1);
  });
});

describe('moves that cross', () => {
  it('two patients who want each other’s time both keep their own', async () => {
    const [one, two] = [await roster.slot(doctorId, 60), await roster.slot(doctorId, 120)];
    const [anna, ben] = await patients(2);
    const a = await inside(() => bookings.book({ slotId: one, patientId: anna! }));
    const b = await inside(() => bookings.book({ slotId: two, patientId: ben! }));
    if (!a.ok || !b.ok) throw new Error('not booked');
    for (let round = 0; round < 10; round++) {
      const results = await Promise.all([
        inside(() => bookings.reschedule({ appointmentId: a.appointment.id, slotId: two })),
        inside(() => bookings.reschedule({ appointmentId: b.appointment.id, slotId: one })),
      ]);
      expect(tally(results)).toEqual({ slot_taken: 2 });
    }
    expect(await broken()).toEqual([]);
  });

  it('a crowd onto one free time: one moves, the others stand', async () => {
    const free = await roster.slot(doctorId, 30);
    const ids = await patients(20);
    const visits = await Promise.all(
      ids.map(async (patientId, index) => {
        const slotId = await roster.slot(doctorId, 60 + index * 30);
        const booked = await inside(() => bookings.book({ slotId, patientId }));
        if (!booked.ok) throw new Error(booked.reason);
        return booked.appointment.id;
      }),
    );
    const results = await crowd(visits.length, (index) =>
      bookings.reschedule({ appointmentId: visits[index]!, slotId: free }),
    );
    expect(tally(results)).toEqual({ ok: 1, slot_taken: visits.length - 1 });
    expect(await roster.rows(`SELECT id FROM appointments WHERE clinic_id = $1 AND status = 'booked'`)).toHaveLength(
      visits.length,
    );
    expect(await broken()).toEqual([]);
  });

  it('of two visits of one patient to overlapping times: one moves, without a deadlock', async () => {
    const [x, y] = [await roster.doctor('Xena Roth'), await roster.doctor('Yuri Volkov')];
    for (let round = 0; round < 8; round++) {
      const at = 60 + round * 200;
      const patientId = await roster.patient(`Mover ${round}`);
      const visits = await Promise.all(
        [at, at + 40].map(async (startsIn) => {
          const booked = await inside(async () =>
            bookings.book({ slotId: await roster.slot(doctorId, startsIn), patientId }),
          );
          if (!booked.ok) throw new Error(booked.reason);
          return booked.appointment.id;
        }),
      );
      const targets = [await roster.slot(x, at + 100), await roster.slot(y, at + 110)];
      const results = await crowd(2, (index) =>
        bookings.reschedule({ appointmentId: visits[index]!, slotId: targets[index]! }),
      );
      expect(tally(results)).toEqual({ ok: 1, patient_busy: 1 });
    }
    expect(await broken()).toEqual([]);
  });

  it('with cancellations of the same visit: moved or not, its time is free in the end', async () => {
    for (let round = 0; round < 15; round++) {
      const [from, to] = [await roster.slot(doctorId, 60 + round * 60), await roster.slot(doctorId, 90 + round * 60)];
      const booked = await inside(async () =>
        bookings.book({ slotId: from, patientId: await roster.patient(`Canceller ${round}`) }),
      );
      if (!booked.ok) throw new Error(booked.reason);
      const appointmentId = booked.appointment.id;
      const [, cancelled] = await Promise.all([
        inside(() => bookings.reschedule({ appointmentId, slotId: to })),
        inside(() => bookings.cancel({ appointmentId })),
      ]);
      expect(cancelled).toMatchObject({ ok: true, appointment: { status: 'cancelled' } });
      const slots = await roster.rows('SELECT status FROM slots WHERE clinic_id = $1 AND id = ANY($2)', [from, to]);
      expect(slots).toEqual([{ status: 'free' }, { status: 'free' }]);
    }
  });

  it('mixed with bookings, cancellations and holds: nothing is torn', async () => {
    const other = await roster.doctor('Omar Haddad');
    const slots = await Promise.all(
      Array.from({ length: 12 }, (_one, index) =>
        roster.slot(index % 2 === 0 ? doctorId : other, 60 + Math.floor(index / 2) * 20, 20),
      ),
    );
    const ids = await patients(6);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
    const made: string[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let step = 0; step < 25; step++) {
          const dice = Math.random();
          if (dice < 0.4 || made.length === 0) {
            const booked = await inside(() => bookings.book({ slotId: pick(slots), patientId: pick(ids) }));
            if (booked.ok) made.push(booked.appointment.id);
          } else if (dice < 0.75)
            await inside(() => bookings.reschedule({ appointmentId: pick(made), slotId: pick(slots) }));
          else if (dice < 0.9) await inside(() => bookings.cancel({ appointmentId: pick(made) }));
          else {
            const conversationId = randomUUID();
            await inside(() => bookings.hold({ slotId: pick(slots), owner: { kind: 'conversation', conversationId } }));
            await inside(() => bookings.releaseOf(conversationId));
          }
        }
      }),
    );
    expect(await broken()).toEqual([]);
  });
});

describe('without the promises', () => {
  it('the same crowd gets the slot several times', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const ids = await patients(30);
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query('DROP INDEX appointments_live_slot_key');
    await owner.query('ALTER TABLE appointments DROP CONSTRAINT appointments_doctor_no_overlap');
    await owner.end();
    const database = world.get(Database);
    await crowd(ids.length, (index) =>
      database.transaction(async () => {
        const [slot] = await database.query<{ status: string }>('SELECT status FROM slots WHERE id = $1', [slotId]);
        if (slot?.status !== 'free') return;
        const id = randomUUID();
        await database.query(
          `INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, lane, starts_at, ends_at, patient_id, source)
           SELECT clinic_id, $2, id, doctor_id, specialty_id, lane, starts_at, ends_at, $3, 'api' FROM slots WHERE id = $1`,
          [slotId, id, ids[index]],
        );
        await database.query(`UPDATE slots SET status = 'booked', appointment_id = $2 WHERE id = $1`, [slotId, id]);
      }),
    );
    expect((await broken()).length).toBeGreaterThan(0);
  });
});
