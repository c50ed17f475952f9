import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ProviderKind = 'chat' | 'transcriptions' | 'speech';
/** How a provider dies: says so, breaks the connection, never answers, stops in the middle. */
export type Death = 'refuses' | 'breaks' | 'hangs' | 'stalls';

const SPEECH_RATE = 24_000;

export interface ProviderAnswers {
  /** What every sound is recognised as. */
  readonly transcript: string;
  /** The model's words, in the pieces in which they come. */
  readonly words: readonly string[];
  /** A call of a tool, given in place of words to the caller's. */
  readonly toolCall?: () => { readonly name: string; readonly arguments: object } | undefined;
  /** How long and how loud a sentence sounds; a steady level, so that it is known again on the line. */
  readonly voice: (words: string) => { readonly ms: number; readonly level: number };
}

/** One server for everything a provider does, of which any part can be killed while it runs. OpenAI's wire. */
export class DyingProvider {
  readonly deaths = new Map<ProviderKind, Death>();
  /** Every sentence whose sound was asked for. */
  readonly spoken: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => this.answer(request, response, Buffer.concat(parts)));
  });

  constructor(private readonly answers: ProviderAnswers) {}

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends in /v1. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const kind: ProviderKind | undefined = (['transcriptions', 'speech', 'chat'] as const).find((one) =>
      request.url?.includes(one),
    );
    if (request.method === 'GET' || kind === undefined) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
      return;
    }
    const death = this.deaths.get(kind);
    if (death === 'refuses') response.writeHead(503).end('{}');
    else if (death === 'breaks') response.destroy();
    else if (death !== 'hangs') this.work(kind, response, body, death === 'stalls');
  }

  private work(kind: ProviderKind, response: ServerResponse, body: Buffer, stalls: boolean): void {
    if (kind === 'transcriptions') {
      response.writeHead(200, { 'content-type': 'application/json' });
      if (stalls) response.write('{"te');
      else response.end(JSON.stringify({ text: this.answers.transcript }));
    } else if (kind === 'speech') {
      const { input } = JSON.parse(body.toString('utf8')) as { input: string };
      this.spoken.push(input);
      const { ms, level } = this.answers.voice(input);
      const sound = Buffer.from(new Int16Array((SPEECH_RATE / 1_000) * ms).fill(level).buffer);
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      if (stalls) response.write(sound.subarray(0, 4_000));
      else response.end(sound);
    } else this.chat(response, body, stalls);
  }

  private chat(response: ServerResponse, body: Buffer, stalls: boolean): void {
    const { messages } = JSON.parse(body.toString('utf8')) as { messages: { role: string }[] };
    const { words } = this.answers;
    const toolCall = messages.at(-1)?.role === 'user' ? this.answers.toolCall?.() : undefined;
    const chunk = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (toolCall !== undefined) {
      const called = { name: toolCall.name, arguments: JSON.stringify(toolCall.arguments) };
      response.write(chunk({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: called }] }, null));
      response.end(`${chunk({}, 'tool_calls')}data: [DONE]\n\n`);
      return;
    }
    const [first = '', ...rest] = words;
    response.write(chunk({ content: first }, null));
    if (stalls) return;
    for (const word of rest) response.write(chunk({ content: word }, null));
    response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
  }
}
