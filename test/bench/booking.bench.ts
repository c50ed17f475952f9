import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Idempotency } from '@clinicall/platform';
import { BookingsService } from '@clinicall/scheduling';
import type { BookingResult } from '@clinicall/scheduling';
import type { SchedulingWorld } from '../support/scheduling-world';
import { asOwner, inParallel, median, percentile, placeWithSlots, rounded, say, withWorld } from './bench-world';
import type { BookingPlace } from './bench-world';
import { findPgbench, pgbench } from './pgbench';
import { BookingScript, patientIdOf, recording, slotIdOf } from './recorded-booking';

/**
 * `npm run -s bench:booking`: the service call that books a slot under an Idempotency-Key, with its audit row and its
 * event, beside pgbench and bare `pg` sending the very statements that it sends, in turns on one server; then a crowd on
 * a hundred slots beside a plain unique index. `-- --quick` runs a tenth.
 */
const QUICK = process.argv.includes('--quick');
const CLIENTS = 8;
const ROUNDS = 3;
const PER_ROUND = QUICK ? 400 : 4_000;
const WARM_UP = QUICK ? 80 : 400;
const CROWD = { attempts: QUICK ? 1_000 : 10_000, slots: QUICK ? 10 : 100, clients: 32 };
const CONTENDERS = 3;
const EACH = WARM_UP + ROUNDS * PER_ROUND;

class Booker {
  private readonly bookings: BookingsService;
  private readonly idempotency: Idempotency;

  constructor(
    private readonly world: SchedulingWorld,
    private readonly place: BookingPlace,
  ) {
    this.bookings = world.get(BookingsService);
    this.idempotency = world.get(Idempotency);
  }

  /** As POST /appointments does it behind the guard. @returns `ok`, or why not. */
  async book(slotId: string, patientId: string): Promise<string> {
    const request = { principal: 'api_key:bench', key: `bench-${randomUUID()}`, requestHash: 'bench' };
    const kept = (result: BookingResult) => (result.ok ? { status: 201, response: result.appointment } : undefined);
    const outcome = await this.world.inside(this.place.clinicId, () =>
      this.idempotency.once(request, () => this.bookings.book({ slotId, patientId }), kept),
    );
    const result = outcome.value;
    return result === undefined ? 'replayed' : result.ok ? 'ok' : result.reason;
  }
}

async function connected<T>(url: string, count: number, work: (clients: Client[]) => Promise<T>): Promise<T> {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Microseconds of this process's CPU for each of `count` bookings, and bookings a second. */
async function timed(count: number, work: () => Promise<number>): Promise<{ tps: number; cpuUs: number }> {
  const before = process.cpuUsage();
  const seconds = await work();
  const { user, system } = process.cpuUsage(before);
  return { tps: count / seconds, cpuUs: (user + system) / count };
}

async function apart(world: SchedulingWorld, program: string): Promise<{ vsPgbench: number; cpuVsRawPg: number }> {
  const place = await placeWithSlots(world, CONTENDERS * EACH + 2);
  const booker = new Booker(world, place);
  // One that nobody looks at: what is remembered of a clinic is not asked for by the second.
  await booker.book(slotIdOf(CONTENDERS * EACH + 2), patientIdOf(CONTENDERS * EACH + 2));
  const first = CONTENDERS * EACH + 1;
  const sent = await recording(() => booker.book(slotIdOf(first), patientIdOf(first)));
  say(`A booking sends ${sent.length} statements: ${sent.map(({ text }) => text.trim().slice(0, 24)).join(' | ')}`);
  const script = new BookingScript(sent, first, place.fixed);

  const found = await connected(world.appUrl, CLIENTS, async (clients) => {
    const service = inTurn(1, (from, count) => throughService(booker, from, count));
    const raw = inTurn(EACH + 1, (from, count) => throughDriver(clients, script, from, count));
    const peer = inTurn(2 * EACH + 1, (from, count) => throughPgbench(program, world.appUrl, script, from, count));
    return besideEachOther(service, raw, peer);
  });
  await everyOneBooked(world, place, CONTENDERS * EACH + 2);
  return found;
}

/** Seconds that so many bookings took. */
type Contender = (count: number) => Promise<number>;

/** Each booking takes a slot and a patient that no other has: the next ones after those of the round before. */
function inTurn(first: number, run: (from: number, count: number) => Promise<number>): Contender {
  let next = first;
  return (count) => {
    const from = next;
    next += count;
    return run(from, count);
  };
}

const throughService = (booker: Booker, from: number, count: number): Promise<number> =>
  inParallel(CLIENTS, count, async (index) => {
    const outcome = await booker.book(slotIdOf(from + index), patientIdOf(from + index));
    if (outcome !== 'ok') throw new Error(`A booking was refused: ${outcome}.`);
  });

const throughDriver = (clients: Client[], script: BookingScript, from: number, count: number): Promise<number> =>
  inParallel(CLIENTS, count, async (index, worker) => {
    for (const { name, text, values } of script.of(from + index)) {
      await (values.length === 0 ? clients[worker]?.query(text) : clients[worker]?.query({ name, text, values }));
    }
  });

function throughPgbench(
  program: string,
  url: string,
  script: BookingScript,
  base: number,
  count: number,
): Promise<number> {
  const transactions = count / CLIENTS;
  const body = `\\set n :base + :client_id * ${transactions} + :i\n\\set i :i + 1\n${script.forPgbench()}\n`;
  return pgbench(program, url, body, { clients: CLIENTS, transactions, variables: { base, i: 0 } });
}

async function besideEachOther(service: Contender, raw: Contender, peer: Contender) {
  await service(WARM_UP);
  await raw(WARM_UP);
  await peer(WARM_UP);
  const ratios: number[] = [];
  const cpu: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const own = await timed(PER_ROUND, () => service(PER_ROUND));
    const theirs = await peer(PER_ROUND);
    const bare = await timed(PER_ROUND, () => raw(PER_ROUND));
    ratios.push(own.tps / theirs);
    cpu.push(own.cpuUs / bare.cpuUs);
    say(
      `Round ${round}: service ${own.tps.toFixed(0)}/s ${own.cpuUs.toFixed(0)} µs, pgbench ${theirs.toFixed(0)}/s, ` +
        `bare pg ${bare.tps.toFixed(0)}/s ${bare.cpuUs.toFixed(0)} µs`,
    );
  }
  return { vsPgbench: rounded(median(ratios)), cpuVsRawPg: rounded(median(cpu)) };
}

/** What was measured must have been done: a booking, its event, its audit row and its key for every slot. */
async function everyOneBooked(world: SchedulingWorld, { clinicId }: BookingPlace, count: number): Promise<void> {
  const [made] = await world.rows<Record<string, string>>(
    clinicId,
    `SELECT (SELECT count(*) FROM appointments WHERE clinic_id = $1 AND status = 'booked') AS appointments,
            (SELECT count(*) FROM slots WHERE clinic_id = $1 AND status = 'booked') AS slots,
            (SELECT count(*) FROM outbox WHERE clinic_id = $1 AND type = 'AppointmentBooked') AS events,
            (SELECT count(*) FROM audit_entries WHERE clinic_id = $1 AND action = 'appointment.book') AS audit,
            (SELECT count(*) FROM idempotency_keys WHERE clinic_id = $1) AS keys`,
    [clinicId],
  );
  for (const [what, found] of Object.entries(made ?? {})) {
    if (Number(found) !== count) throw new Error(`${count} bookings were made, but ${found} ${what}.`);
  }
}

interface Crowd {
  readonly rows: number;
  readonly errors: number;
  readonly vsPeer: number;
  readonly p99Ms: number;
}

async function contended(world: SchedulingWorld): Promise<Crowd> {
  await makePeerTable(world.ownerUrl);
  const rounds: Crowd[] = [];
  for (let round = 1; round <= ROUNDS; round++) rounds.push(await crowdRound(world, round));
  const worst = rounds.find(({ rows }) => rows !== CROWD.slots) ?? rounds[0];
  return {
    rows: worst?.rows ?? Number.NaN,
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
    vsPeer: rounded(median(rounds.map(({ vsPeer }) => vsPeer))),
    p99Ms: rounded(median(rounds.map(({ p99Ms }) => p99Ms)), 1),
  };
}

const makePeerTable = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `CREATE TABLE peer_bookings (clinic_id uuid NOT NULL, slot_id uuid NOT NULL, patient_id uuid NOT NULL,
         created_at timestamptz NOT NULL DEFAULT now())`,
    );
    await owner.query(`CREATE UNIQUE INDEX peer_bookings_key ON peer_bookings (clinic_id, slot_id)`);
    await owner.query(`ALTER TABLE peer_bookings ENABLE ROW LEVEL SECURITY`);
    await owner.query(`ALTER TABLE peer_bookings FORCE ROW LEVEL SECURITY`);
    await owner.query(`CREATE POLICY by_clinic ON peer_bookings USING (clinic_id = app.clinic_id())`);
    await owner.query(`GRANT SELECT, INSERT ON peer_bookings TO clinicall_app`);
  });

async function crowdRound(world: SchedulingWorld, round: number): Promise<Crowd> {
  const { attempts, slots, clients } = CROWD;
  const place = await placeWithSlots(world, attempts);
  const booker = new Booker(world, place);
  // Plans are made in a connection's first handful of calls; the peer's one statement is warmed up alike.
  await inParallel(clients, clients * 8, async () => {
    await booker.book(slotIdOf(attempts), patientIdOf(attempts));
  });
  const waits: number[] = [];
  let errors = 0;
  const own = await inParallel(clients, attempts, async (index) => {
    const begun = performance.now();
    const outcome = await booker.book(slotIdOf(1 + (index % slots)), patientIdOf(1 + index)).catch(() => 'fault');
    if (outcome !== 'ok' && outcome !== 'slot_taken') errors++;
    waits.push(performance.now() - begun);
  });
  const theirs = await peerCrowd(world, place.clinicId);
  const [live] = await world.rows<{ count: string }>(
    place.clinicId,
    `SELECT count(*) FROM appointments WHERE clinic_id = $1 AND status = 'booked' AND slot_id <> $2`,
    [place.clinicId, slotIdOf(attempts)],
  );
  const p99Ms = percentile(waits, 0.99);
  say(
    `Crowd ${round}: ${live?.count} rows, ${errors} errors, ${(attempts / own).toFixed(0)}/s beside ` +
      `${(attempts / theirs).toFixed(0)}/s, p99 ${p99Ms.toFixed(1)} ms`,
  );
  return { rows: Number(live?.count), errors, vsPeer: theirs / own, p99Ms };
}

/** Seconds for the same crowd on a bare table with a unique index. */
async function peerCrowd(world: SchedulingWorld, clinicId: string): Promise<number> {
  const { attempts, slots, clients: count } = CROWD;
  return connected(world.appUrl, count, async (clients) => {
    const attempt = async (slot: number, patient: number, worker: number): Promise<void> => {
      const client = clients[worker];
      await client?.query(`BEGIN; SET LOCAL app.clinic_id = '${clinicId}'`);
      await client?.query({
        name: 'peer',
        text: 'INSERT INTO peer_bookings (clinic_id, slot_id, patient_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        values: [clinicId, slotIdOf(slot), patientIdOf(patient)],
      });
      await client?.query('COMMIT');
    };
    await inParallel(count, count * 8, (_index, worker) => attempt(attempts, attempts, worker));
    return inParallel(count, attempts, (index, worker) => attempt(1 + (index % slots), 1 + index, worker));
  });
}

async function main(): Promise<void> {
  const program = findPgbench();
  await withWorld(CROWD.clients, async (world) => {
    const alone = await apart(world, program);
    const crowd = await contended(world);
    process.stdout.write(`${JSON.stringify({ ...alone, contended: crowd })}\n`);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
