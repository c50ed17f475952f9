import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Database } from '@clinicall/platform';
import { BookingsService, DoctorsService, PatientsService, SlotsService } from '@clinicall/scheduling';
import type { SlotSearch } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world.close());

describe('the search for times', () => {
  let roster: Roster;
  let ruth: string;
  let omar: string;
  const find = (search: SlotSearch) => roster.inside(() => world.get(SlotsService).find(search));
  const ids = async (search: SlotSearch) => (await find(search)).items.map((item) => item.id);

  beforeEach(async () => {
    roster = await Roster.of(world);
    ruth = await roster.doctor();
    omar = await roster.doctor('Omar Haddad', await roster.specialty('Dermatology'));
  });

  it('gives the earliest first, by specialty, doctor, or all, and never the past', async () => {
    await roster.slot(ruth, -60);
    const late = await roster.slot(ruth, 300);
    const early = await roster.slot(ruth, 60);
    const skin = await roster.slot(omar, 120);
    expect(await ids({})).toEqual([early, skin, late]);
    expect(await ids({ specialty: 'cardiology' })).toEqual([early, late]);
    expect(await ids({ doctorId: omar })).toEqual([skin]);
    expect(await ids({ doctorId: omar, specialty: 'Cardiology' })).toEqual([]);
    expect(await ids({ excludeSlotIds: [early] })).toEqual([skin, late]);
    const from = new Date(Date.now() + 100 * 60_000);
    expect(await ids({ from, to: new Date(Date.now() + 200 * 60_000) })).toEqual([skin]);
  });

  it('counts a hold that has ended as free, a living one as held', async () => {
    const slotId = await roster.slot(ruth, 60);
    await roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'token' } }));
    expect(await ids({})).toEqual([]);
    expect(await ids({ status: 'held' })).toEqual([slotId]);
    await roster.lapseHolds();
    expect((await find({})).items).toMatchObject([{ id: slotId, status: 'free' }]);
    expect(await ids({ status: 'held' })).toEqual([]);
  });

  it('looks at a part of the day on the clinic’s own clock', async () => {
    const at = async (instant: string): Promise<string> => {
      const id: string = randomUUID();
      await roster.rows(
        `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
         VALUES ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '30 minutes')`,
        id,
        ruth,
        roster.specialtyId,
        instant,
      );
      return id;
    };
    await at('2027-03-13T11:30:00-05:00');
    const winter = await at('2027-03-13T14:30:00-05:00');
    const summer = await at('2027-03-14T14:30:00-04:00');
    await at('2027-03-14T17:00:00-04:00');
    const window = { from: '2027-03-13T00:00:00-05:00', to: '2027-03-16T00:00:00-04:00' };
    expect(await ids({ ...window, dailyFrom: '12:00', dailyTo: '17:00' })).toEqual([winter, summer]);
  });

  it('goes through pages without a gap or a repeat, equal times included', async () => {
    const doctors = await Promise.all(Array.from({ length: 5 }, (_one, index) => roster.doctor(`Doctor ${index}`)));
    for (const doctor of doctors) for (const startsIn of [60, 90]) await roster.slot(doctor, startsIn);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ limit: 3, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
    await expect(find({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('shows a time with several lanes once, as long as one is free', async () => {
    const lanes = [await roster.slot(ruth, 60, 30, 1), await roster.slot(ruth, 60, 30, 2)];
    expect(await ids({})).toEqual([lanes[0]]);
    await roster.inside(() => world.get(BookingsService).hold({ slotId: lanes[0]!, owner: { kind: 'token' } }));
    expect(await ids({})).toEqual([lanes[1]]);
  });

  it('keeps the clinic’s minimum notice', async () => {
    const strict = await Roster.of(world, { settings: { minimumNoticeMinutes: 120 } });
    const doctor = await strict.doctor();
    const [soon, later] = [await strict.slot(doctor, 60), await strict.slot(doctor, 180)];
    const found = await strict.inside(() => world.get(SlotsService).find({}));
    expect(found.items.map((item) => item.id)).toEqual([later]);
    const held = await strict.inside(() => world.get(BookingsService).hold({ slotId: soon, owner: { kind: 'token' } }));
    expect(held).toEqual({ ok: false, reason: 'past_time' });
  });

  it('names a doctor, specialty or visit type that the clinic does not have', async () => {
    const field = (search: SlotSearch) =>
      find(search).catch(
        (fault: unknown) => (fault as { extra: { errors: { field: string }[] } }).extra.errors[0]?.field,
      );
    expect(await field({ specialty: 'Magic' })).toBe('specialty');
    expect(await field({ doctorId: randomUUID() })).toBe('doctorId');
    expect(await field({ visitType: 'Magic' })).toBe('visitType');
    expect(await find({ specialty: 'Dermatology' })).toEqual({ items: [], nextCursor: null, reason: 'closed' });
  });

  it('touches few pages, however many slots there are', async () => {
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at, status)
       SELECT $1, gen_random_uuid(), $2, $3, now() + n * interval '15 minutes', now() + (n + 1) * interval '15 minutes',
              CASE WHEN n % 50 = 0 THEN 'free' ELSE 'blocked' END FROM generate_series(1, 20000) n`,
      [roster.clinicId, ruth, roster.specialtyId],
    );
    await owner.query('VACUUM (ANALYZE) slots');
    await owner.query('VACUUM (ANALYZE) doctors');
    await owner.query('VACUUM (ANALYZE) specialties');
    await owner.end();
    const database = world.get(Database);
    const horizon = { from: new Date(), to: new Date(Date.now() + 300 * 86_400_000) };
    const search = { specialty: 'Cardiology', limit: 5, ...horizon };
    await find(search); // the clinic's zone and names are known from here on
    const spy = jest.spyOn(database, 'query');
    expect((await find(search)).items).toHaveLength(5);
    const statements = [...spy.mock.calls];
    spy.mockRestore();
    const [sql, parameters] = statements[0]!;
    expect(new Set(statements.map((call) => call[0])).size).toBe(1);
    const plan = await roster.inside(() =>
      database.query<Record<string, unknown>>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, parameters),
    );
    const [{ Plan }] = plan[0]!['QUERY PLAN'] as [{ Plan: Record<string, number> }];
    expect(Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!).toBeLessThanOrEqual(16);
  });
});

describe('who somebody is', () => {
  let roster: Roster;
  const caller = '+12025550123';
  const identify = (name: string, dateOfBirth = '1970-02-01', phone: string | undefined = caller) =>
    roster.inside(() => world.get(PatientsService).identify({ name, dateOfBirth, phone }));

  beforeEach(async () => {
    roster = await Roster.of(world);
  });

  it('is the one patient of that name, birth date and number', async () => {
    const id = await roster.patient('Peter Lang', caller);
    await roster.patient('Peter Lang', '+12025550111', '1971-02-01');
    for (const name of ['Peter Lang', 'peter lang', 'Mr. Péter Lang', 'Lang, Peter', 'Peter Lange']) {
      expect(await identify(name)).toMatchObject({ ok: true, patient: { id } });
    }
  });

  it('is nobody with half a name, another birth date or another name', async () => {
    await roster.patient('Peter Lang', caller);
    for (const name of ['Peter', 'Lang', 'Mary Lang', 'Peter Smith', 'Peter Peter', '', '   ']) {
      expect(await identify(name)).toEqual({ ok: false, reason: 'no_match' });
    }
    expect(await identify('Peter Lang', '1970-01-02')).toEqual({ ok: false, reason: 'no_match' });
  });

  it('needs a code sent to the number on file when the caller’s is another or unknown', async () => {
    const id = await roster.patient('Peter Lang', '+12025550111');
    const code = { ok: false, reason: 'code_needed', patientId: id, phone: '+12025550111' };
    expect(await identify('Peter Lang')).toEqual(code);
    expect(
      await roster.inside(() => world.get(PatientsService).identify({ name: 'Peter Lang', dateOfBirth: '1970-02-01' })),
    ).toEqual(code);
  });

  it('is not guessed among twins, unless the name is exactly one’s', async () => {
    const anna = await roster.patient('Anna Berg', caller);
    await roster.patient('Hanna Berg', caller);
    expect(await identify('Anna Berg')).toMatchObject({ ok: true, patient: { id: anna } });
    expect(await identify('Ana Berg')).toEqual({ ok: false, reason: 'ambiguous' });
    await roster.patient('Anna Berg', caller);
    expect(await identify('Anna Berg')).toEqual({ ok: false, reason: 'ambiguous' });
  });

  it('is not found in another clinic', async () => {
    const elsewhere = await Roster.of(world);
    await elsewhere.patient('Peter Lang', caller);
    expect(await identify('Peter Lang')).toEqual({ ok: false, reason: 'no_match' });
  });

  it('registered a second time is a task for staff', async () => {
    const old = await roster.patient('Peter Lang', caller);
    const register = (name: string, dateOfBirth: string, phone?: string) =>
      roster.inside(() => world.get(PatientsService).register({ name, dateOfBirth, phone }));
    const twin = await register('Peter Lange', '1970-02-01', '+12025550188');
    await register('Maria Lang', '1970-02-01', caller);
    const tasks = await roster.rows<{ kind: string; data: { patientIds: string[] } }>(
      'SELECT kind, data FROM tasks WHERE clinic_id = $1',
    );
    expect(tasks).toEqual([{ kind: 'merge_patients', data: { patientIds: [twin.id, old] } }]);
    await expect(register('Peter Lang', '2999-01-01')).rejects.toMatchObject({
      extra: { errors: [{ field: 'dateOfBirth' }] },
    });
    await expect(register('<b>', '1970-02-01')).rejects.toMatchObject({ extra: { errors: [{ field: 'name' }] } });
    await expect(register('Peter Lang', '1970-02-01', '12')).rejects.toMatchObject({
      extra: { errors: [{ field: 'phone' }] },
    });
  });

  it('a doctor’s name is understood as it is said', async () => {
    await roster.doctor('Siobhan Gallagher');
    await roster.doctor('Omar Haddad');
    const found = await roster.inside(() => world.get(DoctorsService).list({ name: 'doctor galager' }));
    expect(found.map((doctor) => doctor.name)).toEqual(['Siobhan Gallagher']);
  });
});
