import { eventually } from '../support/eventually';
import { Agent, ConversationsService } from '@clinicall/conversation';
import type { ConversationWorld, TestCaller, TestClinic } from '../support/conversation-world';
import type { HostileModel, ModelAnswer, ModelRequest } from '../support/hostile-model';
import { playScripted } from '../support/scripted-world';

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

playScripted((both) => ({ world, model } = both));
beforeEach(async () => {
  clinic = await world.clinic();
  caller = await clinic.caller();
  model.otherwise = () => ({ say: '' });
});

const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});
const stateOf = (request: ModelRequest | undefined) =>
  JSON.parse(/Clinicall-State: (\{.*\})$/.exec(request?.messages[0]?.content ?? '')?.[1] ?? '{}') as Record<
    string,
    unknown
  >;

async function turn(words: string, ...answers: ModelAnswer[]): Promise<string> {
  model.plays(...answers, { say: '' });
  return caller.say(words);
}

async function untilReadBack(): Promise<void> {
  await turn(
    'A cardiologist tomorrow afternoon',
    call('find_slots', { when: 'tomorrow afternoon', specialty: 'cardiologist' }),
  );
  await turn('The second one', call('hold_slot', { option: 2 }));
  await turn('Peter Lang, 1970-02-01', call('identify_patient', { name: 'Peter Lang', dateOfBirth: '1970-02-01' }));
}

describe('what the model is given', () => {
  it('is the rules first, the history with every tool call, and the state in the last line', async () => {
    await untilReadBack();
    await turn('Hm', { say: '' });
    const [request] = model.requests;
    expect(request?.messages.map((message) => message.role)).toEqual([
      'system',
      ...['user', 'assistant', 'tool', 'user', 'assistant', 'tool', 'user', 'assistant', 'tool'],
      'user',
    ]);
    expect(request?.messages[0]?.content).toMatch(/^You are the automated receptionist/);
    expect(stateOf(request)).toMatchObject({
      now: expect.stringMatching(/^2027-05-03T09:00:\d\d-04:00$/),
      timezone: 'America/New_York',
      language: 'en',
      channel: 'chat',
      clinic: { name: 'Harbor Clinic', country: 'US', hours: 'Monday to Friday 08:00 to 18:00' },
      specialties: ['Cardiology', 'Dermatology'],
      identified: { name: 'Peter Lang' },
      asked: ['confirm'],
      held: { option: 2, doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00:00-04:00' },
      readBack: { action: 'book', doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00:00-04:00' },
    });
    expect(JSON.stringify(request?.messages)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(request).toMatchObject({ store: false, stream: true, stream_options: { include_usage: true } });
  });

  it('notes what its own question asked for', async () => {
    await turn('I need an appointment', { say: 'Which specialty or doctor would you like to see?' });
    await turn('Uh', { say: 'Which one?' });
    expect(stateOf(model.requests[0])['asked']).toEqual(['specialty', 'doctor']);
  });

  it('keeps the state and a short summary when the talk is long', async () => {
    for (let count = 0; count < 13; count++)
      await turn(`My story, part ${count}`, { say: `I see, that is part ${count}.` });
    await turn('Now what?', { say: 'How can I help you?' });
    const system = model.requests[0]?.messages[0]?.content ?? '';
    expect(system).toContain('Earlier the caller said:\n- My story, part 0');
    expect(model.requests[0]?.messages.filter((message) => message.role === 'user')).toHaveLength(10);
    expect(stateOf(model.requests[0])['timezone']).toBe('America/New_York');
  });
});

describe('turns', () => {
  it('of two texts at once are answered one after the other', async () => {
    model.plays(
      { say_chunks: ['How can ', 'I help you?'], chunk_delay_ms: 300 },
      { say: 'What would you like to do?' },
    );
    const first = caller.say('One');
    await eventually(() => model.requests.length === 1, 'the first text is with the model');
    const replies = await Promise.all([first, caller.say('Two')]);
    expect(replies).toEqual(['How can I help you?', 'What would you like to do?']);
    expect((await caller.read()).turns.map((one) => one.text)).toEqual([
      'One',
      'How can I help you?',
      'Two',
      'What would you like to do?',
    ]);
  });

  it('that are abandoned after the act keep the act', async () => {
    await untilReadBack();
    model.plays(call('confirm_appointment'), { say_chunks: ['You will '], then: 'stall' });
    await clinic.inside(async () => {
      const stop = new AbortController();
      for await (const output of world
        .get(Agent)
        .reply({ conversationId: caller.conversationId, text: 'Yes' }, stop.signal)) {
        if (output.type === 'say') stop.abort();
      }
    });
    expect(await clinic.appointments()).toHaveLength(1);
    await turn('Hello?', { say: "You're booked for tomorrow at 3 PM with Dr. Adler." });
    expect((await caller.read()).turns.at(-1)?.text).toBe("You're booked for tomorrow at 3 PM with Dr. Adler.");
  });

  it('whose instance died after the act say it when the same words come again', async () => {
    await untilReadBack();
    await turn('Yes', call('confirm_appointment'));
    await clinic.rows(
      `DELETE FROM turns WHERE clinic_id = $1 AND seq = (SELECT max(seq) FROM turns WHERE clinic_id = $1)`,
    );
    expect(await turn('Yes', { say: 'unused' })).toContain("You're booked for tomorrow, Tuesday, May 4 at 3:00 PM");
    expect(model.requests).toHaveLength(0);
    expect(await clinic.appointments()).toHaveLength(1);
  });

  describe('whose instance died before their yes was judged', () => {
    /** The yes was taken in, and nothing came of it. */
    const yesLost = async (): Promise<void> => {
      await untilReadBack();
      const [before] = await clinic.rows<{ state: object }>('SELECT state FROM conversations WHERE clinic_id = $1');
      await turn('Yes', { say: '' });
      await clinic.rows(
        `DELETE FROM turns WHERE clinic_id = $1 AND seq = (SELECT max(seq) FROM turns WHERE clinic_id = $1)`,
      );
      const state = JSON.stringify({ ...before?.state, turn: 4 });
      await clinic.rows('UPDATE conversations SET state = $2 WHERE clinic_id = $1', state);
    };

    it('are taken up: the same yes counts, once', async () => {
      await yesLost();
      const confirm = call('confirm_appointment');
      expect(await turn('Yes', confirm)).toContain("You're booked for tomorrow, Tuesday, May 4 at 3:00 PM");
      expect(await clinic.appointments()).toHaveLength(1);
    });

    it('are not guessed: other words book nothing', async () => {
      await yesLost();
      await turn('Yes, are you there?', call('confirm_appointment'));
      expect(await clinic.appointments()).toHaveLength(0);
    });
  });

  it('whose instance died before it put a read-back have not put it: a yes then books nothing', async () => {
    await turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    await turn('Peter Lang, 1970-02-01', call('identify_patient', { name: 'Peter Lang', dateOfBirth: '1970-02-01' }));
    await turn('The second one', call('hold_slot', { option: 2 }));
    await clinic.rows(
      `DELETE FROM turns WHERE clinic_id = $1 AND seq = (SELECT max(seq) FROM turns WHERE clinic_id = $1)`,
    );
    expect(await turn('Yes', call('confirm_appointment'))).toMatch(/Shall I book it\?$/);
    expect(await clinic.appointments()).toHaveLength(0);
    expect(await turn('Yes', call('confirm_appointment'))).toMatch(/^You're booked/);
  });

  it('wait for a lease that a dead instance left, and no longer', async () => {
    await clinic.rows(
      `UPDATE conversations SET lease_token = gen_random_uuid(), lease_until = clock_timestamp() + interval '700 milliseconds' WHERE clinic_id = $1`,
    );
    const startedAt = Date.now();
    expect(await turn('Hello', { say: 'How can I help you?' })).toBe('How can I help you?');
    expect(Date.now() - startedAt).toBeGreaterThan(500);
  });

  it('in another language are answered in it', async () => {
    expect(
      await turn(
        'Hola, necesito un cardiólogo para mañana por la tarde',
        call('find_slots', { when: 'mañana por la tarde', specialty: 'cardiólogo' }),
      ),
    ).toMatch(
      /^Con Ruth Adler, mañana, martes 4 de mayo, tengo estas horas: 2:30 p\.\s?m\. o 3:00 p\.\s?m\. ¿Cuál prefiere\?$/,
    );
    expect((await caller.read()).language).toBe('es');
  });

  it.each(['😀', 'a'.repeat(10_000), 'שלום, אני צריך רופא', '<script>alert(1)</script>', '\u0000 what'])(
    'kindly answers %#',
    async (words) => {
      expect(await turn(words, { say: 'How can I help you?' })).toMatch(/\?$/);
    },
  );
});

describe('a conversation', () => {
  it('by text goes on within half an hour and begins anew after it', async () => {
    const conversations = world.get(ConversationsService);
    const open = () =>
      clinic.inside(() => conversations.open({ channel: 'sms', from: '+12125550199', to: clinic.phone }));
    const first = await open();
    await clinic.setClock('2027-05-03T09:20:00-04:00');
    expect((await open()).id).toBe(first.id);
    await clinic.setClock('2027-05-03T09:35:00-04:00');
    expect((await open()).id).not.toBe(first.id);
  });

  it('that ends gives back what it kept and tells the rooms above', async () => {
    await turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    await turn('The first', call('hold_slot', { option: 1 }));
    expect(await clinic.heldSlots()).toBe(1);
    const goodbye = await turn('Bye', call('end_conversation'));
    expect(goodbye).toBe('Thank you. Goodbye.');
    expect(caller.outputs.at(-1)).toEqual({ type: 'action', action: 'hang_up' });
    expect(await clinic.heldSlots()).toBe(0);
    expect(await clinic.rows(`SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = 'ConversationEnded'`)).toHaveLength(
      1,
    );
  });

  it('of another clinic is not found', async () => {
    const other = await world.clinic();
    const read = other.inside(() => world.get(ConversationsService).read(caller.conversationId));
    await expect(read).rejects.toMatchObject({ code: 'not_found' });
  });

  it('on the phone begins with a greeting', async () => {
    const { conversationId } = await clinic.caller('+12125550199', 'voice');
    const greeting = await clinic.inside(() => world.get(Agent).greeting(conversationId));
    expect(greeting).toBe('Thank you for calling Harbor Clinic. How can I help you?');
  });
});
