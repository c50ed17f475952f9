import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import type { FastifyInstance } from 'fastify';
import OpenAI from 'openai';
import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
  ChatCompletionTool,
} from 'openai/resources/chat/completions';
import { chatCompletionRoutes } from '../src/chat-completions';
import { modelRoutes } from '../src/models';
import { createServer } from '../src/server';

const state = {
  now: '2027-05-03T09:00:00-04:00',
  timezone: 'America/New_York',
  language: 'en',
  channel: 'sms',
  clinic: { name: 'Harbor Clinic', country: 'US' },
  specialties: ['Cardiology'],
  doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology' }],
  identified: null,
  asked: [],
  offers: [],
  held: null,
  readBack: null,
};
const system: ChatCompletionMessageParam = {
  role: 'system',
  content: `Be kind.\nClinicall-State: ${JSON.stringify(state)}`,
};
const user: ChatCompletionMessageParam = { role: 'user', content: 'A cardiologist tomorrow afternoon please' };
const tools: ChatCompletionTool[] = ['find_slots', 'hold_slot', 'list_doctors'].map((name) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: {} } },
}));
const tool = { when: 'tomorrow afternoon', specialty: 'Cardiology' };

let server: FastifyInstance;
let openai: OpenAI;
let address: string;

beforeAll(async () => {
  server = createServer({ routes: [modelRoutes, chatCompletionRoutes] });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
  openai = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'none', maxRetries: 0 });
});
afterAll(() => server.close());

const raw = (body: string, path = '/v1/chat/completions', method = 'POST'): Promise<Response> =>
  fetch(address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'POST' ? { body } : {}),
  });

describe('the OpenAI SDK against local-ai', () => {
  it('gets a tool call, gives its result, and gets silence when code has spoken', async () => {
    const first = await openai.chat.completions.create({ model: 'any-name', messages: [system, user], tools });
    const call = first.choices[0]!.message.tool_calls![0]!;
    expect(first.model).toBe('any-name');
    expect(first.choices[0]!.finish_reason).toBe('tool_calls');
    expect(first.choices[0]!.message.content).toBeNull();
    expect(call).toEqual({
      id: call.id,
      type: 'function',
      function: { name: 'find_slots', arguments: JSON.stringify(tool) },
    });
    const result = { ok: true, options: [], say: 'I have Tuesday at 2:30 PM.', next: ['hold_slot'] };
    const second = await openai.chat.completions.create({
      model: 'any-name',
      messages: [
        system,
        user,
        first.choices[0]!.message,
        { role: 'tool', tool_call_id: call.id, content: JSON.stringify(result) },
      ],
      tools,
    });
    expect(second.choices[0]!.message.content).toBe('');
    expect(second.choices[0]!.message.tool_calls).toBeUndefined();
    expect(second.choices[0]!.finish_reason).toBe('stop');
  });

  it('streams a tool call in pieces that add up, then the usage, then [DONE]', async () => {
    const request: ChatCompletionCreateParamsStreaming = {
      model: 'm',
      messages: [system, user],
      tools,
      stream: true,
      stream_options: { include_usage: true },
    };
    const chunks = [];
    for await (const chunk of await openai.chat.completions.create(request)) chunks.push(chunk);
    const deltas = chunks.flatMap((chunk) => chunk.choices[0]?.delta.tool_calls ?? []);
    expect(chunks[0]!.choices[0]!.delta.role).toBe('assistant');
    expect(deltas[0]).toMatchObject({ index: 0, type: 'function', function: { name: 'find_slots', arguments: '' } });
    expect(deltas.length).toBeGreaterThan(2);
    expect(JSON.parse(deltas.map((delta) => delta.function?.arguments ?? '').join(''))).toEqual(tool);
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1);
    expect(chunks.at(-2)!.choices[0]!.finish_reason).toBe('tool_calls');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } });
    const text = await (await raw(JSON.stringify(request))).text();
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('streams words that add up to the whole answer, without usage when it was not asked for', async () => {
    const messages: ChatCompletionMessageParam[] = [system, { role: 'user', content: 'I need an appointment' }];
    const whole = await openai.chat.completions.create({ model: 'm', messages, tools });
    const chunks = [];
    for await (const chunk of await openai.chat.completions.create({ model: 'm', messages, tools, stream: true })) {
      chunks.push(chunk);
    }
    const words = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '');
    expect(words.join('')).toBe(whole.choices[0]!.message.content);
    expect(words.filter((word) => word !== '').length).toBeGreaterThan(3);
    expect(chunks.every((chunk) => chunk.usage === undefined)).toBe(true);
  });

  it('works with the SDK’s own stream reader', async () => {
    const final = await openai.chat.completions.stream({ model: 'm', messages: [system, user], tools }).finalMessage();
    expect(final.tool_calls![0]).toMatchObject({ function: { name: 'find_slots', arguments: JSON.stringify(tool) } });
  });

  it('answers the same to the same', async () => {
    const ask = async (): Promise<unknown> => {
      const answer = await openai.chat.completions.create({ model: 'm', messages: [system, user], tools });
      return { ...answer, created: 0 };
    };
    expect(await ask()).toEqual(await ask());
  });

  it('calls only tools that were given, none with tool_choice none, and stops at max_tokens', async () => {
    const none = await openai.chat.completions.create({
      model: 'm',
      messages: [system, user],
      tools,
      tool_choice: 'none',
    });
    expect(none.choices[0]!.message.tool_calls).toBeUndefined();
    const cut = await openai.chat.completions.create({ model: 'm', messages: [user], max_completion_tokens: 3 });
    expect(cut.choices[0]!.finish_reason).toBe('length');
    expect(cut.choices[0]!.message.content!.length).toBeLessThan(20);
  });

  it('is kind without a state line, in either language', async () => {
    const ask = async (content: string): Promise<string | null> =>
      (await openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content }] })).choices[0]!.message
        .content;
    expect(await ask('Hello there, can you help me?')).toMatch(/appointments/);
    expect(await ask('Hola, ¿me puede ayudar con una cita?')).toMatch(/citas/);
  });

  it('names its model and answers any name', async () => {
    expect((await openai.models.list()).data[0]).toMatchObject({ object: 'model', owned_by: 'clinicall' });
    expect((await openai.models.retrieve('gpt-4o')).id).toBe('gpt-4o');
  });
});

it('says that it lives', async () => {
  const whole = createServer();
  expect((await whole.inject('/health')).json()).toMatchObject({ status: 'ok' });
  await whole.close();
});

const good = { model: 'm', messages: [user] };
const orphan = { role: 'tool', tool_call_id: 'call_1', content: '{}' };
const calling = {
  role: 'assistant',
  tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }],
};

describe('refusals as OpenAI shapes them', () => {
  it.each([
    ['malformed JSON', '{"model":', 400, null, /parse the JSON body/],
    ['an empty body', '', 400, null, /parse the JSON body/],
    ['no object', '[]', 400, null, /JSON object/],
    ['no model', JSON.stringify({ messages: [user] }), 400, null, /model parameter/],
    ['no messages', JSON.stringify({ model: 'm' }), 400, 'messages', /Missing required parameter: 'messages'/],
    ['no message at all', JSON.stringify({ model: 'm', messages: [] }), 400, 'messages', /empty array/],
    ['messages of a wrong type', JSON.stringify({ model: 'm', messages: 'hi' }), 400, 'messages', /got a string/],
    [
      'an unknown member',
      JSON.stringify({ ...good, temprature: 1 }),
      400,
      null,
      /Unrecognized request argument supplied: temprature/,
    ],
    [
      'an unknown role',
      JSON.stringify({ model: 'm', messages: [{ role: 'boss', content: '' }] }),
      400,
      'messages[0].role',
      /'boss'/,
    ],
    [
      'a message without content',
      JSON.stringify({ model: 'm', messages: [{ role: 'user' }] }),
      400,
      'messages[0].content',
      /Missing/,
    ],
    [
      'an answer to no call',
      JSON.stringify({ model: 'm', messages: [user, orphan] }),
      400,
      'messages.[1].role',
      /preceeding message/,
    ],
    [
      'a call without an answer',
      JSON.stringify({ model: 'm', messages: [user, calling, user] }),
      400,
      'messages.[2].role',
      /call_1/,
    ],
    [
      'a call without an answer at the end',
      JSON.stringify({ model: 'm', messages: [user, calling] }),
      400,
      'messages.[2].role',
      /call_1/,
    ],
    [
      'stream options without a stream',
      JSON.stringify({ ...good, stream_options: { include_usage: true } }),
      400,
      'stream_options',
      /stream/,
    ],
    ['a wrong n', JSON.stringify({ ...good, n: 0 }), 400, 'n', /minimum/],
    [
      'a nameless tool',
      JSON.stringify({ ...good, tools: [{ type: 'function', function: {} }] }),
      400,
      'tools[0].function.name',
      /Missing/,
    ],
  ])('%s', async (_name, body, status, param, message) => {
    const answer = await raw(body);
    const { error } = (await answer.json()) as { error: Record<string, unknown> };
    expect(answer.status).toBe(status);
    expect(Object.keys(error).sort()).toEqual(['code', 'message', 'param', 'type']);
    expect([error['type'], error['param']]).toEqual(['invalid_request_error', param]);
    expect(error['message']).toMatch(message);
  });

  it('an address or method that is not there', async () => {
    expect((await raw('{}', '/v1/nothing')).status).toBe(404);
    const wrong = await raw('', '/v1/chat/completions', 'GET');
    expect([wrong.status, ((await wrong.json()) as { error: { code: string } }).error.code]).toEqual([
      405,
      'method_not_supported',
    ]);
  });

  it('a body that is too large', async () => {
    expect((await raw(JSON.stringify({ ...good, user: 'x'.repeat(9 * 1024 * 1024) }))).status).toBe(413);
  });

  it('reaches the SDK as its own error class', async () => {
    await expect(openai.chat.completions.create({ model: 'm', messages: [] })).rejects.toMatchObject({
      status: 400,
      param: 'messages',
      code: 'empty_array',
    });
  });
});

const specs = process.env['CLINICALL_SPECS_DIR'];
if (!specs)
  process.stderr.write('CLINICALL_SPECS_DIR is not set: local-ai is NOT checked against the OpenAI description.\n');

(specs ? describe : describe.skip)('answers against OpenAI’s published description', () => {
  const described = (): { components: { schemas: object } } =>
    JSON.parse(readFileSync(`${specs ?? ''}/openai-chat-audio.strict.json`, 'utf8'));
  const judge = (name: string, value: unknown): unknown => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openai.json', ...described() });
    const validate = ajv.compile({ $ref: `openai.json#/components/schemas/${name}` });
    return validate(value) ? null : validate.errors;
  };

  it('whole answers, with words and with tool calls', async () => {
    for (const messages of [[system, user], [user]]) {
      const answer = await (await raw(JSON.stringify({ model: 'm', messages, tools }))).json();
      expect(judge('CreateChatCompletionResponse', answer)).toBeNull();
    }
  });

  it('every chunk of a stream', async () => {
    const body = JSON.stringify({
      model: 'm',
      messages: [system, user],
      tools,
      stream: true,
      stream_options: { include_usage: true },
    });
    const lines = (await (await raw(body)).text()).split('\n\n').filter((line) => line.startsWith('data: {'));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(judge('CreateChatCompletionStreamResponse', JSON.parse(line.slice(6)))).toBeNull();
  });

  it('refusals, and would notice a wrong one', async () => {
    expect(judge('ErrorResponse', await (await raw('{}')).json())).toBeNull();
    expect(judge('ErrorResponse', { error: 'no' })).not.toBeNull();
    expect(judge('CreateChatCompletionResponse', { id: 'x' })).not.toBeNull();
  });
});
