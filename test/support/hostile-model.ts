import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One answer of the scripted model, as in the eval format's hostile scripts. */
export type ModelAnswer =
  | { readonly say: string }
  | { readonly say_chunks: readonly string[]; readonly chunk_delay_ms?: number; readonly then?: 'stall' | 'reset' }
  | {
      readonly tool_call: { readonly name: string; readonly arguments: Record<string, unknown> };
      readonly say?: string;
    }
  | {
      readonly tool_calls: readonly { readonly name: string; readonly arguments: Record<string, unknown> }[];
      readonly say?: string;
    }
  | { readonly tool_call_raw: { readonly name: string; readonly arguments: string } }
  | { readonly http_status: number }
  | { readonly finish_reason: string };

export interface ModelRequest {
  readonly messages: readonly { role: string; content: string | null; tool_calls?: unknown[] }[];
  readonly tools?: readonly { function: { name: string; parameters: Record<string, unknown> } }[];
  readonly [member: string]: unknown;
}

/** An OpenAI-compatible server that answers from a script: a liar, an intruder or a fool, as the test wants it. */
export class HostileModel {
  readonly requests: ModelRequest[] = [];
  private readonly script: ModelAnswer[] = [];
  /** Given when the script is empty. */
  otherwise: (request: ModelRequest) => ModelAnswer = () => ({ say: 'How can I help you?' });

  /** What it says it used; null: nothing. Absent: a little. */
  usage: { prompt_tokens: number; completion_tokens: number; prompt_tokens_details?: object } | null | undefined;

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<HostileModel> {
    const server = createServer((request, response) => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}');
        return;
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on(
        'end',
        () => void model.answer(JSON.parse(Buffer.concat(parts).toString('utf8')) as ModelRequest, response),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const model: HostileModel = new HostileModel(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      () => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(() => resolve()));
      },
    );
    return model;
  }

  /** The next answers, in order; what is left of an earlier script is dropped. */
  plays(...answers: ModelAnswer[]): void {
    this.script.length = 0;
    this.script.push(...answers);
    this.requests.length = 0;
  }

  private async answer(request: ModelRequest, response: ServerResponse): Promise<void> {
    this.requests.push(request);
    const item = this.script.shift() ?? this.otherwise(request);
    if ('http_status' in item) {
      response.writeHead(item.http_status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of chunksOf(item)) {
      response.write(eventOf({ content: chunk }));
      if ('chunk_delay_ms' in item) await sleep(item.chunk_delay_ms ?? 0);
    }
    if ('then' in item && item.then === 'stall') return;
    if ('then' in item && item.then === 'reset') {
      response.destroy();
      return;
    }
    this.finish(item, response);
  }

  private finish(item: ModelAnswer, response: ServerResponse): void {
    const calls = callsOf(item);
    for (const delta of deltasOf(calls, this.requests.length)) response.write(eventOf(delta));
    response.write(
      eventOf({}, 'finish_reason' in item ? item.finish_reason : calls.length > 0 ? 'tool_calls' : 'stop'),
    );
    const usage = this.usage === undefined ? { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } : this.usage;
    if (usage !== null) response.write(`data: ${JSON.stringify({ ...CHUNK, choices: [], usage })}\n\n`);
    response.end('data: [DONE]\n\n');
  }
}

const CHUNK = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'hostile' };

function eventOf(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ ...CHUNK, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

function chunksOf(item: ModelAnswer): readonly string[] {
  if ('say_chunks' in item) return item.say_chunks;
  return 'say' in item && item.say !== undefined ? [item.say] : [];
}

/** The arguments of a call come in two pieces, as a real model's do in many. */
function deltasOf(calls: { name: string; arguments: string }[], request: number): object[] {
  return calls.flatMap((call, index) => {
    const half = Math.ceil(call.arguments.length / 2);
    const head = {
      index,
      id: `call_${request}_${index}`,
      type: 'function',
      function: { name: call.name, arguments: '' },
    };
    const pieces = [call.arguments.slice(0, half), call.arguments.slice(half)];
    return [head, ...pieces.map((piece) => ({ index, function: { arguments: piece } }))].map((one) => ({
      tool_calls: [one],
    }));
  });
}

function callsOf(item: ModelAnswer): { name: string; arguments: string }[] {
  if ('tool_call_raw' in item) return [item.tool_call_raw];
  const calls = 'tool_call' in item ? [item.tool_call] : 'tool_calls' in item ? item.tool_calls : [];
  return calls.map((call) => ({ name: call.name, arguments: JSON.stringify(call.arguments) }));
}
