import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProviderError } from '@clinicall/platform';
import type { ChatEvent } from '../ports/chat-model';
import { MODEL_TOOLS } from '../tools/toolbox';
import { ModelStalled, withDeadlines } from '../deadlines';
import { OpenAiChatModel } from './openai-chat-model';

let server: Server;
let handle: (body: Record<string, unknown>, response: ServerResponse, request: IncomingMessage) => void;
let model: OpenAiChatModel;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () =>
      handle(JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>, response, request),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  model = new OpenAiChatModel({ provider: 'here', baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'none', model: 'm' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

async function events(signal = new AbortController().signal): Promise<ChatEvent[]> {
  const all: ChatEvent[] = [];
  for await (const event of model.complete({ messages: [{ role: 'user', content: 'hi' }], tools: MODEL_TOOLS }, signal))
    all.push(event);
  return all;
}

describe('chat completions over the vendor’s SDK', () => {
  it('joins the pieces of interleaved tool calls and reads the usage', async () => {
    let asked: Record<string, unknown> = {};
    handle = (body, response) => {
      asked = body;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ role: 'assistant', content: 'One ' }) + chunk({ content: 'moment.' }));
      response.write(
        chunk({
          tool_calls: [
            { index: 0, id: 'a', type: 'function', function: { name: 'find_slots', arguments: '{"when":' } },
          ],
        }),
      );
      response.write(
        chunk({
          tool_calls: [{ index: 1, id: 'b', type: 'function', function: { name: 'list_doctors', arguments: '{}' } }],
        }),
      );
      response.write(
        chunk({ tool_calls: [{ index: 0, function: { arguments: '"now"}' } }] }) + chunk({}, 'tool_calls'),
      );
      response.write(
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } })}\n\n`,
      );
      response.end('data: [DONE]\n\n');
    };
    expect(await events()).toEqual([
      { type: 'text', text: 'One ' },
      { type: 'text', text: 'moment.' },
      { type: 'tool_call', call: { callId: 'a', name: 'find_slots', arguments: '{"when":"now"}' } },
      { type: 'tool_call', call: { callId: 'b', name: 'list_doctors', arguments: '{}' } },
      {
        type: 'done',
        finishReason: 'tool_calls',
        usage: { promptTokens: 7, completionTokens: 3 },
        provider: 'here',
        model: 'm',
      },
    ]);
    expect(asked).toMatchObject({ model: 'm', stream: true, store: false, stream_options: { include_usage: true } });
    const [tool] = asked['tools'] as { function: Record<string, unknown> }[];
    expect(tool?.function).toMatchObject({ strict: true, parameters: { type: 'object', additionalProperties: false } });
  });

  it.each<[number, boolean]>([
    [401, false],
    [400, false],
    [429, true],
    [503, true],
  ])('HTTP %i is a ProviderError, retryable: %s, without the vendor’s words', async (status, retryable) => {
    handle = (_body, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":{"message":"Peter Lang"}}');
    const failure = await events().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderError);
    expect(failure).toMatchObject({ provider: 'here', retryable, message: `HTTP ${status}` });
  });

  it('an answer that breaks off is a failure', async () => {
    handle = (_body, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ content: 'One mo' }), () => response.destroy());
    };
    await expect(events()).rejects.toBeInstanceOf(ProviderError);
  });

  it('an abort ends it quietly and closes the line', async () => {
    const stop = new AbortController();
    let closed = false;
    handle = (_body, response, request) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ content: 'One' }));
      request.socket.once('close', () => (closed = true));
      setTimeout(() => stop.abort(), 30);
    };
    expect(await events(stop.signal)).toEqual([{ type: 'text', text: 'One' }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(true);
  });

  it.each<[string, string]>([
    ['comments of the stream', ': keep-alive\n\n'],
    ['pieces without a word', chunk({ role: 'assistant', content: '' })],
  ])('a stall behind %s is a stall', async (_what, alive) => {
    let beat: NodeJS.Timeout | undefined;
    handle = (_body, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      beat = setInterval(() => response.write(alive), 20);
    };
    const deadlines = { firstTokenMs: 300, betweenTokensMs: 300, wholeAnswerMs: 10_000 };
    const request = { messages: [{ role: 'user' as const, content: 'hi' }], tools: [] };
    const ask = async (): Promise<void> => {
      for await (const event of withDeadlines('here', model, request, new AbortController().signal, deadlines))
        expect(event).toBeUndefined();
    };
    await expect(ask()).rejects.toBeInstanceOf(ModelStalled);
    clearInterval(beat);
  });
});
