import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { BookingsService } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { BookingModel } from './booking-model';
import type { ModelSlot } from './booking-model';
import { asOwner, broken, seed, times } from './proof';

/**
 * Sequences of holds, confirmations, bookings, moves and cancellations that nobody thought of, beside a model of a
 * page: after every step the answer is the model's and the tables are the model's. The last test breaks the database and
 * must see the difference.
 */
const SEQUENCES = times(1_000);
const LENGTH = 50;

/** Two doctors whose times overlap in halves, so that a patient can be in two places by a quarter of an hour. */
const SLOTS: ModelSlot[] = [0, 30, 60, 90].flatMap((at) => [
  { doctor: 0, at },
  { doctor: 1, at: at + 15 },
]);
const PATIENTS = 3;

interface Real {
  readonly roster: Roster;
  readonly bookings: BookingsService;
  readonly slots: readonly string[];
  readonly patients: readonly string[];
  readonly visits: string[];
  readonly holds: { id: string; token: string }[];
}

type Command = fc.AsyncCommand<BookingModel, Real>;
type Answer = { readonly ok: boolean; readonly reason?: string };

class Step implements Command {
  constructor(
    private readonly name: string,
    private readonly may: (model: BookingModel) => boolean,
    private readonly expected: (model: BookingModel) => string,
    private readonly act: (real: Real, model: BookingModel) => Promise<Answer>,
  ) {}

  check(model: Readonly<BookingModel>): boolean {
    return this.may(model as BookingModel);
  }

  async run(model: BookingModel, real: Real): Promise<void> {
    const answer = await real.roster.inside(() => this.act(real, model));
    const wanted = this.expected(model);
    const found = answer.ok ? 'ok' : answer.reason;
    if (found !== wanted) throw new Error(`${this.name} answered ${found ?? ''}, the model says ${wanted}`);
    await sameState(model, real);
  }

  toString(): string {
    return this.name;
  }
}

async function sameState(model: BookingModel, { roster, slots }: Real): Promise<void> {
  const rows = await roster.rows<{ id: string; status: string }>(
    'SELECT id, status FROM slots WHERE clinic_id = $1 AND id = ANY($2)',
    slots,
  );
  const found = new Map(rows.map(({ id, status }) => [id, status]));
  slots.forEach((id, slot) => {
    if (found.get(id) !== model.stateOf(slot)) {
      throw new Error(`slot ${slot} is ${found.get(id) ?? ''}, the model says ${model.stateOf(slot)}`);
    }
  });
}

const tokenOf = (real: Real, hold: number) => ({ kind: 'token', token: real.holds[hold]?.token ?? '' }) as const;
const kept = (real: Real, answer: Awaited<ReturnType<BookingsService['hold']>>): Answer => {
  if (answer.ok) real.holds.push({ id: answer.hold.id, token: answer.holdToken ?? '' });
  return answer;
};
const made = (real: Real, answer: Awaited<ReturnType<BookingsService['book']>>): Answer => {
  if (answer.ok && !answer.repeated) real.visits.push(answer.appointment.id);
  return answer;
};

const slot = fc.nat(SLOTS.length - 1);
const patient = fc.nat(PATIENTS - 1);
/** Which of the holds, or visits, there are by then. */
const pick = fc.nat(99);
const of = (list: readonly unknown[], picked: number): number => picked % list.length;

const always = (): boolean => true;
const someHold = (model: BookingModel): boolean => model.holds.length > 0;
const someVisit = (model: BookingModel): boolean => model.visits.length > 0;

const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(slot, fc.option(patient, { nil: undefined })).map(
    ([s, p]) =>
      new Step(
        `hold(${s},${p ?? '-'})`,
        always,
        (model) => model.hold(s, p),
        async (real) =>
          kept(
            real,
            await real.bookings.hold({
              slotId: real.slots[s] ?? '',
              owner: { kind: 'token' },
              patientId: p === undefined ? null : real.patients[p],
            }),
          ),
      ),
  ),
  fc.tuple(slot, patient).map(
    ([s, p]) =>
      new Step(
        `book(${s},${p})`,
        always,
        (model) => model.book(s, p),
        async (real) =>
          made(real, await real.bookings.book({ slotId: real.slots[s] ?? '', patientId: real.patients[p] ?? '' })),
      ),
  ),
  fc.tuple(pick, patient).map(
    ([h, p]) =>
      new Step(
        `confirm(${h},${p})`,
        someHold,
        (model) => model.confirm(of(model.holds, h), p),
        async (real) => {
          const hold = of(real.holds, h);
          const patientId = real.patients[p] ?? '';
          const holdId = real.holds[hold]?.id ?? '';
          return made(real, await real.bookings.confirm({ holdId, owner: tokenOf(real, hold), patientId }));
        },
      ),
  ),
  pick.map(
    (h) =>
      new Step(
        `release(${h})`,
        someHold,
        (model) => model.release(of(model.holds, h)),
        (real) => {
          const hold = of(real.holds, h);
          return real.bookings.release(real.holds[hold]?.id ?? '', tokenOf(real, hold));
        },
      ),
  ),
  pick.map(
    (v) =>
      new Step(
        `cancel(${v})`,
        someVisit,
        (model) => model.cancel(of(model.visits, v)),
        (real) => real.bookings.cancel({ appointmentId: real.visits[of(real.visits, v)] ?? '' }),
      ),
  ),
  fc.tuple(pick, slot).map(
    ([v, s]) =>
      new Step(
        `move(${v},${s})`,
        someVisit,
        (model) => model.move(of(model.visits, v), s),
        (real) =>
          real.bookings.reschedule({
            appointmentId: real.visits[of(real.visits, v)] ?? '',
            slotId: real.slots[s] ?? '',
          }),
      ),
  ),
  fc.tuple(pick, pick).map(
    ([v, h]) =>
      new Step(
        `moveToHold(${v},${h})`,
        (model) => someVisit(model) && someHold(model),
        (model) => model.move(of(model.visits, v), model.slotOf(of(model.holds, h)), of(model.holds, h)),
        (real) => {
          const hold = of(real.holds, h);
          return real.bookings.reschedule({
            appointmentId: real.visits[of(real.visits, v)] ?? '',
            holdId: real.holds[hold]?.id ?? '',
            owner: tokenOf(real, hold),
          });
        },
      ),
  ),
  fc.constant(
    new Step(
      'lapse',
      someHold,
      (model) => {
        model.lapse();
        return 'ok';
      },
      async (real) => {
        await real.roster.lapseHolds();
        return { ok: true };
      },
    ),
  ),
];

/** Doctors, slots and patients of a sequence's own, all in one clinic. */
async function fresh(roster: Roster, bookings: BookingsService): Promise<Real> {
  const doctors = [randomUUID(), randomUUID()];
  const slots = SLOTS.map(() => randomUUID());
  const patients = Array.from({ length: PATIENTS }, () => randomUUID());
  await roster.rows(
    `WITH d AS (INSERT INTO doctors (clinic_id, id, name, specialty_id)
                SELECT $1, id, 'Doctor', $2 FROM unnest($3::uuid[]) AS id RETURNING id),
          p AS (INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth)
                SELECT $1, id, 'Patient', 'patient', '1970-02-01' FROM unnest($4::uuid[]) AS id)
     INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
     SELECT $1, s.id, ($3::uuid[])[s.doctor + 1], $2, t.at, t.at + interval '30 minutes'
       FROM unnest($5::uuid[], $6::int[], $7::int[]) AS s(id, doctor, minute),
            LATERAL (SELECT date_trunc('hour', now()) + interval '2 days' + make_interval(mins => s.minute) AS at) t`,
    roster.specialtyId,
    doctors,
    patients,
    slots,
    SLOTS.map(({ doctor }) => doctor),
    SLOTS.map(({ at }) => at),
  );
  return { roster, bookings, slots, patients, visits: [], holds: [] };
}

function property(roster: Roster, bookings: BookingsService): fc.IAsyncProperty<[Iterable<Command>]> {
  return fc.asyncProperty(fc.commands(commands, { maxCommands: LENGTH, size: 'max' }), (sequence) =>
    fc.asyncModelRun(async () => ({ model: new BookingModel(SLOTS), real: await fresh(roster, bookings) }), sequence),
  );
}

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world.close());

it(`${SEQUENCES} sequences of up to ${LENGTH} commands: the model's answers and the model's state (seed ${seed})`, async () => {
  const roster = await Roster.of(world);
  await fc.assert(property(roster, world.get(BookingsService)), { numRuns: SEQUENCES, seed });
  expect(await broken(roster)).toEqual([]);
}, 3_600_000);

it('tells a database apart in which a patient can be in two places', async () => {
  const other = await startSchedulingWorld();
  try {
    await asOwner(other.ownerUrl, (owner) =>
      owner.query('ALTER TABLE appointments DROP CONSTRAINT appointments_patient_no_overlap'),
    );
    const found = await fc.check(property(await Roster.of(other), other.get(BookingsService)), { numRuns: 200, seed });
    expect(found.failed).toBe(true);
    expect(found.errorInstance).toMatchObject({ message: expect.stringContaining('the model says patient_busy') });
  } finally {
    await other.close();
  }
}, 120_000);
