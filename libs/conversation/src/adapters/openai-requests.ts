import type { IncomingMessage } from 'node:http';
import OpenAI, { APIError } from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { plainFetch } from '@clinicall/platform';
import type { Wire } from '@clinicall/platform';
import type { ChatMessage, ChatRequest, ModelTool } from '../ports/chat-model';
import { wireTool } from './openai-wire';

const PATH = '/chat/completions';
const JSON_TEXT = { 'content-type': 'application/json' };

/**
 * Chat requests of the vendor's SDK: it makes their address and their head, once, for they are the same each time; what it would
 * do anew for each (eight sets of headers, lines for a log that is off) takes more processor time than sending the words.
 */
export class OpenAiRequests {
  private head: Promise<{ url: string; headers: Record<string, string> }> | undefined;
  private readonly toolTexts = new WeakMap<readonly ModelTool[], string>();
  private readonly beginning: string;

  /** @param client with a key that does not change. */
  constructor(
    private readonly client: OpenAI,
    private readonly wire: Wire,
    model: string,
  ) {
    const fixed = { model, stream: true, stream_options: { include_usage: true } };
    this.beginning = members({ ...fixed, ...(wire.knowsStore ? { store: false } : {}) });
  }

  /** @returns the answer as it comes, in UTF-8. @throws APIError for a status that is none of success; the socket's error. */
  async send(request: ChatRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const { url, headers } = await (this.head ??= this.makeHead());
    const answer = await plainFetch(url, { method: 'POST', headers, body: this.body(request), signal });
    if (!answer.ok) {
      // Read, so that the connection can be used again; not kept, for it may quote the patient.
      await answer.text();
      throw APIError.generate(answer.status, undefined, undefined, answer.headers);
    }
    return (answer.body as unknown as IncomingMessage).setEncoding('utf8');
  }

  private async makeHead(): Promise<{ url: string; headers: Record<string, string> }> {
    const { req, url } = await this.client.buildRequest({ method: 'post', path: PATH, body: '{}', headers: JSON_TEXT });
    return { url, headers: Object.fromEntries(new Headers(req.headers).entries()) };
  }

  /** JSON of a `CreateChatCompletionRequest`. The tools, most of a request's length and the same in each, are written once. */
  private body({ messages, tools, temperature, maxTokens }: ChatRequest): string {
    const given = members({ temperature, max_completion_tokens: maxTokens });
    const said = `"messages":${JSON.stringify(messages.map(wireMessage))}`;
    return `{${[this.beginning, this.toolText(tools), given, said].filter((part) => part !== '').join(',')}}`;
  }

  private toolText(tools: readonly ModelTool[]): string {
    if (tools.length === 0) return '';
    const known = this.toolTexts.get(tools);
    if (known !== undefined) return known;
    const text = members({ tools: tools.map((tool) => wireTool(tool, this.wire)) });
    this.toolTexts.set(tools, text);
    return text;
  }
}

/** The members of an object as JSON, without its braces. */
function members(object: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(object).slice(1, -1);
}

function wireMessage(message: ChatMessage): ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.content };
  if (message.role !== 'assistant') return { role: message.role, content: message.content };
  if (message.toolCalls === undefined || message.toolCalls.length === 0) {
    return { role: 'assistant', content: message.content };
  }
  const toolCalls = message.toolCalls.map((call) => ({
    id: call.callId,
    type: 'function' as const,
    function: { name: call.name, arguments: call.arguments },
  }));
  return { role: 'assistant', content: message.content === '' ? null : message.content, tool_calls: toolCalls };
}
