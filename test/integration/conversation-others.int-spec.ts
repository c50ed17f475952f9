import { ConversationWorld } from '../support/conversation-world';
import type { TestCaller, TestClinic } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import type { ModelAnswer } from '../support/hostile-model';

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
  const free = ['09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => `2027-05-04T${time}`);
  clinic = await world.clinic({
    doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free: [...free, '2027-05-04T14:00'] }],
    visitTypes: [{ name: 'Procedure', minutes: 60 }],
  });
  caller = await clinic.caller();
});

const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});
const search = (visitType?: string): ModelAnswer =>
  call('find_slots', { specialty: 'cardiologist', ...(visitType === undefined ? {} : { visitType }) });
async function turn(words: string, answer: ModelAnswer): Promise<string> {
  model.plays(answer, { say: '' });
  return caller.say(words);
}
const offered = async (): Promise<unknown> => {
  const found = (await caller.read()).toolCalls.filter(({ name }) => name === 'find_slots').at(-1);
  const { options } = found?.result as { options?: { startsAt: string }[] };
  return options?.map(({ startsAt }) => startsAt.slice(11, 16));
};

describe('"anything else?"', () => {
  it.each(['Anything else?', 'None of those, sorry', '¿Hay otras horas?'])(
    'after "%s" the next times are offered',
    async (words) => {
      await turn('A cardiologist please', search());
      expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
      await turn(words, search());
      expect(await offered()).toEqual(['10:30', '11:00', '14:00']);
    },
  );

  it('is answered truly when there is nothing else, and what was offered can still be had', async () => {
    await turn('A cardiologist please', search());
    await turn('Anything else?', search());
    expect(await turn('Any other times?', search())).toMatch(/that is all there is/);
    expect(await turn('The first then', call('hold_slot', { option: 1 }))).toContain('10:30 AM');
  });

  it('is forgotten when the caller asks anew', async () => {
    await turn('A cardiologist please', search());
    await turn('Anything else?', search());
    await turn('Tell me those for a cardiologist again', search());
    expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
  });
});

describe('a visit longer than a slot', () => {
  const held = (): Promise<{ at: string }[]> =>
    clinic.rows(
      `SELECT to_char(starts_at AT TIME ZONE 'America/New_York', 'HH24:MI') AS at FROM slots WHERE clinic_id = $1 AND status = 'held' ORDER BY 1`,
    );

  it('is offered where it fits and held over all its slots', async () => {
    await turn('A procedure with the cardiologist', search('procedure'));
    expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
    await turn('Any other times?', search('procedure'));
    expect(await offered()).toEqual(['10:30']);
    await turn('The first one', call('hold_slot', { option: 1 }));
    expect(await held()).toEqual([{ at: '10:30' }, { at: '11:00' }]);
  });

  it('of a kind the clinic does not name is a visit of one slot', async () => {
    await turn('A wellness thing with the cardiologist', search('wellness thing'));
    await turn('The first one', call('hold_slot', { option: 1 }));
    expect(await held()).toEqual([{ at: '09:00' }]);
  });
});
