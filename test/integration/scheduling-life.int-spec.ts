import { APPOINTMENT_LIFE, faultOfChange } from '../../libs/scheduling/src/booking-life';
import type { AppointmentStatus } from '@clinicall/scheduling';
import { AppointmentsService } from '@clinicall/scheduling';
import { Client } from 'pg';
import { Roster } from '../support/scheduling-world';
import { BookingDesk, booked, held } from '../support/booking-desk';

const desk = BookingDesk.open();
const token = { kind: 'token' } as const;
const { inside } = desk;

async function visit(startsIn: number, minutes = 30, who = desk.patientId): Promise<string> {
  const slotId = await desk.roster.slot(desk.doctorId, startsIn, minutes);
  return booked(await inside(() => desk.bookings.book({ slotId, patientId: who }))).appointment.id;
}
/** Lets the visit's time, and its slot's, be another one: the way to yesterday. */
async function shift(appointmentId: string, minutes: number): Promise<void> {
  await desk.roster.rows(
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
    await desk.roster.rows<{ data: Record<string, unknown> }>(
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
        const id = await visit(60 + tried.size * 40);
        const set = (status: string) =>
          desk.roster.rows(
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
    const appointmentId = await visit(30);
    expect(booked(await inside(() => desk.bookings.arrive({ appointmentId }))).appointment.status).toBe('arrived');
    expect(booked(await inside(() => desk.bookings.arrive({ appointmentId }))).repeated).toBe(true);
    expect(await inside(() => desk.bookings.fulfil({ appointmentId }))).toEqual({ ok: false, reason: 'too_early' });
    await shift(appointmentId, -40);
    expect(booked(await inside(() => desk.bookings.fulfil({ appointmentId }))).appointment).toMatchObject({
      status: 'fulfilled',
      version: 3,
    });
    expect(await inside(() => desk.bookings.cancel({ appointmentId }))).toEqual({ ok: false, reason: 'not_booked' });
    expect(await events('AppointmentArrived')).toHaveLength(1);
    expect(await events('AppointmentFulfilled')).toHaveLength(1);
  });

  it('is a no-show only when a person says so; whoever comes after all has arrived', async () => {
    const appointmentId = await visit(30);
    expect(await inside(() => desk.bookings.noShow({ appointmentId }))).toEqual({ ok: false, reason: 'too_early' });
    await shift(appointmentId, -100);
    const list = () => inside(() => desk.world.get(AppointmentsService).withoutOutcome({ limit: 10 }, new Date()));
    expect((await list()).items.map((one) => one.id)).toEqual([appointmentId]);
    expect(booked(await inside(() => desk.bookings.noShow({ appointmentId }))).appointment.status).toBe('noshow');
    expect((await list()).items).toEqual([]);
    expect(booked(await inside(() => desk.bookings.arrive({ appointmentId }))).appointment.status).toBe('arrived');
    expect(await events('AppointmentNoShow')).toHaveLength(1);
  });

  it('does not put the patient in two places', async () => {
    const appointmentId = await visit(30);
    await shift(appointmentId, -40);
    await inside(() => desk.bookings.noShow({ appointmentId }));
    const elsewhere = await desk.roster.slot(await desk.roster.doctor('Omar Haddad'), 300);
    const other = booked(await inside(() => desk.bookings.book({ slotId: elsewhere, patientId: desk.patientId })))
      .appointment.id;
    await shift(other, -310);
    expect(await inside(() => desk.bookings.arrive({ appointmentId }))).toEqual({ ok: false, reason: 'patient_busy' });
  });

  it('is refused to whoever read an older version', async () => {
    const appointmentId = await visit(30);
    expect(await inside(() => desk.bookings.arrive({ appointmentId, version: 2 }))).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await inside(() => desk.bookings.cancel({ appointmentId, version: 2 }))).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect((await inside(() => desk.bookings.arrive({ appointmentId, version: 1 }))).ok).toBe(true);
  });

  it('is one of several said at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const appointmentId = await visit(30 + round * 40);
      await shift(appointmentId, -3000);
      const results = await Promise.all([
        inside(() => desk.bookings.fulfil({ appointmentId })),
        inside(() => desk.bookings.noShow({ appointmentId })),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    }
  });
});

describe('a cancellation', () => {
  it('carries its code and words; inside the window a patient’s is late, the clinic’s is not', async () => {
    const [near, far, ours] = [await visit(60), await visit(60 * 48), await visit(120)];
    const cancelled = async (appointmentId: string, code?: 'pat-lt' | 'prov-pers') =>
      booked(await inside(() => desk.bookings.cancel({ appointmentId, code, reason: 'no bus' }))).appointment
        .cancellation;
    expect(await cancelled(near, 'pat-lt')).toMatchObject({ code: 'pat-lt', reason: 'no bus', late: true });
    expect(await cancelled(far)).toMatchObject({ code: null, late: false });
    expect(await cancelled(ours, 'prov-pers')).toMatchObject({ code: 'prov-pers', late: false });
    expect((await events('AppointmentCancelled')).map(({ code, late }) => ({ code, late }))).toEqual([
      { code: 'pat-lt', late: true },
      { code: null, late: false },
      { code: 'prov-pers', late: false },
    ]);
    const late = await inside(() => desk.world.get(AppointmentsService).list({ late: true, limit: 10 }));
    expect(late.items.map((one) => one.id)).toEqual([near]);
  });

  it('follows the clinic’s own window', async () => {
    desk.roster = await Roster.of(desk.world, { settings: { cancelWindowHours: 0 } });
    desk.doctorId = await desk.roster.doctor();
    const appointmentId = await visit(60, 30, await desk.roster.patient());
    expect(booked(await inside(() => desk.bookings.cancel({ appointmentId }))).appointment.cancellation?.late).toBe(
      false,
    );
  });
});

describe('a hold', () => {
  it('is extended once, by its owner, while it stands', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const { hold, holdToken = '' } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    const owner = { kind: 'token', token: holdToken } as const;
    await desk.roster.rows(
      `UPDATE slots SET hold_expires_at = now() + interval '1 minute' WHERE clinic_id = $1 AND id = $2`,
      slotId,
    );
    await desk.roster.rows(`UPDATE holds SET expires_at = now() + interval '1 minute' WHERE clinic_id = $1`);
    const results = await Promise.all([1, 2, 3].map(() => inside(() => desk.bookings.extend(hold.id, owner))));
    const [extended] = results.filter((result) => result.ok);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(Date.parse(extended?.ok === true ? extended.hold.expiresAt : '') - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(await inside(() => desk.bookings.extend(hold.id, owner))).toEqual({ ok: false, reason: 'hold_extended' });
    expect(await inside(() => desk.bookings.extend(hold.id, { kind: 'token', token: 'x' }))).toMatchObject({
      reason: 'hold_not_yours',
    });
    expect(await events('HoldExtended')).toHaveLength(1);
    expect((await inside(() => desk.bookings.confirm({ holdId: hold.id, owner, patientId: desk.patientId }))).ok).toBe(
      true,
    );
  });

  it('that has ended is not extended', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const { hold, holdToken = '' } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    await desk.roster.lapseHolds();
    const owner = { kind: 'token', token: holdToken } as const;
    expect(await inside(() => desk.bookings.extend(hold.id, owner))).toEqual({ ok: false, reason: 'hold_expired' });
  });
});

describe('without the trigger', () => {
  it('a cancelled visit comes back to life', async () => {
    const appointmentId = await visit(60);
    booked(await inside(() => desk.bookings.cancel({ appointmentId })));
    const revive = () =>
      desk.roster.rows(
        `UPDATE appointments SET status = 'booked', cancelled_at = NULL, late_cancel = false
          WHERE clinic_id = $1 AND id = $2`,
        appointmentId,
      );
    await expect(revive()).rejects.toThrow('cannot become');
    const owner = new Client({ connectionString: desk.world.ownerUrl });
    await owner.connect();
    await owner.query('DROP TRIGGER appointments_life ON appointments');
    await owner.end();
    await revive();
  });
});
