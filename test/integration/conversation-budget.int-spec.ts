import { Agent } from '@clinicall/conversation';
import { ConversationWorld } from '../support/conversation-world';
import type { TestCaller, TestClinic } from '../support/conversation-world';
import { eventually } from '../support/eventually';
import { HostileModel } from '../support/hostile-model';
import type { ModelRequest } from '../support/hostile-model';

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

/** Every request of the script counts 15 tokens (hostile-model.ts). */
const PER_TURN = 1_000;
const PER_CONVERSATION = 1_500;

beforeAll(async () => {
  model = await HostileModel.start();
  world = await ConversationWorld.start({
    OPENAI_BASE_URL: model.url,
    OPENAI_CHAT_MODEL: 'of-this-test',
    MODEL_PRICES: JSON.stringify([
      { model: 'of-this-test', input: 1, output: 1, source: 'this test', asOf: '2026-01-01' },
    ]),
    TOKENS_PER_TURN: `${PER_TURN}`,
    TOKENS_PER_CONVERSATION: `${PER_CONVERSATION}`,
  });
});
afterAll(async () => {
  await world.stop();
  await model.stop();
});
beforeEach(async () => {
  clinic = await world.clinic();
  caller = await clinic.caller();
  model.plays();
  model.usage = undefined;
  model.otherwise = () => ({ say: 'How can I help you?' });
});

const search = (when: string) => ({ tool_call: { name: 'find_slots', arguments: { when, specialty: 'cardiology' } } });
/** What the turns before are held to have used. */
const used = (tokens: number) =>
  clinic.rows(
    `UPDATE turns SET meta = meta || jsonb_build_object('tokens', $2::integer) WHERE clinic_id = $1 AND who = 'agent' AND seq =
       (SELECT max(seq) FROM turns WHERE clinic_id = $1) RETURNING 1`,
    tokens,
  );

describe('the tokens of a turn', () => {
  it('end a model that goes on and on, with a question and the offer of a person', async () => {
    model.usage = { prompt_tokens: 390, completion_tokens: 10 };
    let round = 0;
    model.otherwise = () => ({ tool_call: { name: 'list_doctors', arguments: { name: `Nobody${(round += 1)}` } } });
    const words = await caller.say('Well, where do I begin');
    expect(model.requests).toHaveLength(3); // 400 each, and none when 1,000 are gone
    const { guardActions, turns } = await caller.read();
    expect(guardActions).toContainEqual(expect.objectContaining({ guard: 'budget', action: 'refused' }));
    expect(words).not.toBe('');
    expect(turns.at(-1)).toMatchObject({ promptTokens: 1_170, completionTokens: 30 });
  });

  it('are not spent on a model that talks like a waterfall: its reply ends behind a sentence', async () => {
    const sentence = 'Would you like to know more of what you may want to know about our clinic, number by number? ';
    const said = Array.from({ length: 300 }, (_unused, at) =>
      sentence.replace('number by number', 'word '.repeat(1 + (at % 40)).trim()),
    );
    model.plays({ say_chunks: said, chunk_delay_ms: 1 });
    const words = await caller.say('Tell me about you');
    expect(words.length).toBeGreaterThan(3_500);
    expect(words.length).toBeLessThan(4_500);
    expect(words).toMatch(/clinic, [^?]+\?$/);
    expect(model.requests).toHaveLength(1);
    expect((await caller.read()).turns.at(-1)?.text).toBe(words);
  });

  it('are said to be gone when nothing else was said, and a yes to a person is taken', async () => {
    model.usage = { prompt_tokens: 1_200, completion_tokens: 1 };
    model.plays({ say: 'You are booked for tomorrow at noon.' }, { say: 'unused' });
    expect(await caller.say('Hello')).toMatch(/one thing at a time, or would you like to speak with a person\?$/);
    model.usage = undefined;
    expect(await caller.say('Yes')).toMatch(/get in touch|call you back/);
    expect(await clinic.tasks()).toContain('call_back');
  });
});

describe('the tokens of a conversation', () => {
  it('end it with a person who gets in touch, once', async () => {
    await caller.say('Hello');
    await used(PER_CONVERSATION);
    model.plays();
    expect(await caller.say('And another thing')).toMatch(
      /can't go on by myself here\. .*(get in touch|call you back)/,
    );
    expect(await caller.say('Hello?')).toMatch(/can't go on by myself here\.$/);
    expect(model.requests).toHaveLength(0);
    expect(await clinic.tasks()).toEqual(['call_back']);
  });

  it('do not stand between a caller and an emergency', async () => {
    await caller.say('Hello');
    await used(PER_CONVERSATION);
    expect(await caller.say('My father has chest pain and cannot breathe')).toMatch(/911/);
  });

  it('are estimated for a provider that does not count', async () => {
    model.usage = null;
    await caller.say('Hello');
    const [turn] = (await caller.read()).turns.slice(-1);
    expect(turn).toMatchObject({ promptTokens: null, completionTokens: null, costUsd: null });
    expect(turn?.meta['tokens']).toBeGreaterThan(500);
    model.usage = undefined;
  });
});

describe('answers begun before the caller was done, and not used', () => {
  /** Guessed wrong, once the model has answered. */
  async function guess(words: string): Promise<void> {
    const asked = model.requests.length;
    const request = { conversationId: caller.conversationId, text: words };
    const foresight = await clinic.inside(() => Promise.resolve(world.get(Agent).foresee(request)));
    await eventually(() => model.requests.length > asked, 'the model is asked');
    foresight.drop();
  }

  it('are in the tokens and the cost of the turn, and in the conversation’s', async () => {
    model.usage = { prompt_tokens: 300, completion_tokens: 10 };
    await guess('I need a');
    await caller.say('Hello');
    const [turn] = (await caller.read()).turns.slice(-1);
    expect(turn).toMatchObject({ promptTokens: 300, completionTokens: 10 });
    const { unusedAnswers, unusedTokens, tokens } = turn?.meta as Record<string, number>;
    expect(unusedAnswers).toBe(1);
    expect(unusedTokens).toBeGreaterThanOrEqual(310);
    expect(tokens).toBe((unusedTokens ?? 0) + 310);
    expect(turn?.costUsd).toBeCloseTo((tokens ?? 0) / 1e6, 4);
    await used(PER_CONVERSATION - 1);
    await guess('Another');
    expect(await caller.say('And another thing')).toMatch(/can't go on by myself here/);
    model.usage = undefined;
  });

  it('do not cost a caller their answer: there are no more of them instead', async () => {
    model.usage = { prompt_tokens: 600, completion_tokens: 0 };
    await guess('I need');
    const request = { conversationId: caller.conversationId, text: 'I need a doctor' };
    const foresight = await clinic.inside(() => Promise.resolve(world.get(Agent).foresee(request)));
    const [now] = await clinic.rows<{ version: number }>(
      'SELECT state_version AS version FROM conversations WHERE clinic_id = $1 AND id = $2',
      caller.conversationId,
    );
    expect(await foresight.take(request, now?.version ?? -1, new AbortController().signal)).toBeUndefined();
    expect(await caller.say('I need a doctor')).toBe('How can I help you?');
    model.usage = undefined;
  });
});

describe('what a provider may keep of a prompt', () => {
  it('is the same bytes in every turn: tools, rules and the clinic, up to what changes', async () => {
    const seen: ModelRequest[] = [];
    model.otherwise = (request) => {
      seen.push(request);
      return { say: 'How can I help you?' };
    };
    model.plays(search('tomorrow afternoon'));
    await caller.say('A cardiologist tomorrow afternoon');
    for (const words of ['Hm', 'Well', 'Let me think']) await caller.say(words);
    const other = await clinic.caller('+12125550142', 'sms');
    await other.say('Hello there');
    const prefixes = seen.map(({ messages }) => messages[0]?.content?.split('Clinicall-State:')[0]);
    expect(prefixes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(prefixes).size).toBe(1);
    expect(prefixes[0]?.length).toBeGreaterThan(1_500);
    expect(new Set(seen.map(({ tools }) => JSON.stringify(tools))).size).toBe(1);
    expect(seen.map((request) => request['store'])).toEqual(seen.map(() => false));
  });

  it('stays small however long the talk is', async () => {
    const sizes: number[] = [];
    model.otherwise = ({ messages }) => {
      sizes.push(JSON.stringify(messages).length);
      return { say: 'I see.' };
    };
    model.usage = { prompt_tokens: 1, completion_tokens: 1 };
    for (let turn = 0; turn < 36; turn += 1) await caller.say(`My story goes on with part number ${turn}`);
    expect(Math.max(...sizes.slice(33))).toBeLessThan(Math.max(...sizes.slice(0, 32)) + 200);
    model.usage = undefined;
  });
});
