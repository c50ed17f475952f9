import type { BookingResult } from '@clinicall/scheduling';
import { BookingsService, SeriesService, SlotBlocksService } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let bookings: BookingsService;
let series: SeriesService;
let blocks: SlotBlocksService;
let roster: Roster;
let doctorId: string;
let patientId: string;

beforeAll(async () => {
  world = await startSchedulingWorld();
  bookings = world.get(BookingsService);
  series = world.get(SeriesService);
  blocks = world.get(SlotBlocksService);
});
/** Minutes from now to noon in three days. */
let inThreeDays: number;
afterAll(() => world.close());
beforeEach(async () => {
  roster = await Roster.of(world, { timezone: 'America/New_York' });
  doctorId = await roster.doctor();
  patientId = await roster.patient();
  inThreeDays = 3 * DAY + (await untilNoon());
});

const DAY = 24 * 60;
const inside = <T>(work: () => Promise<T>) => roster.inside(work);
function made(result: BookingResult): Extract<BookingResult, { ok: true }> {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}
const statusOf = async (slotId: string) =>
  (await roster.rows<{ status: string }>('SELECT status FROM slots WHERE clinic_id = $1 AND id = $2', slotId))[0]
    ?.status;
/** Minutes to noon in New York: an hour that the clocks never leave out. */
async function untilNoon(): Promise<number> {
  const [row] = await roster.rows<{ minutes: number }>(
    `SELECT (extract(epoch FROM date_trunc('day', now() AT TIME ZONE 'America/New_York') + interval '12 hours'
                                - now() AT TIME ZONE 'America/New_York') / 60)::int AS minutes
       FROM clinics WHERE clinic_id = $1`,
  );
  return row?.minutes ?? 0;
}
/** Slots at the wall time of the first, week after week, whatever the clocks do meanwhile. */
async function weekly(count: number, skip: readonly number[] = []): Promise<string[]> {
  const first = await roster.slot(doctorId, inThreeDays);
  const ids = [first];
  for (let week = 1; week < count; week++) {
    if (skip.includes(week)) continue;
    const [row] = await roster.rows<{ id: string }>(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT clinic_id, gen_random_uuid(), doctor_id, specialty_id, at, at + interval '30 minutes'
         FROM slots, LATERAL (SELECT (starts_at AT TIME ZONE 'America/New_York' + make_interval(weeks => $3))
                                     AT TIME ZONE 'America/New_York' AS at) moved
        WHERE clinic_id = $1 AND id = $2 RETURNING id`,
      first,
      week,
    );
    ids.push(row?.id ?? '');
  }
  return ids;
}
/** How many visits each series has: all or none, so always all. */
async function seriesSizes(): Promise<string[]> {
  const sizes = await roster.rows<{ size: string }>(
    `SELECT count(*)::text AS size FROM appointments WHERE clinic_id = $1 AND series_id IS NOT NULL GROUP BY series_id`,
  );
  return sizes.map(({ size }) => size);
}
const every = { unit: 'weeks', interval: 1 } as const;

describe('a series', () => {
  it('of repeating visits is booked whole, with one event each and one of its own', async () => {
    const slots = await weekly(20);
    const result = await inside(() => series.book({ patientId, slotId: slots[0]!, every, count: 20 }));
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.appointments.map((one) => one.slotId)).toEqual(slots);
    expect(new Set(result.appointments.map((one) => one.seriesId))).toEqual(new Set([result.seriesId]));
    expect(new Set(result.appointments.map((one) => one.startsAt.slice(11, 19))).size).toBe(1);
    const types = await roster.rows<{ type: string; count: string }>(
      `SELECT type, count(*)::text AS count FROM outbox WHERE clinic_id = $1 GROUP BY type ORDER BY type`,
    );
    expect(types).toEqual([
      { type: 'AppointmentBooked', count: '20' },
      { type: 'SeriesBooked', count: '1' },
    ]);
    const cancelled = await inside(() => series.cancel(result.seriesId, { code: 'pat-mv' }));
    expect(cancelled).toHaveLength(20);
    expect(await Promise.all(slots.map(statusOf))).toEqual(slots.map(() => 'free'));
  });

  it('is booked not at all when one visit cannot be, and every conflict is listed', async () => {
    const slots = await weekly(5, [3]);
    const other = await roster.patient('Olga Marin', '+12125550111');
    made(await inside(() => bookings.book({ slotId: slots[1]!, patientId: other })));
    const elsewhere = await roster.slot(await roster.doctor('Omar Haddad'), inThreeDays + 10);
    made(await inside(() => bookings.book({ slotId: elsewhere, patientId })));
    const result = await inside(() =>
      series.book({
        patient: { name: 'Nora Vale', dateOfBirth: '1990-05-05' },
        slotId: slots[0]!,
        every,
        count: 5,
      }),
    );
    expect(result).toMatchObject({
      ok: false,
      reason: 'conflicts',
      conflicts: [
        { index: 1, reason: 'not_free' },
        { index: 3, reason: 'not_free' },
      ],
    });
    expect(await statusOf(slots[0]!)).toBe('free');
    expect(await roster.rows(`SELECT id FROM patients WHERE clinic_id = $1 AND name = 'Nora Vale'`)).toEqual([]);
    const own = await inside(() => series.book({ patientId, slotId: slots[0]!, every, count: 5 }));
    expect(own).toMatchObject({ ok: false });
    expect(own.ok ? [] : own.conflicts.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'patient_busy'],
      [1, 'not_free'],
      [3, 'not_free'],
    ]);
  });

  it('of linked visits does not put its patient in two places', async () => {
    const one = await roster.slot(doctorId, 60);
    const two = await roster.slot(await roster.doctor('Omar Haddad'), 75);
    const visits = [{ slotId: one }, { slotId: two }];
    expect(await inside(() => series.book({ patientId, visits }))).toMatchObject({
      ok: false,
      conflicts: [{ index: 1, reason: 'patient_busy' }],
    });
    expect(await statusOf(one)).toBe('free');
  });

  it('of long visits takes every slot it needs', async () => {
    const visitType = await roster.visitType('Infusion', 60);
    const slots = [await roster.slot(doctorId, 60), await roster.slot(doctorId, 90), await roster.slot(doctorId, 300)];
    const last = await roster.slot(doctorId, 330);
    const visits = [
      { slotId: slots[0]!, visitType },
      { slotId: slots[2]!, visitType },
    ];
    expect((await inside(() => series.book({ patientId, visits }))).ok).toBe(true);
    expect(await Promise.all([...slots, last].map(statusOf))).toEqual(['booked', 'booked', 'booked', 'booked']);
  });

  it('races others and single bookings over the same times: each is whole or nothing', async () => {
    const slots = await weekly(6);
    const people = await Promise.all(
      Array.from({ length: 10 }, (_one, index) => roster.patient(`Racer ${index}`, `+1202555${4000 + index}`)),
    );
    const results = await Promise.all(
      people.map((who, index) =>
        inside(async () =>
          index % 2 === 0
            ? series.book({
                patientId: who,
                visits: [...slots].sort(() => Math.random() - 0.5).map((slotId) => ({ slotId })),
              })
            : bookings.book({ slotId: slots[index % 6]!, patientId: who }),
        ),
      ),
    );
    expect((await seriesSizes()).every((size) => size === '6')).toBe(true);
    expect(results.some((result) => result.ok)).toBe(true);
    const twice = await roster.rows(
      `SELECT slot_id FROM appointments WHERE clinic_id = $1 AND status = 'booked' GROUP BY slot_id HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('booked one visit after another instead would be torn', async () => {
    const slots = await weekly(6);
    made(await inside(async () => bookings.book({ slotId: slots[4]!, patientId: await roster.patient('Olga Marin') })));
    const one = await inside(async () => {
      const results = [];
      for (const slotId of slots) results.push(await bookings.book({ slotId, patientId }));
      return results;
    });
    const seriesIds = one.flatMap((result) => (result.ok ? [result.appointment.id] : []));
    await roster.rows(
      `UPDATE appointments SET series_id = $2 WHERE clinic_id = $1 AND id = ANY($3)`,
      seriesIds[0],
      seriesIds,
    );
    expect((await seriesSizes()).every((size) => size === '6')).toBe(false);
  });

  it('of one patient booked twice at once is there once', async () => {
    const slots = await weekly(4);
    const mine = () => inside(() => series.book({ patientId, slotId: slots[0]!, every, count: 4 }));
    const results = await Promise.all([mine(), mine(), mine()]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('overbooking', () => {
  it('puts a visit beside another one with its reason, audited, and gives nothing away when it is cancelled', async () => {
    const slotId = await roster.slot(doctorId, 60);
    made(await inside(() => bookings.book({ slotId, patientId })));
    const other = await roster.patient('Olga Marin', '+12125550111');
    const request = { slotId, patientId: other, overbookReason: 'acute pain, Dr Adler agreed' };
    const extra = made(await inside(() => bookings.overbook(request)));
    expect(extra.appointment).toMatchObject({ overbooked: true, slotId, status: 'booked' });
    const audit = await roster.rows(
      `SELECT subject_id FROM audit_entries WHERE clinic_id = $1 AND action = 'appointment.overbook'`,
    );
    expect(audit).toEqual([{ subject_id: extra.appointment.id }]);
    made(await inside(() => bookings.cancel({ appointmentId: extra.appointment.id })));
    expect(await statusOf(slotId)).toBe('booked');
  });

  it('is refused where the time is free, over, or the patient is elsewhere', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const overbookReason = 'asked for';
    expect(await inside(() => bookings.overbook({ slotId, patientId, overbookReason }))).toMatchObject({
      ok: false,
      reason: 'slot_free',
    });
    made(await inside(() => bookings.book({ slotId, patientId })));
    expect(await inside(() => bookings.overbook({ slotId, patientId, overbookReason }))).toMatchObject({
      ok: false,
      reason: 'patient_busy',
    });
    const past = await roster.slot(doctorId, -60);
    expect(await inside(() => bookings.overbook({ slotId: past, patientId, overbookReason }))).toMatchObject({
      reason: 'past_time',
    });
  });

  it('of one patient at once is one visit', async () => {
    const slotId = await roster.slot(doctorId, 60);
    made(await inside(() => bookings.book({ slotId, patientId })));
    const other = await roster.patient('Olga Marin', '+12125550111');
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        inside(() => bookings.overbook({ slotId, patientId: other, overbookReason: 'twice' })),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.reason).toBe('patient_busy');
  });
});

describe('a block', () => {
  it('takes free times off the market and puts them back; again is no mistake', async () => {
    const slots = [await roster.slot(doctorId, 60), await roster.slot(doctorId, 90)];
    expect(await inside(() => blocks.block(slots, 'broken lamp'))).toMatchObject({ ok: true });
    expect(await inside(() => blocks.block(slots, null))).toEqual({ ok: true, slotIds: [] });
    expect(await inside(() => bookings.book({ slotId: slots[0]!, patientId }))).toMatchObject({ reason: 'slot_taken' });
    const back = await inside(() => blocks.unblock(slots));
    expect(back.ok ? [...back.slotIds].sort() : []).toEqual([...slots].sort());
    made(await inside(() => bookings.book({ slotId: slots[0]!, patientId })));
    const types = await roster.rows<{ type: string }>(
      `SELECT type FROM outbox WHERE clinic_id = $1 AND type LIKE 'Slots%' ORDER BY occurred_at`,
    );
    expect(types.map((row) => row.type)).toEqual(['SlotsBlocked', 'SlotsUnblocked']);
  });

  it('is all or none: a time that somebody has is listed; a hold that has ended is nobody’s', async () => {
    const slots = [await roster.slot(doctorId, 60), await roster.slot(doctorId, 90), await roster.slot(doctorId, 120)];
    made(await inside(() => bookings.book({ slotId: slots[1]!, patientId })));
    expect(await inside(() => blocks.block(slots, null))).toEqual({
      ok: false,
      conflicts: [{ slotId: slots[1], reason: 'slot_taken' }],
    });
    await inside(() => bookings.hold({ slotId: slots[2]!, owner: { kind: 'token' } }));
    await roster.lapseHolds();
    expect((await inside(() => blocks.block([slots[0]!, slots[2]!], null))).ok).toBe(true);
  });

  it('races bookings: blocked or booked, never both', async () => {
    for (let round = 0; round < 6; round++) {
      const slotId = await roster.slot(doctorId, 60 + round * 40);
      const who = await roster.patient(`Racer ${round}`, `+1202555${5000 + round}`);
      const [blocked, ...results] = await Promise.all([
        inside(() => blocks.block([slotId], null)),
        inside(() => bookings.book({ slotId, patientId: who })),
      ]);
      expect(Number(blocked.ok) + results.filter((result) => result.ok).length).toBe(1);
    }
  });
});
