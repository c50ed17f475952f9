import type { ConversationWorld, TestCaller, TestClinic } from '../support/conversation-world';
import type { HostileModel, ModelAnswer, ModelRequest } from '../support/hostile-model';
import { playScripted } from '../support/scripted-world';

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

playScripted((both) => ({ world, model } = both));

const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});
/** As providers count, roughly. */
const tokensIn = (of: unknown): number => Math.ceil(JSON.stringify(of).length / 4);
const systemOf = ({ messages }: ModelRequest): string => messages[0]?.content ?? '';
const saidIn = ({ messages }: ModelRequest): string[] =>
  messages.flatMap(({ role, content }) => (role === 'user' ? [content ?? ''] : []));

/** Every request of the model so far, kept where a new script forgets them. */
let asked: ModelRequest[];
async function turn(words: string, ...answers: ModelAnswer[]): Promise<string> {
  model.plays(...answers);
  const said = await caller.say(words);
  asked.push(...model.requests);
  return said;
}

beforeEach(() => {
  asked = [];
  model.otherwise = (request) => {
    model.usage = { prompt_tokens: tokensIn([request.messages, request.tools]), completion_tokens: 20 };
    return { say: '' };
  };
});
afterEach(() => {
  model.usage = undefined;
});

describe('a talk of sixty turns', () => {
  const TURNS = 60;

  it('stays in its budgets, keeps its prompt’s beginning, and ends in a booking', async () => {
    clinic = await world.clinic();
    caller = await clinic.caller();
    const find = call('find_slots', { when: 'tomorrow afternoon', specialty: 'cardiologist' });
    await turn('A cardiologist tomorrow afternoon', find);
    for (let n = 2; n <= TURNS - 4; n++)
      await turn(
        `Before we go on, question number ${n}: who else sees patients on a day like this, and what do they do there?`,
        n % 3 === 0 ? call('list_doctors') : { say: 'What else would you like to know?' },
      );
    await turn('Tomorrow afternoon then', find);
    await turn('The second one', call('hold_slot', { option: 2 }));
    const claim = { name: 'Peter Lang', dateOfBirth: 'February first 1970' };
    await turn('Peter Lang, February first 1970', call('identify_patient', claim));
    expect(await turn('Yes please', call('confirm_appointment'))).toContain("You're booked for tomorrow");
    expect(await clinic.appointments()).toMatchObject([{ startsAt: '2027-05-04T15:00', status: 'booked' }]);

    const { turns, guardActions } = await caller.read();
    expect(turns).toHaveLength(2 * TURNS);
    expect(guardActions.filter(({ guard }) => guard === 'budget')).toEqual([]);
    const last = asked.at(-1);
    if (last === undefined) throw new Error('the model was not asked');
    // What a provider's cache holds: the tools, the rules and the clinic, the same to the letter in every request.
    const beginning = systemOf(asked[0] as ModelRequest).split('\n\nClinicall-State: ')[0] ?? '';
    expect(beginning.length).toBeGreaterThan(1_500);
    expect(asked.filter((one) => !systemOf(one).startsWith(beginning))).toEqual([]);
    expect(new Set(asked.map(({ tools }) => JSON.stringify(tools))).size).toBe(1);
    // The last ten turns in full; twenty more in a line each, and how many there were before.
    expect(saidIn(last)).toHaveLength(10);
    expect(systemOf(last)).toContain('- (30 turns before)');
    expect(systemOf(last).match(/^- Before we go on/gm)).toHaveLength(20);
    // No longer at its end than when the summary was full.
    const prompts = asked.map(({ messages }) => tokensIn(messages));
    expect(Math.max(...prompts.slice(-20))).toBeLessThan(Math.max(...prompts.slice(0, 60)) * 1.2);
  });
});

describe('a caller with more than a hundred appointments', () => {
  const MANY = 110;
  /** Ten a day from Monday, May 10; weekends are left out. */
  const visits = Array.from({ length: MANY }, (_, n) => {
    const day = 10 + Math.floor(n / 10) + 2 * Math.floor(n / 50);
    return {
      doctor: 'Wei Chen',
      startsAt: `2027-05-${day}T${String(8 + (n % 10)).padStart(2, '0')}:00`,
      patient: 'Peter Lang',
    };
  });
  const result = ({ messages }: ModelRequest): string =>
    messages.findLast(({ role, content }) => role === 'tool' && content?.includes('"appointments"'))?.content ?? '';

  it('is told of a few, and can cancel one of them', async () => {
    clinic = await world.clinic({ appointments: visits });
    caller = await clinic.caller();
    const claim = { name: 'Peter Lang', dateOfBirth: 'February first 1970' };
    await turn('Peter Lang, February first 1970', call('identify_patient', claim));
    const words = await turn('What appointments do I have?', call('list_my_appointments'));
    expect(words).toMatch(
      /^Your next appointments are Monday, May 10 at 8:00 AM with Dr\. Wei Chen, .*There are more after these\./,
    );
    expect(words.length).toBeLessThan(450);
    const [, told] = asked.slice(-2);
    expect(tokensIn(result(told as ModelRequest))).toBeLessThan(1_500);

    await turn('Cancel the third one', call('cancel_appointment', { appointment: 3 }));
    // The numbers are still before the model in the turn that uses them.
    expect(result(asked.at(-2) as ModelRequest)).toContain('"appointment":3');
    expect(Math.max(...asked.map(({ messages }) => tokensIn(messages)))).toBeLessThan(6_000);
    await turn('Yes, cancel it', call('cancel_appointment', { appointment: 3 }));
    const gone = (await clinic.appointments()).filter(({ status }) => status === 'cancelled');
    expect(gone).toMatchObject([{ startsAt: '2027-05-10T10:00', patient: 'Peter Lang' }]);
  });

  it('hears the few of the hundred to choose from when a number is none', async () => {
    clinic = await world.clinic({ appointments: visits });
    caller = await clinic.caller();
    const claim = { name: 'Peter Lang', dateOfBirth: 'February first 1970' };
    await turn('Peter Lang, February first 1970', call('identify_patient', claim));
    const words = await turn('Cancel number 70', call('cancel_appointment', { appointment: 70 }));
    expect(words).toMatch(/^Which appointment do you mean: Monday, May 10/);
    expect(words.length).toBeLessThan(450);
  });
});
