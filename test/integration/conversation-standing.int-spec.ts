import { Agent } from '@clinicall/conversation';
import type { AgentOutput, Foresight as Begun, Recalled } from '@clinicall/conversation';
import { Foresight } from '../../libs/conversation/src/foresight';
import { TurnOpener } from '../../libs/conversation/src/turn-opener';
import type { ConversationWorld, TestCaller, TestClinic } from '../support/conversation-world';
import { eventually } from '../support/eventually';
import type { HostileModel } from '../support/hostile-model';
import { playScripted } from '../support/scripted-world';

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

playScripted((both) => ({ world, model } = both));
beforeEach(async () => {
  clinic = await world.clinic();
  caller = await clinic.caller('+12125550199', 'voice');
  model.plays();
  model.otherwise = () => ({ say: 'I am glad to hear that.' });
});

const agent = () => world.get(Agent);
const search = { tool_call: { name: 'find_slots', arguments: { when: 'tomorrow', specialty: 'cardiology' } } };

describe('a conversation fetched ahead', () => {
  const recollect = (): Promise<Recalled> => clinic.inside(() => agent().recollect(caller.conversationId));
  /** A turn that begins with what was fetched. @returns what the model was told of the talk so far, in its last request. */
  async function turn(text: string, recalled: Recalled): Promise<string> {
    const request = { conversationId: caller.conversationId, text };
    const asked = model.requests.length;
    const begun: Begun = await clinic.inside(() => Promise.resolve(agent().foresee(request, true, recalled)));
    const outputs = await clinic.inside(async () => {
      const all: AgentOutput[] = [];
      for await (const output of agent().reply(request, new AbortController().signal, begun)) all.push(output);
      return all;
    });
    expect([outputs.length > 0, model.requests.length > asked]).toEqual([true, true]);
    return JSON.stringify(model.requests.at(-1)?.messages);
  }

  it('is used while nobody has written: the turn looks no more', async () => {
    await caller.say('My knee hurts');
    const looks = jest.spyOn(TurnOpener.prototype, 'recall');
    const told = await turn('What now?', await recollect());
    expect(told).toContain('My knee hurts');
    expect(looks).toHaveBeenCalledTimes(1);
    looks.mockRestore();
  });

  it('is refused when another turn was written meanwhile, which a build that trusts it does not see', async () => {
    await caller.say('My knee hurts');
    const stale = await recollect();
    await caller.say('And my back');
    expect(await turn('What now?', stale)).toContain('And my back');
    const { turns } = await caller.read();
    expect(turns.filter(({ who }) => who === 'caller').map(({ text }) => text)).toEqual([
      'My knee hurts',
      'And my back',
      'What now?',
    ]);

    const trusting = jest.spyOn(Foresight.prototype, 'recalledAt').mockResolvedValue(stale);
    await expect(turn('What then?', stale)).rejects.toThrow();
    trusting.mockRestore();
  });

  it('waits for a turn that is under way', async () => {
    model.plays({ say_chunks: ['I am glad ', 'to hear that.'], chunk_delay_ms: 300 });
    const saying = caller.say('My knee hurts');
    await eventually(() => model.requests.length === 1, 'the model is asked');
    const { row, turns } = await recollect();
    expect([row.state.turn, turns.at(-1)?.text]).toEqual([1, 'I am glad to hear that.']);
    await saying;
  });
});

describe('an emergency while a turn hangs', () => {
  const emergency = 'My father has chest pain and cannot breathe';
  const urgent = (text: string) =>
    clinic.inside(() => agent().urgent({ conversationId: caller.conversationId, text }, new AbortController().signal));

  it('has its notice at once, the same that its own turn gives, and nothing is written for it', async () => {
    await caller.say('Good morning');
    model.plays({ say_chunks: ['I am glad ', 'to hear that.'], chunk_delay_ms: 1_000 });
    let isOver = false;
    const hangs = caller.say('My knee hurts').finally(() => (isOver = true));
    await eventually(() => model.requests.length === 1, 'the model is asked');
    const notice = await urgent(emergency);
    expect(isOver).toBe(false);
    expect(notice).toMatch(/emergency/);
    expect(await urgent('My knee hurts')).toBeUndefined();
    expect(await clinic.tasks()).toEqual([]);
    await hangs;
    expect(await caller.say(emergency)).toContain(notice);
    expect(await clinic.tasks()).toEqual(['emergency']);
  });
});

describe('words that a clinic says always are an emergency', () => {
  it('are answered as one, at once and in their turn', async () => {
    clinic = await world.clinic({ settings: { emergencyWords: ['la bomba pita'] } });
    caller = await clinic.caller('+12125550199', 'voice');
    const words = 'Mire, LA BOMBA PITA';
    const signal = new AbortController().signal;
    const notice = await clinic.inside(() =>
      agent().urgent({ conversationId: caller.conversationId, text: words }, signal),
    );
    expect(notice).toContain('911');
    expect(await caller.say(words)).toContain('911');
    expect(await clinic.tasks()).toEqual(['emergency']);
    expect(model.requests).toHaveLength(0);
  });
});

describe('a caller who goes round in circles', () => {
  const again = async (times: number) => {
    const answers: string[] = [];
    for (let turn = 1; turn <= times; turn += 1) answers.push(await caller.say(`Hm, well, number ${turn}`));
    return answers;
  };
  const offers = /Would you like me to connect you to a person\?$/;

  it('is offered a person in the fifth turn, and has one for a yes', async () => {
    const answers = await again(5);
    expect(answers.map((words) => offers.test(words))).toEqual([false, false, false, false, true]);
    expect(await caller.say('Yes, please')).toMatch(/get in touch|call you back/);
    expect(await clinic.tasks()).toEqual(['call_back']);
  });

  it('who goes on so is passed on in the tenth, once', async () => {
    const answers = await again(10);
    expect(answers.map((words) => offers.test(words)).lastIndexOf(true)).toBe(4);
    expect(answers[9]).toMatch(/by myself\. .*(get in touch|call you back)/);
    await caller.say('In the morning');
    await again(5);
    expect(await clinic.tasks()).toEqual(['call_back']);
    const { guardActions, escalated } = await caller.read();
    expect(guardActions.filter(({ guard }) => guard === 'circles')).toHaveLength(2);
    expect(escalated).toBe(true);
  });

  it('is none while the talk gets somewhere', async () => {
    await again(4);
    model.plays(search, { say: 'Which one?' });
    await caller.say('A cardiologist tomorrow');
    expect((await again(4)).some((words) => offers.test(words))).toBe(false);
  });

  it('is passed on with the most turns of a call, whatever came of them', async () => {
    await clinic.rows(
      `UPDATE conversations SET state = jsonb_set(state, '{turn}', '58') WHERE clinic_id = $1 AND channel = 'voice' RETURNING id`,
    );
    const answers = await again(2);
    expect(answers[0]).not.toMatch(/by myself/);
    expect(answers[1]).toMatch(/by myself\. .*(get in touch|call you back)/);
  });

  it('is one sooner where the clinic says so', async () => {
    clinic = await world.clinic({ settings: { circles: { offerAfter: 2, passOnAfter: 3 } } });
    caller = await clinic.caller('+12125550199', 'voice');
    const answers = await again(3);
    expect(answers.map((words) => offers.test(words))).toEqual([false, true, false]);
    expect(await clinic.tasks()).toEqual(['call_back']);
  });

  it('by text is offered a person too, and never passed on', async () => {
    caller = await clinic.caller('+12125550199', 'chat');
    const answers = await again(11);
    expect(answers.map((words) => offers.test(words)).flatMap((offered, at) => (offered ? [at] : []))).toEqual([4, 9]);
    expect(await clinic.tasks()).toEqual([]);
    await again(4);
    expect(await caller.say('Yes, please')).toMatch(/get in touch|call you back/);
  });
});
