import { WaitlistOffers, WaitlistService } from '@clinicall/scheduling';
import { ConversationWorld } from '../support/conversation-world';
import type { ClinicWorld, TestCaller, TestClinic } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import type { ModelAnswer, ModelRequest } from '../support/hostile-model';
import { times, withoutConstraints, withoutLocks } from './proof';

/**
 * Several conversations at once after the same times, through the agent and its tools. The model is a parrot that turns the
 * caller's words into the one tool they name, so that any number may talk to it at a time.
 */
const ROUNDS = times(10);
const born = 'February 1, 1970';
const names = ['Peter Lang', 'Maria Lopez', 'Nora Vale', 'Olga Marin', 'Ivo Brandt', 'Lena Sommer'];
const phones = names.map((_name, index) => `+121255501${40 + index}`);
const otherPhone = '+12125550149';
const patients = names.map((name, index) => ({
  name,
  dob: '1970-02-01',
  phones: index === 0 ? [phones[0], otherPhone] : [phones[index]],
}));
const ruth = { name: 'Ruth Adler', specialty: 'Cardiology' };
const wei = { name: 'Wei Chen', specialty: 'Dermatology' };
const [early, late, next] = ['2027-05-04T14:30', '2027-05-04T15:00', '2027-05-05T10:00'];

const tool = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});
const MOVE: ModelAnswer = {
  tool_calls: [
    { name: 'list_my_appointments', arguments: {} },
    { name: 'find_slots', arguments: { doctor: 'Adler' } },
  ],
};

function parrot({ messages }: ModelRequest): ModelAnswer {
  const last = messages.findLast(({ role }) => role !== 'system');
  const words = last?.role === 'user' ? (last.content ?? '') : '';
  const name = names.find((one) => words.includes(`I am ${one}`));
  if (name !== undefined) return tool('identify_patient', { name, dateOfBirth: born });
  if (words.includes('cardiologist')) return tool('find_slots', { specialty: 'cardiologist' });
  if (words.includes('skin doctor')) return tool('find_slots', { specialty: 'skin doctor' });
  if (words.includes('another time')) return MOVE;
  if (words.includes('move to the first')) return tool('reschedule_appointment', { appointment: 1, option: 1 });
  if (words.includes('The first')) return tool('hold_slot', { option: 1 });
  if (words.includes('Yes, move it')) return tool('reschedule_appointment', { appointment: 1, option: 1 });
  return words.includes('Yes please') ? tool('confirm_appointment') : { say: '' };
}

let model: HostileModel;
let world: ConversationWorld;
beforeAll(async () => {
  model = await HostileModel.start();
  model.otherwise = parrot;
});
afterAll(() => model.stop());

const started = (): Promise<ConversationWorld> => ConversationWorld.start({ OPENAI_BASE_URL: model.url });
const all = (callers: readonly TestCaller[], words: string): Promise<string[]> =>
  Promise.all(callers.map((caller) => caller.say(words)));
const clinicOf = (given: ClinicWorld): Promise<TestClinic> => world.clinic({ patients, ...given } as ClinicWorld);
const identity = (index: number): string => `I am ${names[index] ?? ''}, ${born}`;

async function keptTwice(clinic: TestClinic): Promise<Fault[]> {
  return clinic.rows(
    `SELECT 'a time is kept for two' AS fault FROM holds WHERE clinic_id = $1 AND status = 'active' GROUP BY slot_id HAVING count(*) > 1
     UNION ALL SELECT 'two visits share their time' FROM appointments a JOIN appointments b ON b.clinic_id = a.clinic_id AND b.id > a.id
        AND (b.doctor_id = a.doctor_id OR b.patient_id = a.patient_id) AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      WHERE a.clinic_id = $1 AND a.status = 'booked' AND b.status = 'booked'`,
  );
}

interface Fault {
  readonly fault: string;
}
/** Never in a right build; of a broken one it says nothing about what came of it. */
const FAILED: Fault = { fault: 'a turn failed' };

/** Six callers after three times: whoever hears that it is taken takes the next one offered. */
async function crowd(): Promise<Fault[]> {
  const clinic = await clinicOf({ doctors: [{ ...ruth, free: [early, late, next] }] });
  const callers = await Promise.all(phones.map((phone) => clinic.caller(phone)));
  await all(callers, 'A cardiologist please');
  let losers = callers;
  for (let tries = 0; tries < 4 && losers.length > 0; tries++) {
    const replies = await all(losers, 'The first');
    losers = losers.filter((_caller, index) => replies[index]?.includes('taken') === true);
  }
  const faults = await keptTwice(clinic);
  await Promise.all(callers.map((caller, index) => caller.say(identity(index))));
  const told = (await all(callers, 'Yes please')).filter((reply) => reply.includes("You're booked")).length;
  const rows = await clinic.appointments();
  const untrue =
    told === rows.length && rows.length === 3 ? [] : [{ fault: `${told} were told of ${rows.length} visits` }];
  return [...faults, ...(await keptTwice(clinic)), ...untrue];
}

/** One patient in two conversations, from two telephones, each with another doctor's time at the same hour. */
async function twoPlaces(): Promise<Fault[]> {
  const clinic = await clinicOf({
    doctors: [
      { ...ruth, free: [early] },
      { ...wei, free: [early] },
    ],
  });
  const callers = [await clinic.caller(phones[0]), await clinic.caller(otherPhone)];
  await Promise.all(callers.map((caller, index) => caller.say(index === 0 ? 'A cardiologist' : 'A skin doctor')));
  await all(callers, 'The first');
  await all(callers, identity(0));
  const replies = await all(callers, 'Yes please');
  const told = replies.filter((reply) => reply.includes("You're booked")).length;
  const untrue = told === 1 ? [] : [{ fault: `${told} of two conversations were told of a visit` }];
  return [...(await keptTwice(clinic)), ...untrue];
}

/** Two move onto the one free time at once; then both want the time that became free, the winner's own from before. */
async function swap(): Promise<Fault[]> {
  const clinic = await clinicOf({
    doctors: [{ ...ruth, free: [early] }],
    appointments: [late, next].map((startsAt, index) => ({ doctor: ruth.name, startsAt, patient: names[index] ?? '' })),
  });
  const callers = [await clinic.caller(phones[0]), await clinic.caller(phones[1])];
  await Promise.all(callers.map((caller, index) => caller.say(identity(index))));
  const faults: Fault[] = [];
  for (let way = 0; way < 2; way++) {
    await all(callers, 'I need another time');
    await all(callers, 'move to the first');
    faults.push(...(await keptTwice(clinic)));
    const before = await clinic.appointments();
    const turns = await Promise.allSettled(callers.map((caller) => caller.say('Yes, move it')));
    if (turns.some(({ status }) => status === 'rejected')) faults.push(FAILED);
    const after = await clinic.appointments();
    const moved = after.filter((one) => !before.some((old) => old.startsAt === one.startsAt)).length;
    if (moved !== 1 || after.length !== 2) faults.push({ fault: `${moved} moved, ${after.length} stand` });
    faults.push(...(await keptTwice(clinic)));
    if (faults.length > 0) break;
  }
  return faults;
}

/** The time that the waitlist keeps for a patient, taken by them in two conversations and by their text at once. */
async function offered(): Promise<Fault[]> {
  const clinic = await clinicOf({ doctors: [{ ...ruth, free: [early] }] });
  const [slot] = await clinic.rows<{ id: string }>('SELECT id FROM slots WHERE clinic_id = $1');
  const [peter] = await clinic.rows<{ id: string }>(
    'SELECT id FROM patients WHERE clinic_id = $1 AND name = $2',
    names[0],
  );
  const wish = { patientId: peter?.id ?? '', specialty: 'Cardiology', source: 'staff' } as const;
  const entryId = await clinic.inside(() => world.get(WaitlistService).join(wish));
  await clinic.inside(() => world.get(WaitlistOffers).offer(slot?.id ?? ''));
  const callers = [await clinic.caller(phones[0]), await clinic.caller(otherPhone)];
  await all(callers, identity(0));
  await all(callers, 'A cardiologist please');
  await Promise.all([
    all(callers, 'The first').then(() => all(callers, 'Yes please')),
    clinic.inside(() => world.get(WaitlistOffers).accept(entryId)),
  ]);
  const rows = await clinic.appointments();
  return [
    ...(await keptTwice(clinic)),
    ...(rows.length === 1 ? [] : [{ fault: `${rows.length} visits of one offer` }]),
  ];
}

describe(`${ROUNDS} rounds through the tools`, () => {
  beforeAll(async () => {
    world = await started();
  });
  afterAll(() => world.stop());

  it.each(Object.entries({ crowd, twoPlaces, swap, offered }))(
    'of %s keep every promise',
    async (_name, race) => {
      for (let round = 0; round < ROUNDS; round++) expect(await race()).toEqual([]);
    },
    600_000,
  );
});

describe('a build without constraints and locks', () => {
  beforeAll(async () => {
    world = await started();
    await withoutConstraints(world);
    withoutLocks(world);
  });
  afterAll(() => world.stop());

  it.each(Object.entries({ crowd, twoPlaces, swap }))(
    'is found by %s',
    async (_name, race) => {
      for (let round = 0; round < 30; round++) if ((await race()).some((one) => one !== FAILED)) return;
      throw new Error('Thirty rounds did not see that locks and constraints are gone.');
    },
    300_000,
  );
});
