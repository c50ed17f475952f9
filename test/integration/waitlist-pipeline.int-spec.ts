import { BookingsService, WaitlistOffers, WaitlistService } from '@clinicall/scheduling';
import { Client } from 'pg';
import { withoutConstraints, withoutLocks } from '../proofs/proof';
import { eventually } from '../support/eventually';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

/**
 * Freed times on their real way to those who wait: two instances, each with its dispatcher and its four job workers, on one
 * database, while each visit is cancelled by several at once.
 */
const DAY = 24 * 60;
const TIMES = 6;
const WAITING = 9;

interface Offered {
  readonly entryId: string;
  readonly slotId: string;
  readonly status: string;
}

class Place {
  private constructor(
    private readonly worlds: readonly SchedulingWorld[],
    private readonly owner: Client,
    readonly roster: Roster,
    readonly slots: string[] = [],
    readonly visits: string[] = [],
    /** In the order in which they are to be asked. */
    readonly entries: string[] = [],
  ) {}

  static async of(worlds: readonly SchedulingWorld[], owner: Client): Promise<Place> {
    const [world] = worlds as [SchedulingWorld];
    const place = new Place(worlds, owner, await Roster.of(world, { timezone: whereItIsNoon() }));
    const { roster } = place;
    const doctorId = await roster.doctor();
    const person = (number: number) => roster.patient(`P ${number}`, `+1202556${1000 + number}`);
    for (let index = 0; index < TIMES; index++) {
      const slotId = await roster.slot(doctorId, (3 + index) * DAY);
      const patientId = await person(index);
      const booked = await roster.inside(() => world.get(BookingsService).book({ slotId, patientId }));
      if (!booked.ok) throw new Error(booked.reason);
      place.slots.push(slotId);
      place.visits.push(booked.appointment.id);
    }
    for (let index = 0; index < WAITING; index++) {
      const wish = { patientId: await person(100 + index), specialty: 'Cardiology', source: 'staff' as const };
      const urgent = index === WAITING - 1;
      const id = await roster.inside(() => world.get(WaitlistService).join({ ...wish, priority: urgent ? 5 : 0 }));
      if (urgent) place.entries.unshift(id);
      else place.entries.push(id);
    }
    await place.settled();
    return place;
  }

  /** The same of every id four times at once, on both instances. */
  async crowd<T>(ids: readonly string[], work: (world: SchedulingWorld, id: string) => Promise<T>): Promise<T[]> {
    const tries = [0, 1, 2, 3].flatMap((attempt) => ids.map((id) => ({ id, world: this.worlds[attempt % 2]! })));
    return Promise.all(tries.map(({ id, world }) => world.inside(this.roster.clinicId, () => work(world, id))));
  }

  /** Every event of the clinic is delivered, and every offer that follows is made or found impossible. */
  async settled(): Promise<void> {
    await eventually(
      async () => {
        const { rows } = await this.owner.query<{ left: string }>(
          `SELECT (SELECT count(*) FROM directory.outbox_pending WHERE clinic_id = $1::uuid) +
                  (SELECT count(*) FROM outbox WHERE clinic_id = $1::uuid AND delivered_at IS NULL) +
                  (SELECT count(*) FROM graphile_worker.jobs WHERE key LIKE $1::text || ':waitlist:%') AS left`,
          [this.roster.clinicId],
        );
        return Number(rows[0]?.left) === 0;
      },
      'events and offers are done',
      60_000,
    );
  }

  offers(): Promise<Offered[]> {
    return this.roster.rows<Offered>(
      `SELECT entry_id AS "entryId", slot_id AS "slotId", status FROM waitlist_offers WHERE clinic_id = $1`,
    );
  }

  async live(): Promise<Offered[]> {
    return (await this.offers()).filter(({ status }) => status === 'offered');
  }

  async freeAll(): Promise<void> {
    await this.crowd(this.visits, (world, appointmentId) => world.get(BookingsService).cancel({ appointmentId }));
    await this.settled();
  }
}

const distinct = (values: readonly string[]): number => new Set(values).size;

/** Nobody is asked at night. */
function whereItIsNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

let worlds: SchedulingWorld[];
let owner: Client;

beforeAll(async () => {
  const first = await startSchedulingWorld({ CLINICALL_ROLES: 'web,jobs' });
  const same = { url: first.ownerUrl, appUrl: first.appUrl };
  worlds = [await startSchedulingWorld({ CLINICALL_ROLES: 'web,jobs' }, same), first];
  owner = new Client({ connectionString: first.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  for (const world of worlds) await world.close();
});

it(`${TIMES} freed times at once: each goes to one, once, and to those who come first`, async () => {
  const place = await Place.of(worlds, owner);
  await place.freeAll();
  const first = await place.offers();
  expect(first.map(({ status }) => status)).toEqual(first.map(() => 'offered'));
  expect(first.map(({ slotId }) => slotId).sort()).toEqual([...place.slots].sort());
  expect(first.map(({ entryId }) => entryId).sort()).toEqual(place.entries.slice(0, TIMES).sort());

  await place.crowd(
    first.map(({ entryId }) => entryId),
    (world, entryId) => world.get(WaitlistOffers).decline(entryId),
  );
  await place.settled();
  const all = await place.offers();
  expect(distinct(all.map(({ entryId, slotId }) => `${entryId} ${slotId}`))).toBe(all.length);
  const live = await place.live();
  expect([distinct(live.map((one) => one.slotId)), distinct(live.map((one) => one.entryId))]).toEqual([
    live.length,
    live.length,
  ]);
  // A time that everybody was asked about stays free; three more wait than were asked at first.
  expect(live.length).toBeGreaterThanOrEqual(WAITING - TIMES);

  const answers = await place.crowd(
    live.map(({ entryId }) => entryId),
    (world, entryId) => world.get(WaitlistOffers).accept(entryId),
  );
  expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true));
  const booked = await place.roster.rows<{ slotId: string }>(
    `SELECT slot_id AS "slotId" FROM appointments WHERE clinic_id = $1 AND status = 'booked'`,
  );
  expect(booked.map(({ slotId }) => slotId).sort()).toEqual(live.map(({ slotId }) => slotId).sort());
}, 120_000);

it('would ask somebody about two times without locks and unique indexes', async () => {
  await withoutConstraints(worlds[0]!);
  for (const world of worlds) withoutLocks(world);
  for (let round = 1; round <= 10; round++) {
    const place = await Place.of(worlds, owner);
    await place.freeAll();
    const live = await place.live();
    if (distinct(live.map(({ entryId }) => entryId)) < live.length) return;
  }
  throw new Error('Ten rounds without locks, and nobody was asked twice: this race proves nothing.');
}, 240_000);
