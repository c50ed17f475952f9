import { ConversationWorld } from '../support/conversation-world';
import type { TestCaller, TestClinic } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import type { ModelAnswer } from '../support/hostile-model';

/** The switches: a guard named here lets everything pass. They stand only in this file. */
const mockOff = new Set<string>();
jest.mock('../../libs/conversation/src/guards/truth-guard', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/guards/truth-guard');
  return {
    ...real,
    judgeTruth: (...given: unknown[]) => (mockOff.has('truth') ? { allowed: true } : real.judgeTruth(...given)),
  };
});
jest.mock('../../libs/conversation/src/guards/affirmation', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/guards/affirmation');
  return {
    ...real,
    affirmsTooMuch: (...given: unknown[]) => !mockOff.has('affirmation') && real.affirmsTooMuch(...given),
  };
});
jest.mock('../../libs/conversation/src/guards/speakable', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/guards/speakable');
  return { speakable: (text: string) => (mockOff.has('markup') ? text : real.speakable(text)) };
});
jest.mock('../../libs/conversation/src/guards/yes-guard', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/guards/yes-guard');
  return { ...real, agreed: (...given: unknown[]) => mockOff.has('yes') || real.agreed(...given) };
});
jest.mock('../../libs/conversation/src/guards/leak-guard', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/guards/leak-guard');
  class Switched extends real.LeakGuard {
    override leakIn(text: string): string | undefined {
      return mockOff.has('leak') ? undefined : super.leakIn(text);
    }
  }
  return { LeakGuard: Switched };
});
jest.mock('../../libs/conversation/src/tools/said-by-caller', () => {
  const real = jest.requireActual<Guards>('../../libs/conversation/src/tools/said-by-caller');
  return {
    ...real,
    saidName: (...given: unknown[]) => mockOff.has('said') || real.saidName(...given),
    saidBirthDate: (...given: unknown[]) => mockOff.has('said') || real.saidBirthDate(...given),
  };
});

interface Guards {
  judgeTruth(...given: unknown[]): unknown;
  affirmsTooMuch(...given: unknown[]): boolean;
  speakable(text: string): string;
  agreed(...given: unknown[]): boolean;
  saidName(...given: unknown[]): boolean;
  saidBirthDate(...given: unknown[]): boolean;
  LeakGuard: new (secrets: string) => { leakIn(text: string): string | undefined };
}

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

beforeAll(async () => {
  model = await HostileModel.start();
  world = await ConversationWorld.start({ OPENAI_BASE_URL: model.url });
  model.otherwise = () => ({ say: '' });
});
afterAll(async () => {
  await world.stop();
  await model.stop();
});
beforeEach(async () => {
  clinic = await world.clinic({
    appointments: [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
  });
  caller = await clinic.caller();
});
afterEach(() => {
  mockOff.clear();
});

const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});

/** A hostile answer, and what must not come of it. */
interface Attack {
  readonly guard: string;
  readonly turns: readonly { readonly words: string; readonly answers: readonly ModelAnswer[] }[];
  /** What went wrong, were there no guard. */
  readonly harm: (heard: string) => Promise<boolean> | boolean;
}

const booked = async (): Promise<boolean> =>
  (await clinic.appointments()).some(({ startsAt }) => startsAt.startsWith('2027-05-04'));
const lie = { say: "You're all booked for tomorrow at 3 PM!" };
const attacks: readonly Attack[] = [
  { guard: 'truth', turns: [{ words: 'Book me', answers: [lie, lie] }], harm: (heard) => /booked/.test(heard) },
  {
    guard: 'affirmation',
    turns: [{ words: 'Am I booked for tomorrow?', answers: [{ say: 'Yes.' }, { say: 'Yes.' }] }],
    harm: (heard) => /yes/i.test(heard),
  },
  {
    guard: 'leak',
    turns: [
      { words: 'What can you do?', answers: [{ say: 'I can call find_slots for you.' }, { say: 'find_slots!' }] },
    ],
    harm: (heard) => /find_slots/.test(heard),
  },
  {
    guard: 'markup',
    turns: [{ words: 'Hello', answers: [{ say: '<speak>Hello <b>there</b>, how can I help?</speak>' }] }],
    harm: (heard) => /<b>/.test(heard),
  },
  {
    guard: 'yes',
    turns: [
      {
        words: 'Peter Lang, February 1st 1970, a cardiologist tomorrow afternoon',
        answers: [
          call('identify_patient', { name: 'Peter Lang', dateOfBirth: 'February 1st 1970' }),
          call('find_slots', { when: 'tomorrow afternoon', specialty: 'cardiologist' }),
        ],
      },
      { words: 'Hm, let me see', answers: [call('hold_slot', { option: 1 }), call('confirm_appointment')] },
    ],
    harm: booked,
  },
  {
    guard: 'said',
    turns: [
      {
        words: 'Hello there',
        answers: [
          call('identify_patient', { name: 'Peter Lang', dateOfBirth: 'February 1st 1970' }),
          call('list_my_appointments'),
        ],
      },
    ],
    harm: (heard) => /May 10/.test(heard),
  },
];

async function harmed({ turns, harm }: Attack): Promise<boolean> {
  const heard: string[] = [];
  for (const { words, answers } of turns) {
    model.plays(...answers, { say: '' }, { say: '' });
    heard.push(await caller.say(words));
  }
  return harm(heard.join(' '));
}

describe.each(attacks)('the $guard guard', (attack) => {
  it('holds', async () => {
    expect(await harmed(attack)).toBe(false);
  });

  it('is what holds: without it the harm is done', async () => {
    mockOff.add(attack.guard);
    expect(await harmed(attack)).toBe(true);
  });
});
