import { ConversationWorld } from '../support/conversation-world';
import type { TestClinic } from '../support/conversation-world';

let world: ConversationWorld;
let clinic: TestClinic;
beforeAll(async () => {
  world = await ConversationWorld.start({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
  // Sunday: closed.
  clinic = await world.clinic({
    clock: '2027-05-02T09:00:00-04:00',
    transferNumber: '+12125550999',
    settings: { announceAutomated: false, transfer: { when: 'opening_hours' } },
  });
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => clinic.rows('DELETE FROM tasks WHERE clinic_id = $1'));

const task = async () =>
  (await clinic.rows<{ data: Record<string, unknown> }>('SELECT data FROM tasks WHERE clinic_id = $1'))[0]?.data;

describe('who wants a person while the clinic is closed', () => {
  it('is told so, and asked when to be called; the task has the number, the reason and the time', async () => {
    const caller = await clinic.caller('+12125550142', 'voice');
    expect(await caller.say('I want to speak to a person')).toMatch(
      /closed just now.*When is a good time to call you\?/,
    );
    expect(await caller.say('tomorrow after three')).toMatch(/noted that.*anything else/);
    expect(caller.outputs.filter(({ type }) => type === 'action')).toEqual([]);
    expect(await task()).toMatchObject({
      callbackNumber: '+12125550142',
      reason: 'asked for a person',
      bestTime: 'tomorrow after three',
    });
  });

  it('is asked for a number when theirs is withheld, said or keyed', async () => {
    const caller = await clinic.caller(null, 'voice');
    expect(await caller.say('I want to speak to a person')).toMatch(/What number can we reach you at\?/);
    expect(await caller.say('two one two, five five five, 0 1 9 9')).toMatch(/When is a good time/);
    expect(await caller.say('any time')).toMatch(/noted that/);
    expect(await task()).toMatchObject({ callbackNumber: '+12125550199', bestTime: 'any time' });
  });

  it('may say something else instead: it is no time, and an emergency comes first', async () => {
    const caller = await clinic.caller('+12125550142', 'voice');
    await caller.say('I want to speak to a person');
    expect(await caller.say('My father has chest pain and cannot breathe')).toMatch(/emergency/);
    expect(await task()).not.toHaveProperty('bestTime');
  });

  it('is put through when the clinic is open', async () => {
    await clinic.setClock('2027-05-03T09:00:00-04:00');
    const caller = await clinic.caller('+12125550142', 'voice');
    await caller.say('I want to speak to a person');
    expect(caller.outputs.at(-1)).toMatchObject({ type: 'action', action: 'transfer', reason: 'asked for a person' });
  });
});
