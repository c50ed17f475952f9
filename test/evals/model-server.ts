import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelItem } from './eval-case';

interface Message {
  readonly role: string;
  readonly content?: string | null;
  readonly tool_calls?: readonly unknown[];
}

export interface ModelRequest {
  readonly messages: readonly Message[];
  readonly tools?: readonly unknown[];
}

/** One conversation's model: gives the answer to the next request, or hands it on to the honest one. */
export interface ScriptedModel {
  /** Whether a request belongs to this conversation. */
  owns(request: ModelRequest): boolean;
  next(request: ModelRequest): Promise<ModelItem | 'honest'>;
}

/**
 * An OpenAI-compatible chat server that plays scripts: a liar, an intruder, a fool. Requests that no script owns, and
 * those handed on, go to the honest model.
 */
export class ModelServer {
  readonly playing = new Set<ScriptedModel>();

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** @param honest base URL, ends in /v1; asked late, when it is known. */
  static async start(honest: () => string): Promise<ModelServer> {
    const server = createServer((request, response) => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}');
        return;
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        answer(model.playing, Buffer.concat(parts), response, honest()).catch(() => response.destroy());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const model = new ModelServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    });
    return model;
  }
}

async function answer(
  playing: ReadonlySet<ScriptedModel>,
  body: Buffer,
  response: ServerResponse,
  honest: string,
): Promise<void> {
  const request = JSON.parse(body.toString('utf8')) as ModelRequest;
  const owner = [...playing].find((script) => script.owns(request));
  const item = owner === undefined ? 'honest' : await owner.next(request);
  if (item === 'honest') await handOn(body, response, honest);
  else await play(item, response);
}

async function handOn(body: Buffer, response: ServerResponse, honest: string): Promise<void> {
  const given = await fetch(`${honest}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: new Uint8Array(body),
  });
  response.writeHead(given.status, { 'content-type': given.headers.get('content-type') ?? 'application/json' });
  response.end(Buffer.from(await given.arrayBuffer()));
}

async function play(item: ModelItem, response: ServerResponse): Promise<void> {
  if (item.http_status !== undefined) {
    response.writeHead(item.http_status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (fields: object): boolean =>
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'hostile', ...fields })}\n\n`,
    );
  const write = (delta: object, finish: string | null = null): boolean =>
    send({ choices: [{ index: 0, delta, finish_reason: finish }] });
  for (const chunk of item.say_chunks ?? (item.say === undefined ? [] : [item.say])) {
    write({ content: chunk });
    if (item.chunk_delay_ms !== undefined) await sleep(item.chunk_delay_ms);
  }
  const calls = callsOf(item);
  calls.forEach((call, index) => {
    const half = Math.ceil(call.arguments.length / 2);
    const first = {
      index,
      id: `call_${randomUUID().slice(0, 8)}`,
      type: 'function',
      function: { name: call.name, arguments: '' },
    };
    write({ tool_calls: [first] });
    write({ tool_calls: [{ index, function: { arguments: call.arguments.slice(0, half) } }] });
    write({ tool_calls: [{ index, function: { arguments: call.arguments.slice(half) } }] });
  });
  if (item.then === 'stall') return;
  if (item.then === 'reset') {
    response.destroy();
    return;
  }
  write({}, item.finish_reason ?? (calls.length > 0 ? 'tool_calls' : 'stop'));
  send({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } });
  response.end('data: [DONE]\n\n');
}

function callsOf(item: ModelItem): { name: string; arguments: string }[] {
  if (item.tool_call_raw !== undefined) return [item.tool_call_raw];
  const calls = item.tool_calls ?? (item.tool_call === undefined ? [] : [item.tool_call]);
  return calls.map((call) => ({ name: call.name, arguments: JSON.stringify(call.arguments) }));
}
