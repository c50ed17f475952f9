import { randomUUID } from 'node:crypto';
import { Database } from '@clinicall/platform';
import { BookingsService, SlotsService } from '@clinicall/scheduling';
import type { SlotSearch } from '@clinicall/scheduling';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

const deep = process.env['CLINICALL_DEEP'] === '1';
const ZONE = 'America/New_York';

let world: SchedulingWorld;
let roster: Roster;
let ruth: string;
let omar: string;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  roster = await Roster.of(world);
  ruth = await roster.doctor();
  omar = await roster.doctor('Omar Haddad');
});

const day = Temporal.Now.plainDateISO(ZONE).add({ days: 3 });
const find = (search: SlotSearch) => roster.inside(() => world.get(SlotsService).find(search));
const walls = async (search: SlotSearch) =>
  (await find(search)).items.map((item) => item.startsAt.slice(5, 16).replace('T', ' '));

/** A slot at a wall time; `date` three days from now when absent. */
async function slot(doctorId: string, time: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const { minutes = 30, lane = 1, gap = 0, types = null, location = null, date = day, schedule = null } = more;
  const startsAt = (date as Temporal.PlainDate).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
  await roster.rows(
    `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at, lane, gap_minutes, visit_type_ids, location_id, schedule_id)
     VALUES ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + make_interval(mins => $6), $7, $8, $9, $10, $11)`,
    ...[id, doctorId, roster.specialtyId, startsAt.toString(), minutes, lane, gap, types, location, schedule],
  );
  return id;
}

async function visitType(name: string, minutes: number): Promise<string> {
  const id = randomUUID();
  await roster.rows(
    'INSERT INTO visit_types (clinic_id, id, name, minutes) VALUES ($1, $2, $3, $4)',
    id,
    name,
    minutes,
  );
  return id;
}

const own = (doctorId: string, typeId: string, minutes: number | null) =>
  roster.rows(
    'INSERT INTO doctor_visit_types (clinic_id, doctor_id, visit_type_id, minutes) VALUES ($1, $2, $3, $4)',
    ...[doctorId, typeId, minutes],
  );

async function book(slotId: string): Promise<void> {
  const patientId = await roster.patient(`Guest ${randomUUID().replace(/[^a-z]/g, '')}`);
  const booked = await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
  expect(booked.ok).toBe(true);
}

describe('a search by wishes', () => {
  it('looks at the doctor’s language and at the place', async () => {
    await roster.rows(`UPDATE doctors SET languages = '{en,es-MX}' WHERE clinic_id = $1 AND id = $2`, omar);
    const location = randomUUID();
    await roster.rows(`INSERT INTO locations (clinic_id, id, name) VALUES ($1, $2, 'Main')`, location);
    const [here, there] = [await slot(ruth, '09:00', { location }), await slot(omar, '10:00')];
    const ids = async (search: SlotSearch) => (await find(search)).items.map((item) => item.id);
    expect(await ids({ language: 'es' })).toEqual([there]);
    expect(await ids({ language: 'fr' })).toEqual([]);
    expect(await ids({ locationId: location })).toEqual([here]);
  });

  it('looks at parts of the day, weekdays and single days', async () => {
    for (const time of ['08:00', '12:00', '16:30', '17:00']) await slot(ruth, time);
    const next = day.add({ days: 1 });
    await slot(ruth, '18:00', { date: next });
    const at = (date: Temporal.PlainDate, time: string) => `${date.toString().slice(5)} ${time}`;
    expect(await walls({ partOfDay: 'morning' })).toEqual([at(day, '08:00')]);
    expect(await walls({ partOfDay: 'afternoon' })).toEqual([at(day, '12:00'), at(day, '16:30')]);
    expect(await walls({ partOfDay: 'after_work' })).toEqual([at(day, '17:00'), at(next, '18:00')]);
    expect(await walls({ weekdays: [next.dayOfWeek] })).toEqual([at(next, '18:00')]);
    expect(await walls({ days: [day.toString(), next.toString()], partOfDay: 'evening' })).toHaveLength(2);
    expect(await walls({ days: [next.toString()] })).toEqual([at(next, '18:00')]);
    await expect(find({ days: ['2027-02-31'] })).rejects.toMatchObject({ extra: { errors: [{ field: 'days' }] } });
    await expect(find({ partOfDay: 'morning', dailyFrom: '09:00' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('offers a visit only with doctors who give it, in sessions that allow it', async () => {
    const [check, scan] = [await visitType('Check', 20), await visitType('Scan', 30)];
    await own(omar, check, null);
    await slot(ruth, '09:00', { types: [check] });
    await slot(ruth, '10:00');
    await slot(omar, '11:00');
    const times = async (type: string) => (await walls({ visitType: type })).map((wall) => wall.slice(6));
    expect(await times('check')).toEqual(['09:00', '10:00', '11:00']);
    expect(await times(scan)).toEqual(['10:00']);
  });
});

describe('a visit longer than a slot', () => {
  it('is offered where enough slots follow one another, as one time', async () => {
    await visitType('Procedure', 75);
    const first = await slot(ruth, '09:00');
    for (const time of ['09:30', '10:00', '11:00', '11:30']) await slot(ruth, time);
    const found = await find({ visitType: 'Procedure' });
    expect(found.items.map((item) => [item.id, item.startsAt.slice(11, 16), item.endsAt.slice(11, 16)])).toEqual([
      [first, '09:00', '10:30'],
    ]);
    await book(first);
    expect(await find({ visitType: 'Procedure' })).toEqual({ items: [], nextCursor: null, reason: 'no_gap' });
  });

  it('takes the doctor’s own length, never crosses lanes or places, and reaches over buffers', async () => {
    const procedure = await visitType('Procedure', 60);
    await own(omar, procedure, 30);
    await slot(omar, '08:00');
    await slot(ruth, '09:00', { lane: 1 });
    await slot(ruth, '09:30', { lane: 2 });
    const location = randomUUID();
    await roster.rows(`INSERT INTO locations (clinic_id, id, name) VALUES ($1, $2, 'Main')`, location);
    await slot(ruth, '10:00');
    await slot(ruth, '10:30', { location });
    await slot(ruth, '13:00', { gap: 10 });
    await slot(ruth, '13:40', { gap: 10 });
    const found = (await find({ visitType: 'Procedure' })).items;
    expect(found.map((item) => `${item.startsAt.slice(11, 16)} ${item.endsAt.slice(11, 16)}`)).toEqual([
      '08:00 08:30',
      '13:00 14:10',
    ]);
  });

  it('finds the lane that has room when a lower one has not', async () => {
    await visitType('Procedure', 60);
    await slot(ruth, '09:00', { lane: 1 });
    const second = await slot(ruth, '09:00', { lane: 2 });
    await slot(ruth, '09:30', { lane: 2 });
    expect((await find({ visitType: 'Procedure' })).items.map((item) => item.id)).toEqual([second]);
  });
});

describe('several doctors', () => {
  const doctorsOf = async (search: SlotSearch) =>
    (await find({ onePerTime: true, ...search })).items.map((item) => item.doctor.id);
  async function clinicThat(doctorChoice: string): Promise<void> {
    roster = await Roster.of(world, { settings: { doctorChoice } });
    ruth = await roster.doctor();
    omar = await roster.doctor('Omar Haddad');
  }

  it('of one time are offered once, and pages go on after it', async () => {
    for (const time of ['09:00', '09:30', '10:00']) for (const doctor of [ruth, omar]) await slot(doctor, time);
    const page = await find({ onePerTime: true, limit: 2 });
    expect(page.items.map((item) => item.startsAt.slice(11, 16))).toEqual(['09:00', '09:30']);
    const rest = await find({ onePerTime: true, limit: 2, cursor: page.nextCursor ?? '' });
    expect(rest.items.map((item) => item.startsAt.slice(11, 16))).toEqual(['10:00']);
    expect(rest.nextCursor).toBeNull();
  });

  it('are offered by their load when the clinic says so', async () => {
    await clinicThat('least_loaded');
    for (const time of ['07:00', '07:30']) await book(await slot(ruth, time));
    await book(await slot(omar, '07:00'));
    for (const doctor of [ruth, omar]) await slot(doctor, '09:00');
    expect(await doctorsOf({})).toEqual([omar]);
    for (const time of ['07:30', '08:00']) await book(await slot(omar, time));
    expect(await doctorsOf({})).toEqual([ruth]);
  });

  it('take turns when the clinic says so', async () => {
    await clinicThat('round_robin');
    for (const time of ['07:00', '07:30', '08:00']) await book(await slot(ruth, time));
    for (const time of ['09:00', '09:30']) for (const doctor of [ruth, omar]) await slot(doctor, time);
    expect(await doctorsOf({ limit: 1 })).toEqual([omar]);
    await book((await find({ onePerTime: true })).items[0]!.id);
    // Omar has one visit and Ruth three, and still it is Ruth's turn.
    expect(await doctorsOf({})).toEqual([ruth, ruth]);
  });
});

describe('when nothing is free', () => {
  const noon = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).toInstant().toString();
  const reason = async (search: SlotSearch) => (await find(search)).reason;
  const window = { from: noon(day.subtract({ days: 1 })), to: noon(day.add({ days: 1 })) };

  it('says whether it is closed, fully booked, not offered, too short, past, or beyond what is opened', async () => {
    expect(await reason(window)).toBe('closed');
    const only = await slot(ruth, '09:00');
    expect(await reason(window)).toBeUndefined();
    expect(await reason({ ...window, partOfDay: 'evening' })).toBe('closed');
    const scan = await visitType('Scan', 30);
    await roster.rows(`UPDATE slots SET visit_type_ids = ARRAY[gen_random_uuid()] WHERE clinic_id = $1`);
    expect(await reason({ ...window, visitType: scan })).toBe('not_offered');
    await visitType('Procedure', 90);
    await roster.rows(`UPDATE slots SET visit_type_ids = NULL WHERE clinic_id = $1`);
    expect(await reason({ ...window, visitType: 'Procedure' })).toBe('no_gap');
    await book(only);
    expect(await reason(window)).toBe('fully_booked');
    expect(await reason({ ...window, doctorId: omar })).toBe('closed');
    expect(await reason({ from: noon(day.subtract({ days: 9 })), to: noon(day.subtract({ days: 8 })) })).toBe('past');
    expect(await reason({ from: noon(day.add({ days: 90 })), to: noon(day.add({ days: 91 })) })).toBe(
      'outside_horizon',
    );
  });

  it('offers made slots up to the horizon only, imported ones beyond it', async () => {
    const date = day.add({ days: 70 });
    await slot(ruth, '09:00', { date, schedule: randomUUID() });
    const far = { from: noon(date.subtract({ days: 1 })), to: noon(date.add({ days: 1 })) };
    expect(await find(far)).toMatchObject({ items: [], reason: 'outside_horizon' });
    const imported = await slot(ruth, '10:00', { date });
    expect((await find(far)).items.map((item) => item.id)).toEqual([imported]);
  });
});

describe('the next five of a specialty', () => {
  it.each(deep ? [10_000, 1_000_000] : [10_000])(
    'touch at most 16 pages among %i slots, expired holds counted as free, under row-level security',
    async (count) => {
      const owner = new Client({ connectionString: world.ownerUrl });
      await owner.connect();
      const hold: string = randomUUID();
      const doctors: string[] = [];
      while (doctors.length < 40) doctors.push(await roster.doctor(`Doctor ${doctors.length}`));
      const place = await slot(ruth, '09:00');
      await owner.query(
        `INSERT INTO holds (clinic_id, id, slot_id, owner_kind, expires_at) VALUES ($1, $2, $3, 'token', now() - interval '1 hour')`,
        [roster.clinicId, hold, place],
      );
      // One in fifty is free or held by a hold that has ended; the rest, and all of the first tenth, are taken.
      await owner.query(
        `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, lane, starts_at, ends_at, status, hold_id, hold_expires_at)
         SELECT $1, gen_random_uuid(), ($2::uuid[])[1 + n % 40], $3, 1, now() + (n / 40 + 1) * interval '15 minutes', now() + (n / 40 + 2) * interval '15 minutes',
                CASE WHEN n % 50 = 0 AND n > $4 / 10 THEN (CASE WHEN n % 100 = 0 THEN 'held' ELSE 'free' END) ELSE 'blocked' END,
                CASE WHEN n % 100 = 0 AND n > $4 / 10 THEN $5::uuid END,
                CASE WHEN n % 100 = 0 AND n > $4 / 10 THEN now() - interval '1 hour' END
           FROM generate_series(1, $4::integer) n`,
        [roster.clinicId, doctors, roster.specialtyId, count, hold],
      );
      for (const table of ['slots', 'doctors', 'specialties']) await owner.query(`VACUUM (ANALYZE) ${table}`);
      await owner.end();
      const search = { specialty: 'Cardiology', limit: 5, to: new Date(Date.now() + 400 * 86_400_000) };
      await find(search);
      const database = world.get(Database);
      const spy = jest.spyOn(database, 'query');
      expect((await find(search)).items).toHaveLength(5);
      const [sql, parameters] = [...spy.mock.calls][0]!;
      expect(new Set(spy.mock.calls.map((call) => call[0])).size).toBe(1);
      spy.mockRestore();
      const plan = await roster.inside(() =>
        database.query<Record<string, unknown>>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, parameters),
      );
      const [{ Plan }] = plan[0]!['QUERY PLAN'] as [{ Plan: Record<string, number> }];
      const buffers = Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!;
      console.info(`${count} slots: ${buffers} buffers`);
      expect(buffers).toBeLessThanOrEqual(16);
    },
    deep ? 600_000 : 60_000,
  );
});
