import { Client, Pool } from 'pg';
import { TasksService } from '@clinicall/identity';
import { Database } from '@clinicall/platform';
import { AppointmentsService, BookingsService, DoctorsService } from '@clinicall/scheduling';
import { PatientsRepository } from '../../libs/scheduling/src/patients.repository';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { total } from '../support/total';

const CLINICS = 20;
const READS = process.env['CLINICALL_DEEP'] === '1' ? 100_000 : 10_000;
const WORKERS = 40;
const SEED = Number(process.env['CLINICALL_SEED'] ?? Date.now() % 1_000_000);

let world: SchedulingWorld;
let owner: Client;
const rosters: Roster[] = [];

beforeAll(async () => {
  world = await startSchedulingWorld({ DATABASE_POOL_SIZE: '2' });
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  for (let index = 0; index < CLINICS; index += 1) {
    const roster = await Roster.of(world);
    const doctorId = await roster.doctor(`Doctor ${index}`);
    const patientId = await roster.patient(`Patient ${index}`, `+12125553${String(index).padStart(3, '0')}`);
    const slotId = await roster.slot(doctorId, 60);
    await roster.slot(doctorId, 120);
    await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
    await roster.inside(() => world.get(TasksService).open('message', { clinic: roster.clinicId }));
    rosters.push(roster);
  }
}, 60_000);
afterAll(async () => {
  await owner.end();
  await world.close();
});
afterEach(() => jest.restoreAllMocks());

/** The switch: every repository of the product forgets to ask for its clinic. @returns the statements as they then were. */
function forgetTheClinic(): { sql: string; parameters: readonly unknown[] }[] {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const query = Database.prototype.query;
  jest.spyOn(Database.prototype, 'query').mockImplementation(function <Row>(
    this: Database,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    const careless = sql.replace(/(\w+\.)?clinic_id = \$1(?!\d)/g, '$$1::uuid IS NOT NULL');
    asked.push({ sql: careless, parameters });
    return query.call(this, careless, parameters) as Promise<Row[]>;
  });
  return asked;
}

describe('without the filter by clinic in the repositories', () => {
  const [first, second] = [0, 1];
  const reads: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
    patients: () => world.get(PatientsRepository).list({ limit: 100 }),
    doctors: () => world.get(DoctorsService).list({}),
    appointments: async () => (await world.get(AppointmentsService).list({ limit: 100 })).items,
    tasks: () => world.get(TasksService).list({ limit: 100 }),
  };

  it.each(Object.keys(reads))('%s of other clinics stay out of sight, by row-level security alone', async (what) => {
    const read = reads[what]!;
    const careful = await rosters[first]!.inside(read);
    const asked = forgetTheClinic();
    const careless = await rosters[first]!.inside(read);
    expect(careless).toEqual(careful);
    expect(careful.length).toBeGreaterThan(0);
    // The same statements for one whom no row-level security binds: then the filter was all there was.
    const unbound = [];
    for (const { sql, parameters } of asked) unbound.push((await owner.query(sql, [...parameters])).rows.length);
    expect(Math.max(...unbound)).toBeGreaterThan(careful.length);
  });

  it('a glance that asks for another clinic beside its own sees its own alone', async () => {
    const [own, other] = [rosters[first]!, rosters[second]!];
    const sql = 'SELECT p.clinic_id FROM patients p WHERE p.clinic_id IN (scope.clinic_id, $5::uuid)';
    const look = () => world.get(Database).glance<{ clinic_id: string }>(sql, [other.clinicId], 'test.glance');
    for (const seen of [await own.inside(look), await own.inside(() => world.get(Database).transaction(look))]) {
      expect(new Set(seen.map((row) => row.clinic_id))).toEqual(new Set([own.clinicId]));
    }
  });

  it('a patient of another clinic is not found by id', async () => {
    const [patient] = await rosters[second]!.inside(() => world.get(PatientsRepository).list({ limit: 1 }));
    forgetTheClinic();
    const patients = world.get(PatientsRepository);
    expect(await rosters[first]!.inside(() => patients.find(patient!.id))).toBeUndefined();
    expect(await rosters[second]!.inside(() => patients.find(patient!.id))).toMatchObject({ id: patient!.id });
  });
});

interface Tally {
  reads: number;
  leaks: number;
  killed: number;
  faults: unknown[];
}

/** Park and Miller's minimal generator: the same seed, the same reads. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const READ =
  'SELECT clinic_id FROM patients UNION ALL SELECT clinic_id FROM appointments UNION ALL SELECT clinic_id FROM tasks';
const isKill = (error: unknown) =>
  /terminat|ended|closed|reset|Connection/i.test(
    error instanceof Error ? `${error.message} ${String(error.cause)}` : '',
  ) ||
  ['57P01', '08006', 'ECONNRESET', 'EPIPE'].includes(
    (error as { driverError?: { code?: string } }).driverError?.code ?? '',
  );

describe(`${READS} reads of ${CLINICS} clinics over two connections (seed ${SEED})`, () => {
  it('show nobody a row of another, while transactions fail and connections are killed in the middle', async () => {
    const random = randomFrom(SEED);
    const tally: Tally = { reads: 0, leaks: 0, killed: 0, faults: [] };
    const database = world.get(Database);
    const check = (clinicId: string, rows: readonly { clinic_id: string }[]) => {
      tally.reads += 1;
      tally.leaks += rows.filter((row) => row.clinic_id !== clinicId).length;
      if (rows.length < 3) tally.faults.push(new Error(`A clinic saw ${rows.length} of its rows.`));
    };
    const read = async (clinicId: string) => check(clinicId, await database.query<{ clinic_id: string }>(READ));
    const kinds: ((clinicId: string) => Promise<unknown>)[] = [
      read,
      (clinicId) => Promise.all([read(clinicId), read(clinicId)]),
      (clinicId) => database.transaction(async () => Promise.all([read(clinicId), read(clinicId)])),
      (clinicId) =>
        database
          .transaction(async () => {
            await read(clinicId);
            await database.query('SELECT 1 / 0');
          })
          .catch((error: unknown) => {
            if ((error as { driverError?: { code?: string } }).driverError?.code !== '22012') throw error;
          }),
      (clinicId) =>
        world.inside(rosters[random(CLINICS)]!.clinicId, () => database.query(READ)).then(() => read(clinicId)),
    ];
    let done = 0;
    const worker = async () => {
      while (tally.reads < READS) {
        const { clinicId } = rosters[random(CLINICS)]!;
        const kind = kinds[random(kinds.length)]!;
        done += 1;
        if (done % 400 === 0) await kill();
        await world
          .inside(clinicId, () => kind(clinicId))
          .catch((error: unknown) => {
            if (isKill(error)) tally.killed += 1;
            else tally.faults.push(error);
          });
      }
    };
    const kill = () =>
      owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    await Promise.all(Array.from({ length: WORKERS }, worker));
    total(
      `${tally.reads} interleaved reads of ${CLINICS} clinics over a pool of 2 (seed ${SEED}): ${tally.leaks} foreign rows, ` +
        `${tally.killed} reads cut off by killed connections`,
    );
    expect(tally.faults.slice(0, 3)).toEqual([]);
    expect(tally.leaks).toBe(0);
    expect(tally.reads).toBeGreaterThanOrEqual(READS);
    expect(tally.killed).toBeGreaterThan(0);
  }, 600_000);

  it('would be seen: a connection that keeps its clinic gives its rows to the next', async () => {
    const pool = new Pool({ connectionString: world.appUrl, max: 1 });
    await pool.query(`SET app.clinic_id = '${rosters[0]!.clinicId}'`); // instead of SET LOCAL in a transaction
    const { rows } = await pool.query<{ clinic_id: string }>(READ);
    expect(rows.filter((row) => row.clinic_id !== rosters[1]!.clinicId).length).toBeGreaterThan(0);
    await pool.end();
  });
});
