import { setTimeout as sleep } from 'node:timers/promises';
import { BookingsService } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { violations } from './history';
import type { Operation, SlotTime } from './history';
import { asOwner, broken, random, seed, times, withoutConstraints, withoutLocks } from './proof';

/**
 * Many at once book, move and cancel on a few slots while connections are cut under them; what each saw is written down
 * and judged afterwards as a history. A build without its locks and constraints must be caught by the same judge.
 */
const OPERATIONS = times(5_000);
const WORKERS = 10;

interface Scene {
  readonly roster: Roster;
  readonly bookings: BookingsService;
  readonly slots: readonly string[];
  readonly patients: readonly string[];
  readonly timesOf: Map<string, SlotTime>;
}

async function scene(world: SchedulingWorld): Promise<Scene> {
  const roster = await Roster.of(world);
  const doctors = [await roster.doctor('Ruth Adler'), await roster.doctor('Omar Haddad')];
  const slots: string[] = [];
  const timesOf = new Map<string, SlotTime>();
  for (let index = 0; index < 10; index++) {
    const startsAt = 600 + Math.floor(index / 2) * 30 + (index % 2) * 15;
    const id = await roster.slot(doctors[index % 2] ?? '', startsAt);
    slots.push(id);
    timesOf.set(id, { startsAt, endsAt: startsAt + 30 });
  }
  const patients = await Promise.all(Array.from({ length: 6 }, (_one, index) => roster.patient(`Patient ${index}`)));
  return { roster, bookings: world.get(BookingsService), slots, patients, timesOf };
}

class Recorder {
  readonly history: Operation[] = [];
  /** What may be moved and cancelled; one that is being moved is not among them, so that its retries are its own. */
  private readonly visits: { id: string; patient: string }[] = [];
  /** Bookings that nobody answered, by the reason they carried. */
  private readonly unknown: { reason: string; operation: Operation }[] = [];
  unanswered = 0;

  constructor(
    private readonly scene: Scene,
    private readonly next: () => number,
  ) {}

  async act(): Promise<void> {
    const dice = this.next();
    if (dice < 0.45 || this.visits.length === 0) await this.book();
    else if (dice < 0.8) await this.move();
    else await this.cancel();
  }

  /** What a booking that nobody answered came to: it is there, or it never was. */
  async resolve(): Promise<number> {
    let resolved = 0;
    for (const { reason, operation } of this.unknown) {
      const [row] = await this.scene.roster.rows<{ id: string }>(
        'SELECT id FROM appointments WHERE clinic_id = $1 AND reason = $2',
        reason,
      );
      resolved++;
      if (row !== undefined) this.history.push({ ...operation, visit: row.id });
    }
    return resolved;
  }

  get unresolved(): number {
    return this.unknown.length;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  private async book(): Promise<void> {
    const [to, patient] = [this.pick(this.scene.slots), this.pick(this.scene.patients)];
    const reason = `attempt ${this.history.length} ${this.next()}`;
    const invokedAt = performance.now();
    const told = (outcome: Operation['outcome'], visit?: string): Operation => {
      return { kind: 'book', invokedAt, returnedAt: performance.now(), outcome, patient, to, visit };
    };
    const { roster, bookings } = this.scene;
    try {
      const result = await roster.inside(() => bookings.book({ slotId: to, patientId: patient, reason }));
      if (result.ok) this.visits.push({ id: result.appointment.id, patient });
      this.history.push(result.ok ? told('ok', result.appointment.id) : told(result.reason as Operation['outcome']));
    } catch {
      this.unanswered++;
      this.unknown.push({ reason, operation: { ...told('info'), returnedAt: Infinity } });
    }
  }

  /** Asked until it is answered: the same move asked twice is no mistake. */
  private async move(): Promise<void> {
    const visit = this.takeVisit();
    if (visit === undefined) return;
    const { id, patient } = visit;
    const to = this.pick(this.scene.slots);
    const { roster, bookings, timesOf } = this.scene;
    const before = await this.slotOf(id);
    const [result, invokedAt, asked] = await this.untilAnswered(() =>
      roster.inside(() => bookings.reschedule({ appointmentId: id, slotId: to })),
    );
    const common = { kind: 'move' as const, invokedAt, returnedAt: performance.now(), patient, visit: id, to };
    if (!result.ok) this.history.push({ ...common, outcome: result.reason as Operation['outcome'] });
    else if (!result.repeated) {
      const from = [...timesOf].find(([slot]) => this.startOf(slot) === Date.parse(result.previousStartsAt))?.[0];
      this.history.push({ ...common, outcome: 'ok', from });
    } else if (asked > 1 && before !== to) this.history.push({ ...common, outcome: 'ok', from: before });
    this.visits.push(visit);
  }

  private async cancel(): Promise<void> {
    const visit = this.takeVisit();
    if (visit === undefined) return;
    const { roster, bookings } = this.scene;
    const [result, invokedAt] = await this.untilAnswered(() =>
      roster.inside(() => bookings.cancel({ appointmentId: visit.id })),
    );
    const common = { kind: 'cancel' as const, invokedAt, returnedAt: performance.now(), patient: visit.patient };
    if (result.ok) this.history.push({ ...common, outcome: 'ok', visit: visit.id, from: result.appointment.slotId });
  }

  private takeVisit(): { id: string; patient: string } | undefined {
    return this.visits.splice(Math.floor(this.next() * this.visits.length), 1)[0];
  }

  private async untilAnswered<T>(ask: () => Promise<T>): Promise<[T, number, number]> {
    const invokedAt = performance.now();
    for (let asked = 1; ; asked++) {
      try {
        return [await ask(), invokedAt, asked];
      } catch {
        this.unanswered++;
        await sleep(5);
      }
    }
  }

  private readonly starts = new Map<string, number>();

  async learnStarts(): Promise<void> {
    const { roster } = this.scene;
    const rows = await roster.rows<{ id: string; at: Date }>(
      'SELECT id, starts_at AS at FROM slots WHERE clinic_id = $1',
    );
    for (const { id, at } of rows) this.starts.set(id, at.getTime());
  }

  private startOf(slot: string): number | undefined {
    return this.starts.get(slot);
  }

  private async slotOf(visit: string): Promise<string | undefined> {
    const [[row]] = await this.untilAnswered(() =>
      this.scene.roster.rows<{ slot: string }>(
        'SELECT slot_id AS slot FROM appointments WHERE clinic_id = $1 AND id = $2',
        visit,
      ),
    );
    return row?.slot;
  }
}

/** Cuts a connection of the product every now and then, as a fail-over or a network would. */
async function cutting(world: SchedulingWorld, until: { over: boolean }): Promise<number> {
  return asOwner(world.ownerUrl, async (owner) => {
    let cuts = 0;
    while (!until.over) {
      await sleep(120);
      const { rowCount } = await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'clinicall_app' AND state <> 'idle' ORDER BY random() LIMIT 1`,
      );
      cuts += rowCount ?? 0;
    }
    return cuts;
  });
}

async function play(world: SchedulingWorld, operations: number): Promise<{ recorder: Recorder; scene: Scene }> {
  const made = await scene(world);
  const next = random(seed);
  const recorder = new Recorder(made, next);
  await recorder.learnStarts();
  const until = { over: false };
  const knife = cutting(world, until);
  let begun = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (begun++ < operations) await recorder.act();
    }),
  );
  until.over = true;
  await knife;
  return { recorder, scene: made };
}

let world: SchedulingWorld;
afterEach(() => world.close());

it(`${OPERATIONS} operations of ${WORKERS} at once, connections cut under them: a history without a contradiction (seed ${seed})`, async () => {
  world = await startSchedulingWorld();
  const { recorder, scene: made } = await play(world, OPERATIONS);
  expect(await recorder.resolve()).toBe(recorder.unresolved);
  expect(recorder.unanswered).toBeGreaterThan(0);
  expect(violations(recorder.history, made.timesOf)).toEqual([]);
  expect(await broken(made.roster)).toEqual([]);
}, 1_800_000);

it('the same judge finds the build that has neither locks nor constraints', async () => {
  world = await startSchedulingWorld();
  await withoutConstraints(world);
  withoutLocks(world);
  const { recorder, scene: made } = await play(world, 400);
  await recorder.resolve();
  expect(violations(recorder.history, made.timesOf).length).toBeGreaterThan(0);
}, 300_000);

describe('the judge', () => {
  const timesOf = new Map([
    ['s', { startsAt: 0, endsAt: 30 }],
    ['t', { startsAt: 15, endsAt: 45 }],
  ]);
  const book = (visit: string, to: string, at: [number, number], patient = visit): Operation => {
    return { kind: 'book', outcome: 'ok', visit, patient, to, invokedAt: at[0], returnedAt: at[1] };
  };

  it('sees two visits on a slot, a patient in two places, and a refusal by nobody', () => {
    expect(violations([book('a', 's', [0, 1]), book('b', 's', [2, 3])], timesOf)).toHaveLength(1);
    expect(violations([book('a', 's', [0, 1], 'p'), book('b', 't', [2, 3], 'p')], timesOf)).toHaveLength(1);
    const refused: Operation = { ...book('a', 's', [0, 1]), outcome: 'slot_taken', visit: undefined };
    expect(violations([refused], timesOf)).toHaveLength(1);
  });

  it('accepts what may have happened in some order', () => {
    const cancel: Operation = { ...book('a', 's', [2, 6]), kind: 'cancel', to: undefined, from: 's' };
    expect(violations([book('a', 's', [0, 1]), cancel, book('b', 's', [3, 5])], timesOf)).toEqual([]);
    const refused: Operation = { ...book('c', 's', [5, 6]), outcome: 'slot_taken', visit: undefined };
    const unknown: Operation = { ...book('b', 's', [3, Infinity]), outcome: 'info' };
    expect(violations([book('a', 's', [0, 1]), cancel, unknown, refused], timesOf)).toEqual([]);
  });
});
