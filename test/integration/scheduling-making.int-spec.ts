import { randomUUID } from 'node:crypto';
import { Database, OutboxDispatcher } from '@clinicall/platform';
import { TasksService } from '@clinicall/identity';
import { BookingsService, SlotMaking } from '@clinicall/scheduling';
import type { SlotsMade } from '@clinicall/scheduling';
import { ClinicDocuments } from '../../libs/identity/src/clinic-documents';
import { SlotWatch } from '../../libs/scheduling/src/slot-watch';
import { Temporal } from 'temporal-polyfill';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world.close());

interface Row {
  readonly id: string;
  readonly wall: string;
  readonly status: string;
  readonly withdrawn: boolean;
  readonly appointment_id: string | null;
  readonly hold_id: string | null;
}

describe('the making of slots', () => {
  let roster: Roster;
  let ruth: string;
  let rule: string;
  const tomorrow = Temporal.Now.plainDateISO('America/New_York').add({ days: 1 });
  const remake = (doctorId = ruth): Promise<SlotsMade> => roster.inside(() => world.get(SlotMaking).remake([doctorId]));

  /** A weekly session on tomorrow's weekday; horizon of eight days: tomorrow, and a week later. */
  async function session(
    doctorId: string,
    from: string,
    to: string,
    more: { room?: string; location?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    const { room = null, location = null } = more;
    await roster.rows(
      `INSERT INTO schedules (clinic_id, id, doctor_id, specialty_id, weekday, from_time, to_time, starts_on, slot_minutes,
                              room_id, location_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01', 30, $8, $9)`,
      ...[id, doctorId, roster.specialtyId, tomorrow.dayOfWeek, from, to, room, location],
    );
    return id;
  }

  async function exception(kind: string, fields: Record<string, unknown> = {}): Promise<string> {
    const id = randomUUID();
    const { doctorId = null, from = null, to = null, on = tomorrow.toString() } = fields;
    await roster.rows(
      `INSERT INTO schedule_exceptions (clinic_id, id, kind, doctor_id, specialty_id, starts_on, ends_on, from_time, to_time, slot_minutes)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, 30)`,
      ...[id, kind, doctorId, roster.specialtyId, on, from, to],
    );
    return id;
  }

  const slots = (doctorId = ruth): Promise<Row[]> =>
    roster.rows<Row>(
      `SELECT id, to_char(starts_at AT TIME ZONE 'America/New_York', 'MM-DD HH24:MI') AS wall, status, withdrawn_at IS NOT NULL AS withdrawn,
              appointment_id, hold_id FROM slots WHERE clinic_id = $1 AND doctor_id = $2 ORDER BY starts_at, lane`,
      doctorId,
    );
  const walls = async (doctorId = ruth) => (await slots(doctorId)).map((slot) => slot.wall.slice(6));
  const tasks = () =>
    roster.rows<{ status: string; data: { appointmentId: string } }>(
      `SELECT status, data FROM tasks WHERE clinic_id = $1 AND kind = 'orphaned_booking'`,
    );
  const set = (change: string) => roster.rows(`UPDATE schedules SET ${change} WHERE clinic_id = $1 AND id = $2`, rule);

  beforeEach(async () => {
    roster = await Roster.of(world, { settings: { bookingHorizonDays: 6 } });
    ruth = await roster.doctor();
    rule = await session(ruth, '09:00', '11:00');
  });

  it('makes what is missing once, and writes nothing the second time', async () => {
    expect(await remake()).toMatchObject({ made: 4, removed: 0, orphaned: 0 });
    const before = await roster.rows('SELECT xmin, id FROM slots WHERE clinic_id = $1 ORDER BY id');
    const spy = jest.spyOn(world.get(Database), 'query');
    expect(await remake()).toMatchObject({ made: 0, changed: 0, removed: 0 });
    const statements = spy.mock.calls.map(([sql]) => sql.trim().split(/\s/)[0]);
    spy.mockRestore();
    expect(statements.filter((word) => word !== 'SELECT')).toEqual([]);
    expect(await roster.rows('SELECT xmin, id FROM slots WHERE clinic_id = $1 ORDER BY id')).toEqual(before);
  });

  it('writes only the difference when a rule changes', async () => {
    await remake();
    const before = await slots();
    await set(`from_time = '09:30', to_time = '12:00'`);
    expect(await remake()).toMatchObject({ made: 2, removed: 1, changed: 0 });
    const after = await slots();
    expect(after.map((slot) => slot.wall.slice(6))).toEqual(['09:30', '10:00', '10:30', '11:00', '11:30']);
    expect(after.slice(0, 3).map((slot) => slot.id)).toEqual(before.slice(1).map((slot) => slot.id));
  });

  /** Every event, to whoever hears it. */
  async function delivered(): Promise<void> {
    const dispatcher = world.get(OutboxDispatcher);
    while ((await dispatcher.deliverBatch()) > 0);
  }
  const jobs = async (): Promise<string[]> => {
    const sql = `SELECT key FROM graphile_worker.jobs WHERE key LIKE $1::text || ':scheduling-make%'`;
    return (await roster.rows<{ key: string }>(sql)).map(({ key }) => key);
  };

  it('changes a slot in place when only its rule, place or visit types do', async () => {
    await remake();
    const before = (await slots()).map((slot) => slot.id);
    await set(`visit_type_ids = ARRAY[gen_random_uuid()]`);
    expect(await remake()).toMatchObject({ made: 0, removed: 0, changed: 4 });
    expect((await slots()).map((slot) => slot.id)).toEqual(before);
    expect(await remake()).toMatchObject({ changed: 0 });
  });

  it('keeps a booked slot that lost its rule, tells staff once, and lets it go when it is given back', async () => {
    await remake();
    const slotId = (await slots())[0]!.id;
    const patientId = await roster.patient();
    const booked = await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    if (!booked.ok) throw new Error(booked.reason);
    await set(`from_time = '10:00'`);
    expect(await remake()).toMatchObject({ removed: 1, orphaned: 1 });
    expect(await remake()).toMatchObject({ removed: 0, orphaned: 0 });
    expect((await slots())[0]).toMatchObject({ id: slotId, status: 'booked', withdrawn: true });
    expect(await tasks()).toMatchObject([{ status: 'requested', data: { appointmentId: booked.appointment.id } }]);
    await roster.inside(() => world.get(BookingsService).cancel({ appointmentId: booked.appointment.id }));
    expect((await slots())[0]).toMatchObject({ id: slotId, status: 'withdrawn' });
    const again = await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    expect(again).toMatchObject({ ok: false, reason: 'slot_taken' });
  });

  it.each(['cancelled', 'moved'])('closes the task by itself when its visit is %s', async (how) => {
    await remake();
    const bookings = world.get(BookingsService);
    const [slotId, , , free] = (await slots()).map((slot) => slot.id) as [string, string, string, string];
    const patientId = await roster.patient();
    const booked = await roster.inside(() => bookings.book({ slotId, patientId }));
    if (!booked.ok) throw new Error(booked.reason);
    await set(`from_time = '10:00'`);
    await remake();
    await delivered();
    expect(await tasks()).toMatchObject([{ status: 'requested' }]);
    const appointmentId = booked.appointment.id;
    if (how === 'cancelled') await roster.inside(() => bookings.cancel({ appointmentId }));
    else await roster.inside(() => bookings.reschedule({ appointmentId, slotId: free }));
    await delivered();
    expect(await tasks()).toMatchObject([{ status: 'completed' }]);
    const closing = `SELECT actor_kind FROM audit_entries WHERE clinic_id = $1 AND action = 'task.resolve'`;
    expect(await roster.rows(closing)).toHaveLength(1);
  });

  it('leaves a task that is of the visit’s new time', async () => {
    const appointmentId = randomUUID();
    const open = () => world.get(TasksService).open('orphaned_booking', { appointmentId });
    await roster.inside(open);
    await roster.inside(() =>
      world.get(TasksService).resolveAbout('orphaned_booking', appointmentId, new Date(Date.now() - 60_000)),
    );
    expect(await tasks()).toMatchObject([{ status: 'requested' }]);
  });

  const usual = ['09:00', '09:30', '10:00', '10:30'];
  it.each([
    ['another zone', { timezone: 'America/Chicago' }, ['10:00', '10:30', '11:00', '11:30']],
    ['a holiday', { settings: { holidays: [{ on: tomorrow.toString(), name: 'Founding day' }] } }, []],
    ['a longer horizon', { settings: { bookingHorizonDays: 8 } }, [...usual, ...usual]],
  ])('follows %s of the clinic at once, by one job', async (_what, patch, expected) => {
    await remake();
    const documents = world.get(ClinicDocuments);
    await roster.inside(() => documents.change({ settings: { cancelWindowHours: 3 } }, { newNumbers: false }));
    await delivered();
    expect(await jobs()).toEqual([]);
    await roster.inside(() => documents.change(patch, { newNumbers: false }));
    await delivered();
    expect(await jobs()).toEqual([`${roster.clinicId}:scheduling-make-clinic`]);
    await roster.inside(() => world.get(SlotWatch).make());
    expect(await walls()).toEqual(expected);
  });

  it('takes the task back when the rule comes back', async () => {
    await remake();
    const slotId = (await slots())[0]!.id;
    const patientId = await roster.patient();
    await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    await set(`from_time = '10:00'`);
    await remake();
    await set(`from_time = '09:00'`);
    expect(await remake()).toMatchObject({ made: 1, orphaned: 0 });
    expect((await slots())[0]).toMatchObject({ id: slotId, status: 'booked', withdrawn: false });
    expect(await tasks()).toMatchObject([{ status: 'completed' }]);
  });

  it('leaves a booking in order while the doctor is there, though the grid has changed', async () => {
    await remake();
    const slotId = (await slots())[1]!.id;
    const patientId = await roster.patient();
    await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    await set(`slot_minutes = 20`);
    expect(await remake()).toMatchObject({ orphaned: 0 });
    expect(await tasks()).toEqual([]);
    // 09:20 and 09:40 would lie over the booking of 09:30 to 10:00.
    expect(await walls()).toEqual(['09:00', '09:30', '10:00', '10:20', '10:40']);
  });

  it('leaves a held slot to its owner, and takes it away after', async () => {
    await remake();
    const slotId = (await slots())[0]!.id;
    const held = await roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'token' } }));
    if (!held.ok || held.holdToken === undefined) throw new Error('not held');
    await roster.rows('DELETE FROM schedules WHERE clinic_id = $1 AND id = $2', rule);
    expect(await remake()).toMatchObject({ removed: 3 });
    expect((await slots())[0]).toMatchObject({ id: slotId, status: 'held', withdrawn: true });
    await roster.lapseHolds();
    const late = await roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'token' } }));
    expect(late).toMatchObject({ ok: false, reason: 'slot_taken' });
    expect(await remake()).toMatchObject({ removed: 1 });
    expect((await slots())[0]).toMatchObject({ id: slotId, status: 'withdrawn', hold_id: null });
    const jobs = await world
      .inside(roster.clinicId, () => world.get(Database).query<{ key: string }>(`SELECT key FROM graphile_worker.jobs`))
      .catch(() => []);
    expect(jobs.map((job) => job.key)).toContain(`${roster.clinicId}:remake-${ruth}`);
  });

  it('a held slot without its rule that its owner confirms becomes a task', async () => {
    await remake();
    const slotId = (await slots())[0]!.id;
    const held = await roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'token' } }));
    if (!held.ok || held.holdToken === undefined) throw new Error('not held');
    await roster.rows('DELETE FROM schedules WHERE clinic_id = $1 AND id = $2', rule);
    await remake();
    const owner = { kind: 'token', token: held.holdToken } as const;
    const patientId = await roster.patient();
    const confirmed = await roster.inside(() =>
      world.get(BookingsService).confirm({ holdId: held.hold.id, owner, patientId }),
    );
    expect(confirmed.ok).toBe(true);
    expect(await remake()).toMatchObject({ orphaned: 1 });
    expect(await tasks()).toHaveLength(1);
  });

  it('keeps the history of a slot that was held before, and makes the time anew', async () => {
    await remake();
    const slotId = (await slots())[0]!.id;
    await roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'token' } }));
    await roster.lapseHolds();
    await set(`from_time = '10:00'`);
    expect(await remake()).toMatchObject({ removed: 2 });
    await set(`from_time = '09:00'`);
    expect(await remake()).toMatchObject({ made: 2 });
    expect((await slots()).filter((slot) => slot.wall.endsWith('09:00')).map((slot) => slot.status)).toEqual(
      expect.arrayContaining(['withdrawn', 'free']),
    );
  });

  it('follows holidays, leave, overrides and extra sessions, each by itself', async () => {
    const holiday = await exception('holiday');
    await remake();
    expect(await walls()).toEqual([]);
    await roster.rows('DELETE FROM schedule_exceptions WHERE clinic_id = $1 AND id = $2', holiday);
    const leave = await exception('leave', { doctorId: ruth, from: '09:00', to: '10:00' });
    await remake();
    expect(await walls()).toEqual(['10:00', '10:30']);
    await roster.rows('DELETE FROM schedule_exceptions WHERE clinic_id = $1 AND id = $2', leave);
    await exception('override', { doctorId: ruth, from: '13:00', to: '14:00' });
    await exception('extra', { doctorId: ruth, from: '18:00', to: '18:30' });
    await remake();
    expect(await walls()).toEqual(['13:00', '13:30', '18:00']);
  });

  it('never puts two doctors into a room at once, and lets one doctor’s lanes share it', async () => {
    const [location, room] = [randomUUID(), randomUUID()];
    await roster.rows(`INSERT INTO locations (clinic_id, id, name) VALUES ($1, $2, 'Main')`, location);
    await roster.rows(`INSERT INTO rooms (clinic_id, id, location_id, name) VALUES ($1, $2, $3, 'R1')`, room, location);
    await set(`room_id = '${room}', capacity = 2`);
    expect(await remake()).toMatchObject({ made: 8 });
    const omar = await roster.doctor('Omar Haddad');
    await expect(session(omar, '10:00', '12:00', { room, location })).rejects.toMatchObject({
      driverError: { constraint: 'schedules_room_no_overlap' },
    });
    await session(omar, '10:00', '12:00');
    const made = await remake(omar);
    expect(made.made).toBe(4);
    await expect(
      roster.rows(`UPDATE slots SET room_id = $3 WHERE clinic_id = $1 AND doctor_id = $2`, omar, room),
    ).rejects.toMatchObject({ driverError: { constraint: 'slots_room_no_overlap' } });
  });

  it('leaves imported times alone, and takes all times of a doctor away who has left', async () => {
    const imported = await roster.slot(ruth, 60 * 24 * 3 + 7);
    await remake();
    expect((await slots()).map((slot) => slot.id)).toContain(imported);
    await roster.rows('UPDATE doctors SET active = false WHERE clinic_id = $1 AND id = $2', ruth);
    expect(await remake()).toMatchObject({ removed: 5 });
    expect(await slots()).toEqual([]);
  });

  it('of two makings at once leaves every time once', async () => {
    const made = await Promise.all([remake(), remake(), remake()]);
    expect(made.map((one) => one.made).sort()).toEqual([0, 0, 4]);
  });

  it('puts buffers between the slots, inside the session', async () => {
    await set(`buffer_before_minutes = 5, buffer_after_minutes = 10`);
    await remake();
    expect(await walls()).toEqual(['09:05', '09:50']);
  });
});
