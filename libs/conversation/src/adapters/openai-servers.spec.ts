import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { Environment } from '@clinicall/platform';
import { chatAddresses } from '../chat-models';
import type { ChatEvent, ChatMessage } from '../ports/chat-model';
import { MODEL_TOOLS } from '../tools/toolbox';
import { OpenAiChatModel } from './openai-chat-model';

const specs = process.env['CLINICALL_SPECS_DIR'];
const samples = process.env['CLINICALL_WRITE_SAMPLES'];
if (!specs)
  process.stderr.write('CLINICALL_SPECS_DIR is not set: requests to four servers are NOT judged by a description.\n');

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}
/** Why a server refuses a request, with the status it does so with. */
type Refusal = [status: number, message: string];
type Tool = { function: { parameters: { properties: Record<string, { type: unknown }> } } };

interface Double {
  readonly settings: (origin: string) => Record<string, string>;
  readonly target: string;
  readonly key: [header: string, value: string];
  readonly refuses: (asked: Asked) => Refusal | undefined;
  /** Lines of the stream, as this vendor's come. */
  readonly stream: (chunk: typeof chunkOf) => string[];
}

const chunkOf = (delta: object, finish: string | null = null, more: object = {}): string =>
  JSON.stringify({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  });
const call = (index: number | undefined, id: string | undefined, name: string | undefined, json: string): object => ({
  tool_calls: [
    { ...(index === undefined ? {} : { index }), id, type: 'function', function: { name, arguments: json } },
  ],
});

const inPieces: Double['stream'] = (chunk) => [
  chunk({ role: 'assistant', content: 'One moment.' }),
  chunk(call(0, 'call_a', 'find_slots', '')),
  chunk(call(0, undefined, undefined, '{"when":"tomorrow')),
  chunk(call(0, undefined, undefined, ' afternoon"}')),
  chunk(call(1, 'call_b', 'list_doctors', '{}')),
  chunk({}, 'tool_calls'),
  JSON.stringify({
    ...(JSON.parse(chunk({})) as object),
    choices: [],
    usage: { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920 },
  }),
];

const doubles: Record<string, Double> = {
  OpenAI: {
    settings: (origin) => ({
      OPENAI_BASE_URL: `${origin}/v1`,
      OPENAI_API_KEY: 'sk-1',
      OPENAI_CHAT_MODEL: 'gpt-4.1-mini',
    }),
    target: '/v1/chat/completions',
    key: ['authorization', 'Bearer sk-1'],
    refuses: ({ body }) => (body['store'] === false ? undefined : [400, 'what is said is to be stored']),
    stream: inPieces,
  },
  'Azure OpenAI, a deployment': {
    settings: (origin) => ({
      OPENAI_BASE_URL: `${origin}/openai/deployments/reception?api-version=2024-10-21`,
      OPENAI_API_KEY: 'az-1',
      OPENAI_CHAT_MODEL: 'reception',
    }),
    target: '/openai/deployments/reception/chat/completions?api-version=2024-10-21',
    key: ['api-key', 'az-1'],
    refuses: ({ body, headers }) => {
      if (headers.authorization !== undefined) return [401, 'the key stands where a token is read'];
      return 'store' in body ? [400, 'Unrecognized request argument supplied: store'] : undefined;
    },
    // The first chunk has no choice, only what the content filter says of the prompt.
    stream: (chunk) => [
      JSON.stringify({
        id: '',
        object: '',
        created: 0,
        model: '',
        choices: [],
        prompt_filter_results: [{ prompt_index: 0 }],
      }),
      ...inPieces(chunk),
    ],
  },
  Gemini: {
    settings: (origin) => ({
      OPENAI_BASE_URL: `${origin}/v1beta/openai`,
      OPENAI_API_KEY: 'AI-1',
      OPENAI_CHAT_MODEL: 'gemini-2.5-flash',
    }),
    target: '/v1beta/openai/chat/completions',
    key: ['authorization', 'Bearer AI-1'],
    refuses: ({ body }) => {
      const known = [
        'model',
        'messages',
        'stream',
        'stream_options',
        'tools',
        'tool_choice',
        'temperature',
        'max_completion_tokens',
      ];
      const unknown = Object.keys(body).filter((field) => !known.includes(field));
      if (unknown.length > 0) return [400, `Unknown name "${unknown.join()}": Cannot find field.`];
      const sent = JSON.stringify(body['tools']);
      for (const field of ['additionalProperties', 'strict', 'anyOf'])
        if (sent.includes(`"${field}"`)) return [400, `Unknown name "${field}": Cannot find field.`];
      const types = (body['tools'] as Tool[]).flatMap((tool) => Object.values(tool.function.parameters.properties));
      return types.some(({ type }) => typeof type !== 'string')
        ? [400, 'Proto field is not repeating, cannot start list.']
        : undefined;
    },
    // Each call comes whole, with index 0 or none.
    stream: (chunk) => [
      chunk({ role: 'assistant', content: 'One moment.' }),
      chunk(call(0, 'call_a', 'find_slots', '{"when":"tomorrow afternoon"}')),
      chunk(call(undefined, 'call_b', 'list_doctors', '{}'), 'tool_calls', {
        usage: { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920 },
      }),
    ],
  },
  'vLLM, llama.cpp …': {
    settings: (origin) => ({ OPENAI_BASE_URL: `${origin}/v1`, OPENAI_CHAT_MODEL: 'Qwen/Qwen3-8B' }),
    target: '/v1/chat/completions',
    key: ['authorization', 'Bearer none'],
    refuses: () => undefined,
    // A role on every chunk and nulls where nothing is.
    stream: (chunk) =>
      inPieces((delta, finish) =>
        chunk({ role: 'assistant', content: null, reasoning_content: null, ...delta }, finish, {
          system_fingerprint: null,
        }),
      ),
  },
};

const talk: ChatMessage[] = [
  { role: 'system', content: 'Be kind.\n\nClinicall-State: {"now":"2027-05-03T09:00:00-04:00"}' },
  { role: 'user', content: 'A cardiologist?' },
  {
    role: 'assistant',
    content: '',
    toolCalls: [{ callId: 'c1', name: 'list_doctors', arguments: '{"specialty":"cardiology"}' }],
  },
  { role: 'tool', callId: 'c1', content: '{"ok":true,"doctors":["Ruth Adler"],"next":["find_slots"]}' },
  { role: 'assistant', content: 'Dr. Ruth Adler. When?' },
  { role: 'user', content: 'Tomorrow afternoon' },
];

describe.each(Object.entries(doubles))('a chat request to %s', (name, double) => {
  let server: Server;
  let asked: Asked | undefined;

  const answer = (body: string, request: IncomingMessage, response: ServerResponse) => {
    asked = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(body) as Asked['body'],
    };
    const [header, value] = double.key;
    const isKnown = asked.url === double.target && asked.headers[header] === value;
    const refusal: Refusal | undefined = isKnown ? double.refuses(asked) : [404, 'Resource not found'];
    if (refusal !== undefined) {
      response.writeHead(refusal[0], { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ error: { message: refusal[1] } }));
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const line of double.stream(chunkOf)) response.write(`: alive\n\ndata: ${line}\n\n`);
    return response.end('data: [DONE]\n\n');
  };

  const play = async (): Promise<ChatEvent[]> => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { values } = Environment.read(double.settings(origin));
    const [address] = chatAddresses(values, 'http://127.0.0.1:1/v1');
    if (address === undefined) throw new Error('nobody is configured');
    const events: ChatEvent[] = [];
    const model = new OpenAiChatModel(address);
    for await (const event of model.complete({ messages: talk, tools: MODEL_TOOLS }, new AbortController().signal))
      events.push(event);
    return events;
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8')));
      request.on('end', () => answer(body, request, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('goes where its settings say, with the key where it is read and no field that it refuses', async () => {
    const events = await play();
    expect(events.filter(({ type }) => type !== 'done')).toEqual([
      { type: 'text', text: 'One moment.' },
      { type: 'tool_call', call: { callId: 'call_a', name: 'find_slots', arguments: '{"when":"tomorrow afternoon"}' } },
      { type: 'tool_call', call: { callId: 'call_b', name: 'list_doctors', arguments: '{}' } },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'done', finishReason: 'tool_calls', usage: { promptTokens: 900 } });
    if (samples) writeSample(name, asked);
  });

  (specs ? it : it.skip)('is right by OpenAI’s published description', async () => {
    await play();
    expect(asked === undefined ? 'nobody asked' : faults(asked.body)).toBeNull();
    expect(faults({ ...asked?.body, stor: false })).not.toBeNull();
  });
});

function faults(body: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const description = JSON.parse(readFileSync(join(specs ?? '', 'openai-chat-audio.strict.json'), 'utf8')) as object;
  ajv.addSchema({ $id: 'openai.json', ...description });
  const validate = ajv.compile({ $ref: 'openai.json#/components/schemas/CreateChatCompletionRequest' });
  return validate(body) ? null : validate.errors;
}

/** What was sent, with two of the tools, for docs/models.md. */
function writeSample(name: string, asked: Asked | undefined): void {
  if (asked === undefined) return;
  const key = asked.headers['api-key'] === undefined ? 'authorization' : 'api-key';
  const [, second, third] = asked.body['tools'] as unknown[];
  const head = `POST ${asked.url}\n${key}: ${String(asked.headers[key])}\ncontent-type: ${String(asked.headers['content-type'])}`;
  const body = JSON.stringify({ ...asked.body, tools: [second, third, '…'] }, null, 2);
  writeFileSync(join(samples ?? '', `${name.replace(/\W+/g, '-')}.txt`), `${head}\n\n${body}\n`);
}
