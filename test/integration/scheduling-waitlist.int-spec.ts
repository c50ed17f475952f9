import { JobRunner, OutboxDispatcher } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import type { BookingResult } from '@clinicall/scheduling';
import { BookingsService, SlotBlocksService, WaitlistOffers, WaitlistService } from '@clinicall/scheduling';
import { WaitlistEndings } from '../../libs/scheduling/src/waitlist-endings';
import { WaitlistWatch } from '../../libs/scheduling/src/waitlist-watch';
import { Client } from 'pg';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let bookings: BookingsService;
let waitlist: WaitlistService;
let offers: WaitlistOffers;
let roster: Roster;
let doctorId: string;
let owner: Client;

beforeAll(async () => {
  world = await startSchedulingWorld();
  bookings = world.get(BookingsService);
  waitlist = world.get(WaitlistService);
  offers = world.get(WaitlistOffers);
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});
beforeEach(async () => {
  roster = await Roster.of(world);
  doctorId = await roster.doctor();
});

const DAY = 24 * 60;
const inside = <T>(work: () => Promise<T>) => roster.inside(work);
let phones = 0;
const person = (name: string) => roster.patient(name, `+1202556${String(1000 + phones++)}`);
const join = (patientId: string, wish: Partial<Parameters<WaitlistService['join']>[0]> = {}) =>
  inside(() => waitlist.join({ patientId, specialty: 'Cardiology', source: 'staff', ...wish }));
const entry = (id: string) => inside(() => waitlist.get(id));
const offer = (slotId: string) => inside(() => offers.offer(slotId));
function made(result: BookingResult): string {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.appointment.id;
}
const statusOf = async (slotId: string) =>
  (await roster.rows<{ status: string }>('SELECT status FROM slots WHERE clinic_id = $1 AND id = $2', slotId))[0]
    ?.status;
/** Lets every live offer's time be over. */
async function lapse(): Promise<void> {
  await roster.lapseHolds();
  await roster.rows(
    `UPDATE waitlist_offers SET expires_at = now() - interval '1 second' WHERE clinic_id = $1 AND status = 'offered'`,
  );
  await inside(() => world.get(WaitlistEndings).closeLapsed());
}
/** Delivers what is in the outbox and returns the slots that jobs were put aside for. */
async function slotsToOffer(): Promise<string[]> {
  const dispatcher = world.get(OutboxDispatcher);
  while ((await dispatcher.deliverBatch()) > 0);
  const { rows } = await owner.query<{ payload: { slotId: string; clinicId: string } }>(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
      WHERE t.id = j.task_id AND t.identifier = 'waitlist.offer' AND j.run_at <= now() + interval '1 minute' RETURNING j.payload`,
  );
  return rows.filter((row) => row.payload.clinicId === roster.clinicId).map((row) => row.payload.slotId);
}

describe('the waitlist', () => {
  it('keeps wishes: the same again is the same, twice at once too; nonsense is named', async () => {
    const patientId = await person('Anna Berg');
    const ids = await Promise.all([1, 2, 3].map(() => join(patientId, { weekdays: [1, 2] })));
    expect(new Set(ids).size).toBe(1);
    expect(await join(patientId, { weekdays: [3] })).not.toBe(ids[0]);
    const at = new Date();
    await expect(join(patientId, { from: at, to: at })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(join(patientId, { dailyFrom: '12:00', dailyTo: '09:00' })).rejects.toThrow('dailyTo');
    await expect(join(patientId, { specialty: 'Magic' })).rejects.toThrow('specialty');
    const page = await inside(() => waitlist.list({ limit: 1 }));
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).not.toBeNull();
  });

  it('offers a time to whoever waits longest, unless another is more urgent, and to nobody it does not suit', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const [first, second, urgent] = [await person('First'), await person('Second'), await person('Urgent')];
    const evening = await join(first, { dailyFrom: '23:58', dailyTo: '23:59' });
    const long = await join(second);
    const pressing = await join(urgent, { priority: 5 });
    expect(await offer(slotId)).toMatchObject({ waitlistEntryId: pressing, patientId: urgent, slotId });
    expect(await statusOf(slotId)).toBe('held');
    const other = await roster.slot(doctorId, 4 * DAY);
    expect(await offer(other)).toMatchObject({ waitlistEntryId: long });
    expect(await offer(await roster.slot(doctorId, 5 * DAY))).toBeUndefined();
    expect((await entry(evening)).status).toBe('waiting');
  });

  it('asks only those who agreed, have a number, and are free then; and never so late that nobody can answer', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const silent = await person('Silent');
    await join(silent, { contactConsent: false });
    const busy = await person('Busy');
    await join(busy);
    made(
      await inside(async () =>
        bookings.book({ slotId: await roster.slot(await roster.doctor('Omar'), 3 * DAY + 10), patientId: busy }),
      ),
    );
    expect(await offer(slotId)).toBeUndefined();
    await join(await person('Ready'));
    expect(await offer(await roster.slot(doctorId, 20))).toBeUndefined();
    expect(await offer(slotId)).toBeDefined();
  });

  it('books what is accepted, once; what is declined goes to the next and does not come back', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const one = await join(await person('One'));
    const two = await join(await person('Two'));
    await offer(slotId);
    expect(await inside(() => offers.decline(one))).toBe(true);
    expect(await inside(() => offers.decline(one))).toBe(false);
    expect(await slotsToOffer()).toEqual([slotId]);
    expect((await entry(one)).status).toBe('waiting');
    expect(await offer(slotId)).toMatchObject({ waitlistEntryId: two });
    const answers = await Promise.all([1, 2, 3].map(() => inside(() => offers.accept(two))));
    expect(new Set(answers.map(made)).size).toBe(1);
    expect(await entry(two)).toMatchObject({ status: 'booked', offers: [{ status: 'accepted' }] });
    expect(await inside(() => offers.accept(one))).toMatchObject({ ok: false, reason: 'hold_expired' });
  });

  it('moves on when nobody answers, and leaves whoever never does', async () => {
    const slots = await Promise.all([3, 4, 5].map((day) => roster.slot(doctorId, day * DAY)));
    const quiet = await join(await person('Quiet'));
    for (const slotId of slots) {
      expect(await offer(slotId)).toMatchObject({ waitlistEntryId: quiet });
      await lapse();
      expect(await statusOf(slotId)).toBe('free');
    }
    expect(await entry(quiet)).toMatchObject({ status: 'expired', offers: [{}, {}, {}] });
  });

  it('gives a time back when its entry is withdrawn', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const id = await join(await person('Leaver'));
    await offer(slotId);
    await expect(inside(() => waitlist.withdraw(id, 1))).rejects.toMatchObject({ code: 'precondition_failed' });
    await inside(() => waitlist.withdraw(id));
    await inside(() => waitlist.withdraw(id));
    expect(await statusOf(slotId)).toBe('free');
    expect((await entry(id)).status).toBe('cancelled');
  });

  it('hands the offered time to its patient on any other way, and to nobody else', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const patientId = await person('Caller');
    const id = await join(patientId);
    await offer(slotId);
    const stranger = await person('Stranger');
    const hold = (who: string) => inside(() => bookings.hold({ slotId, owner: { kind: 'token' }, patientId: who }));
    expect(await hold(stranger)).toMatchObject({ ok: false, reason: 'slot_taken' });
    const kept = await hold(patientId);
    if (!kept.ok) throw new Error(kept.reason);
    const confirm = { holdId: kept.hold.id, owner: { kind: 'token', token: kept.holdToken ?? '' } as const, patientId };
    const appointmentId = made(await inside(() => bookings.confirm(confirm)));
    await slotsToOffer();
    expect(await entry(id)).toMatchObject({ status: 'booked', appointmentId });
  });

  it('moves the visit of somebody who waits for an earlier time, and never offers a later one', async () => {
    const patientId = await person('Mover');
    const [later, latest, earlier] = await Promise.all([5, 9, 3].map((day) => roster.slot(doctorId, day * DAY)));
    const movesAppointmentId = made(await inside(() => bookings.book({ slotId: later!, patientId })));
    await expect(join(await person('Other'), { movesAppointmentId })).rejects.toThrow('movesAppointmentId');
    const id = await join(patientId, { movesAppointmentId });
    await slotsToOffer();
    expect((await entry(id)).status).toBe('waiting');
    expect(await offer(latest!)).toBeUndefined();
    expect(await offer(earlier!)).toMatchObject({ waitlistEntryId: id });
    expect(made(await inside(() => offers.accept(id)))).toBe(movesAppointmentId);
    expect([await statusOf(earlier!), await statusOf(later!)]).toEqual(['booked', 'free']);
    expect(await entry(id)).toMatchObject({ status: 'booked', appointmentId: movesAppointmentId });
    const again = await join(patientId, { movesAppointmentId });
    await inside(() => bookings.cancel({ appointmentId: movesAppointmentId }));
    await slotsToOffer();
    expect((await entry(again)).status).toBe('cancelled');
  });

  it('sees every way in which a time becomes free', async () => {
    await join(await person('Waiter'));
    const [a, b, c, d, e] = await Promise.all([3, 4, 5, 6, 7].map((day) => roster.slot(doctorId, day * DAY)));
    const other = await person('Other');
    const first = made(await inside(() => bookings.book({ slotId: a!, patientId: other })));
    const second = made(await inside(() => bookings.book({ slotId: b!, patientId: other })));
    await slotsToOffer();
    await inside(() => bookings.cancel({ appointmentId: first }));
    expect(await slotsToOffer()).toEqual([a]);
    await inside(() => bookings.reschedule({ appointmentId: second, slotId: c! }));
    expect(await slotsToOffer()).toEqual([b]);
    await inside(() => world.get(SlotBlocksService).block([d!], null));
    await inside(() => world.get(SlotBlocksService).unblock([d!]));
    expect(await slotsToOffer()).toEqual([d]);
    const kept = await inside(() => bookings.hold({ slotId: e!, owner: { kind: 'token' } }));
    if (!kept.ok) throw new Error(kept.reason);
    await inside(() => bookings.release(kept.hold.id, { kind: 'token', token: kept.holdToken ?? '' }));
    expect(await slotsToOffer()).toEqual([e]);
    expect(world.get(JobRunner).running()).toBe(true);
  });

  it('hears of everything twice and does it once', async () => {
    const [a, b] = [await roster.slot(doctorId, 3 * DAY), await roster.slot(doctorId, 4 * DAY)];
    const waiter = await person('Waiter');
    const id = await join(waiter);
    const appointmentId = made(
      await inside(async () => bookings.book({ slotId: a, patientId: await person('Other') })),
    );
    await inside(() => bookings.cancel({ appointmentId }));
    await slotsToOffer();
    const events = await roster.rows<DomainEvent<{ appointmentId: string }>>(
      `SELECT type, data FROM outbox WHERE clinic_id = $1 AND type = 'AppointmentCancelled'`,
    );
    const watch = world.get(WaitlistWatch);
    for (const event of [...events, ...events]) await inside(() => watch.cancelled(event));
    expect(await slotsToOffer()).toEqual([a]);
    const own = made(await inside(() => bookings.book({ slotId: b, patientId: waiter })));
    await slotsToOffer();
    const after = await entry(id);
    expect(after).toMatchObject({ status: 'booked', appointmentId: own });
    const [booked] = await roster.rows<DomainEvent<{ appointmentId: string }>>(
      `SELECT type, data FROM outbox WHERE clinic_id = $1 AND type = 'AppointmentBooked' AND data->>'appointmentId' = $2`,
      own,
    );
    await inside(() => watch.booked(booked!));
    expect((await entry(id)).version).toBe(after.version);
  });

  it('asks nobody at night', async () => {
    await join(await person('Sleeper'));
    const slotId = await roster.slot(doctorId, 3 * DAY);
    const night = await Roster.of(world, { timezone: asleepNow() });
    expect(night.clinicId).not.toBe(roster.clinicId);
    await night.inside(() => world.get(WaitlistWatch).offerFreed({ slotId }));
    const { rows } = await owner.query<{ key: string }>(
      `SELECT key FROM graphile_worker.jobs WHERE key = $1 AND run_at > now()`,
      [`${night.clinicId}:waitlist-morning:${slotId}`],
    );
    expect(rows).toHaveLength(1);
  });

  it('races: several freed times, several who wait, callers who want the same: nobody is asked twice, nothing is promised twice', async () => {
    const slots = await Promise.all(Array.from({ length: 6 }, (_one, day) => roster.slot(doctorId, (3 + day) * DAY)));
    const entries = await Promise.all(
      Array.from({ length: 4 }, async (_one, index) => join(await person(`W ${index}`))),
    );
    const callers = await Promise.all(Array.from({ length: 6 }, (_one, index) => person(`C ${index}`)));
    const [offered, booked] = await Promise.all([
      Promise.all([...slots, ...slots].map((slotId) => offer(slotId))),
      Promise.all(callers.map((patientId, index) => inside(() => bookings.book({ slotId: slots[index]!, patientId })))),
    ]);
    const live = offered.filter((one) => one !== undefined);
    expect(new Set(live.map((one) => one.slotId)).size).toBe(live.length);
    expect(new Set(live.map((one) => one.waitlistEntryId)).size).toBe(live.length);
    const taken = new Set(booked.flatMap((one) => (one.ok ? [one.appointment.slotId] : [])));
    for (const one of live) expect(taken.has(one.slotId)).toBe(false);
    const answers = await Promise.all(
      live.flatMap((one) => [
        inside(() => offers.accept(one.waitlistEntryId)),
        inside(() => offers.decline(one.waitlistEntryId)),
        inside(() => waitlist.withdraw(one.waitlistEntryId)),
      ]),
    );
    expect(answers).toHaveLength(live.length * 3);
    const torn = await roster.rows(
      `SELECT e.id FROM waitlist_entries e WHERE e.clinic_id = $1 AND (
          e.status = 'offered' OR (e.status = 'booked') <> EXISTS (
            SELECT FROM appointments a WHERE a.clinic_id = $1 AND a.id = e.appointment_id AND a.status = 'booked'))
       UNION ALL SELECT id FROM waitlist_offers WHERE clinic_id = $1 AND status = 'offered'
       UNION ALL SELECT id FROM slots WHERE clinic_id = $1 AND status = 'held'`,
    );
    expect(torn).toEqual([]);
    expect(entries).toHaveLength(4);
  });

  it('without its unique indexes would promise twice', async () => {
    const slotId = await roster.slot(doctorId, 3 * DAY);
    await join(await person('One'));
    const two = await join(await person('Two'));
    await offer(slotId);
    const again = `INSERT INTO waitlist_offers (clinic_id, id, entry_id, slot_id, hold_id, expires_at)
      SELECT clinic_id, gen_random_uuid(), $2, slot_id, hold_id, expires_at FROM waitlist_offers WHERE clinic_id = $1`;
    await expect(roster.rows(again, two)).rejects.toThrow('waitlist_offers_live_slot_key');
    await owner.query('DROP INDEX waitlist_offers_live_slot_key');
    await roster.rows(again, two);
  });
});

/** A zone in which it is night now. */
function asleepNow(): string {
  const hour = new Date().getUTCHours();
  const wanted = (3 - hour + 24) % 24;
  const offset = wanted > 12 ? wanted - 24 : wanted;
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}
