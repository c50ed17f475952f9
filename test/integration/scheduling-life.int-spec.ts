import { APPOINTMENT_LIFE, faultOfChange } from '../../libs/scheduling/src/booking-life';
import type { AppointmentStatus, BookingResult, HoldResult } from '@clinicall/scheduling';
import { AppointmentsService, BookingsService } from '@clinicall/scheduling';
import { Client } from 'pg';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let bookings: BookingsService;
let roster: Roster;
let doctorId: string;
let patientId: string;

beforeAll(async () => {
  world = await startSchedulingWorld();
  bookings = world.get(BookingsService);
});
afterAll(() => world.close());
beforeEach(async () => {
  roster = await Roster.of(world);
  doctorId = await roster.doctor();
  patientId = await roster.patient();
});

const token = { kind: 'token' } as const;
const inside = <T>(work: () => Promise<T>) => roster.inside(work);

function held(result: HoldResult): Extract<HoldResult, { ok: true }> {
  if (!result.ok) throw new Error(`not held: ${result.reason}`);
  return result;
}
function made(result: BookingResult): Extract<BookingResult, { ok: true }> {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}
async function booked(startsIn: number, minutes = 30, who = patientId): Promise<string> {
  const slotId = await roster.slot(doctorId, startsIn, minutes);
  return made(await inside(() => bookings.book({ slotId, patientId: who }))).appointment.id;
}
/** Lets the visit's time, and its slot's, be another one: the way to yesterday. */
async function shift(appointmentId: string, minutes: number): Promise<void> {
  await roster.rows(
    `WITH moved AS (
       UPDATE appointments SET starts_at = starts_at + make_interval(mins => $3), ends_at = ends_at + make_interval(mins => $3)
        WHERE clinic_id = $1 AND id = $2 RETURNING id)
     UPDATE slots SET starts_at = starts_at + make_interval(mins => $3), ends_at = ends_at + make_interval(mins => $3)
       FROM moved WHERE clinic_id = $1 AND appointment_id = moved.id`,
    appointmentId,
    minutes,
  );
}
const events = async (type: string) =>
  (
    await roster.rows<{ data: Record<string, unknown> }>(
      'SELECT data FROM outbox WHERE clinic_id = $1 AND type = $2 ORDER BY occurred_at',
      type,
    )
  ).map((row) => row.data);

describe('the life of an appointment', () => {
  const states: readonly AppointmentStatus[] = ['booked', 'arrived', 'fulfilled', 'cancelled', 'noshow'];

  it('is the same in the table and in the database: every pair of states is tried', async () => {
    const allowed = new Set(
      Object.values(APPOINTMENT_LIFE).flatMap((change) => change.from.map((from) => `${from}>${change.to}`)),
    );
    const tried = new Map<string, boolean>();
    for (const from of states) {
      for (const to of states) {
        if (from === to) continue;
        const id = await booked(60 + tried.size * 40);
        const set = (status: string) =>
          roster.rows(
            `UPDATE appointments SET status = $3, cancelled_at = CASE WHEN $3 = 'cancelled' THEN now() END WHERE clinic_id = $1 AND id = $2`,
            id,
            status,
          );
        if (from !== 'booked') await set(from);
        const passed = await set(to).then(
          () => true,
          () => false,
        );
        tried.set(`${from}>${to}`, passed);
      }
    }
    expect([...tried].filter(([, passed]) => passed).map(([pair]) => pair)).toEqual(
      [...tried].filter(([pair]) => allowed.has(pair)).map(([pair]) => pair),
    );
    expect(tried.size).toBe(20);
  });

  it('knows when a change makes sense', () => {
    const at = new Date('2027-05-04T14:00:00Z');
    const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
    expect(faultOfChange('cancel', 'booked', at, minutes(-1))).toBeUndefined();
    expect(faultOfChange('cancel', 'booked', at, at)).toBe('past_time');
    expect(faultOfChange('no-show', 'booked', at, minutes(-1))).toBe('too_early');
    expect(faultOfChange('no-show', 'booked', at, at)).toBeUndefined();
    expect(faultOfChange('arrive', 'booked', at, minutes(-25 * 60))).toBe('too_early');
    expect(faultOfChange('arrive', 'cancelled', at, at)).toBe('not_booked');
    expect(faultOfChange('leave', 'arrived', at, minutes(30))).toBeUndefined();
  });
});

describe('the outcome of a visit', () => {
  it('is arrived, then fulfilled, each said once and with its event', async () => {
    const appointmentId = await booked(30);
    expect(made(await inside(() => bookings.arrive({ appointmentId }))).appointment.status).toBe('arrived');
    expect(made(await inside(() => bookings.arrive({ appointmentId }))).repeated).toBe(true);
    expect(await inside(() => bookings.fulfil({ appointmentId }))).toEqual({ ok: false, reason: 'too_early' });
    await shift(appointmentId, -40);
    expect(made(await inside(() => bookings.fulfil({ appointmentId }))).appointment).toMatchObject({
      status: 'fulfilled',
      version: 3,
    });
    expect(await inside(() => bookings.cancel({ appointmentId }))).toEqual({ ok: false, reason: 'not_booked' });
    expect(await events('AppointmentArrived')).toHaveLength(1);
    expect(await events('AppointmentFulfilled')).toHaveLength(1);
  });

  it('is a no-show only when a person says so; whoever comes after all has arrived', async () => {
    const appointmentId = await booked(30);
    expect(await inside(() => bookings.noShow({ appointmentId }))).toEqual({ ok: false, reason: 'too_early' });
    await shift(appointmentId, -100);
    const list = () => inside(() => world.get(AppointmentsService).withoutOutcome({ limit: 10 }, new Date()));
    expect((await list()).items.map((one) => one.id)).toEqual([appointmentId]);
    expect(made(await inside(() => bookings.noShow({ appointmentId }))).appointment.status).toBe('noshow');
    expect((await list()).items).toEqual([]);
    expect(made(await inside(() => bookings.arrive({ appointmentId }))).appointment.status).toBe('arrived');
    expect(await events('AppointmentNoShow')).toHaveLength(1);
  });

  it('does not put the patient in two places', async () => {
    const appointmentId = await booked(30);
    await shift(appointmentId, -40);
    await inside(() => bookings.noShow({ appointmentId }));
    const elsewhere = await roster.slot(await roster.doctor('Omar Haddad'), 300);
    const other = made(await inside(() => bookings.book({ slotId: elsewhere, patientId }))).appointment.id;
    await shift(other, -310);
    expect(await inside(() => bookings.arrive({ appointmentId }))).toEqual({ ok: false, reason: 'patient_busy' });
  });

  it('is refused to whoever read an older version', async () => {
    const appointmentId = await booked(30);
    expect(await inside(() => bookings.arrive({ appointmentId, version: 2 }))).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await inside(() => bookings.cancel({ appointmentId, version: 2 }))).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect((await inside(() => bookings.arrive({ appointmentId, version: 1 }))).ok).toBe(true);
  });

  it('is one of several said at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const appointmentId = await booked(30 + round * 40);
      await shift(appointmentId, -3000);
      const results = await Promise.all([
        inside(() => bookings.fulfil({ appointmentId })),
        inside(() => bookings.noShow({ appointmentId })),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    }
  });
});

describe('a cancellation', () => {
  it('carries its code and words; inside the window a patient’s is late, the clinic’s is not', async () => {
    const [near, far, ours] = [await booked(60), await booked(60 * 48), await booked(120)];
    const cancelled = async (appointmentId: string, code?: 'pat-lt' | 'prov-pers') =>
      made(await inside(() => bookings.cancel({ appointmentId, code, reason: 'no bus' }))).appointment.cancellation;
    expect(await cancelled(near, 'pat-lt')).toMatchObject({ code: 'pat-lt', reason: 'no bus', late: true });
    expect(await cancelled(far)).toMatchObject({ code: null, late: false });
    expect(await cancelled(ours, 'prov-pers')).toMatchObject({ code: 'prov-pers', late: false });
    expect((await events('AppointmentCancelled')).map(({ code, late }) => ({ code, late }))).toEqual([
      { code: 'pat-lt', late: true },
      { code: null, late: false },
      { code: 'prov-pers', late: false },
    ]);
    const late = await inside(() => world.get(AppointmentsService).list({ late: true, limit: 10 }));
    expect(late.items.map((one) => one.id)).toEqual([near]);
  });

  it('follows the clinic’s own window', async () => {
    roster = await Roster.of(world, { settings: { cancelWindowHours: 0 } });
    doctorId = await roster.doctor();
    const appointmentId = await booked(60, 30, await roster.patient());
    expect(made(await inside(() => bookings.cancel({ appointmentId }))).appointment.cancellation?.late).toBe(false);
  });
});

describe('a hold', () => {
  it('is extended once, by its owner, while it stands', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const { hold, holdToken = '' } = held(await inside(() => bookings.hold({ slotId, owner: token })));
    const owner = { kind: 'token', token: holdToken } as const;
    await roster.rows(
      `UPDATE slots SET hold_expires_at = now() + interval '1 minute' WHERE clinic_id = $1 AND id = $2`,
      slotId,
    );
    await roster.rows(`UPDATE holds SET expires_at = now() + interval '1 minute' WHERE clinic_id = $1`);
    const results = await Promise.all([1, 2, 3].map(() => inside(() => bookings.extend(hold.id, owner))));
    const [extended] = results.filter((result) => result.ok);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(Date.parse(extended?.ok === true ? extended.hold.expiresAt : '') - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(await inside(() => bookings.extend(hold.id, owner))).toEqual({ ok: false, reason: 'hold_extended' });
    expect(await inside(() => bookings.extend(hold.id, { kind: 'token', token: 'x' }))).toMatchObject({
      reason: 'hold_not_yours',
    });
    expect(await events('HoldExtended')).toHaveLength(1);
    expect((await inside(() => bookings.confirm({ holdId: hold.id, owner, patientId }))).ok).toBe(true);
  });

  it('that has ended is not extended', async () => {
    const slotId = await roster.slot(doctorId, 60);
    const { hold, holdToken = '' } = held(await inside(() => bookings.hold({ slotId, owner: token })));
    await roster.lapseHolds();
    const owner = { kind: 'token', token: holdToken } as const;
    expect(await inside(() => bookings.extend(hold.id, owner))).toEqual({ ok: false, reason: 'hold_expired' });
  });
});

describe('without the trigger', () => {
  it('a cancelled visit comes back to life', async () => {
    const appointmentId = await booked(60);
    made(await inside(() => bookings.cancel({ appointmentId })));
    const revive = () =>
      roster.rows(
        `UPDATE appointments SET status = 'booked', cancelled_at = NULL, late_cancel = false
          WHERE clinic_id = $1 AND id = $2`,
        appointmentId,
      );
    await expect(revive()).rejects.toThrow('cannot become');
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query('DROP TRIGGER appointments_life ON appointments');
    await owner.end();
    await revive();
  });
});
