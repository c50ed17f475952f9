import type { IncomingMessage } from 'node:http';
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { plainFetch, ProviderError, wireOf } from '@clinicall/platform';
import type { Wire } from '@clinicall/platform';
import { ChatModel } from '../ports/chat-model';
import type { ChatEvent, ChatMessage, ChatRequest, ModelToolCall, ModelUsage } from '../ports/chat-model';
import { wireTool } from './openai-wire';
import { StreamedData } from './streamed-data';

export interface OpenAiAddress {
  /** Shown in the log and in health: the host, or a fixed word. */
  readonly provider: string;
  /** Ends in /v1. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

/** Chat completions of OpenAI, or of anything that speaks its API, over the vendor's SDK. */
export class OpenAiChatModel extends ChatModel {
  private readonly client: OpenAI;
  private readonly wire: Wire;

  constructor(private readonly address: OpenAiAddress) {
    super();
    // Retries and deadlines stand outside: the SDK's own would add up, and its timeout ends at the response's head.
    this.wire = wireOf(address.baseUrl, address.apiKey);
    this.client = new OpenAI({
      apiKey: address.apiKey,
      baseURL: this.wire.baseUrl,
      defaultQuery: this.wire.query,
      defaultHeaders: this.wire.headers,
      maxRetries: 0,
      fetch: plainFetch,
    });
  }

  async *complete(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent> {
    const answer = new Answer(this.address);
    try {
      const { body } = await this.client.chat.completions.create(this.body(request), { signal }).asResponse();
      const words = body as unknown as IncomingMessage;
      words.setEncoding('utf8');
      for await (const chunk of chunksOf(words as AsyncIterable<string>)) {
        const text = answer.take(chunk);
        if (text !== '') yield { type: 'text', text };
      }
      if (signal.aborted) return;
      for (const event of answer.end()) yield event;
    } catch (error) {
      if (signal.aborted || error instanceof APIUserAbortError) return;
      throw this.failure(error);
    }
  }

  /** Whether the server answers at all; a list of models costs nothing. @throws ProviderError. */
  async reach(signal: AbortSignal): Promise<void> {
    try {
      await this.client.models.list({ signal });
    } catch (error) {
      if (error instanceof APIError && error.status === 404) return;
      throw this.failure(error);
    }
  }

  private body(request: ChatRequest): ChatCompletionCreateParamsStreaming {
    const tools = request.tools.map((tool) => wireTool(tool, this.wire));
    return {
      model: this.address.model,
      messages: request.messages.map(wireMessage),
      stream: true,
      stream_options: { include_usage: true },
      ...(this.wire.knowsStore ? { store: false } : {}),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(request.maxTokens === undefined ? {} : { max_completion_tokens: request.maxTokens }),
      ...(tools.length === 0 ? {} : { tools }),
    };
  }

  private failure(error: unknown): ProviderError {
    if (error instanceof ProviderError) return error;
    const status = error instanceof APIError ? (error.status as number | undefined) : undefined;
    const retryable =
      error instanceof APIConnectionError ||
      status === undefined ||
      status === 408 ||
      status === 409 ||
      status === 429 ||
      status >= 500;
    // The vendor's message may quote the request, and with it the patient: only the status is kept.
    const message = status === undefined ? 'no answer' : `HTTP ${status}`;
    return new ProviderError(this.address.provider, retryable, message, { cause: error });
  }
}

/**
 * The SDK's own reading of a stream passes each word through three generators, which takes as much processor time as all else
 * that is done with it, and prints a chunk that is no JSON, with the patient's words, to the console.
 * @throws SyntaxError for such a chunk; Error when the server tells of a failure in the midst of its answer.
 */
async function* chunksOf(body: AsyncIterable<string>): AsyncGenerator<ChatCompletionChunk> {
  const data = new StreamedData();
  let done = false;
  for await (const text of body)
    for (const one of data.push(text)) {
      done ||= one.startsWith('[DONE]');
      // What stands behind the end is read all the same, so that the connection can be used again.
      if (done) continue;
      const chunk = JSON.parse(one) as ChatCompletionChunk & { readonly error?: unknown };
      if (chunk.error) throw new Error('the server tells of a failure');
      yield chunk;
    }
}

/** What an answer has brought so far, chunk by chunk. */
class Answer {
  private readonly calls = new Map<number, ModelToolCall>();
  private usage: ModelUsage | undefined;
  private finishReason: string | null = null;

  constructor(private readonly address: OpenAiAddress) {}

  /** @returns the words of the chunk. */
  take(chunk: ChatCompletionChunk): string {
    if (chunk.usage != null) this.usage = usageOf(chunk.usage);
    const choice = chunk.choices[0];
    if (choice === undefined) return '';
    for (const fragment of choice.delta.tool_calls ?? []) assemble(this.calls, fragment);
    this.finishReason = choice.finish_reason ?? this.finishReason;
    return choice.delta.content ?? '';
  }

  /** @throws ProviderError when the server hung up before it had come to an end. */
  end(): ChatEvent[] {
    const { provider, model } = this.address;
    if (this.finishReason === null) throw new ProviderError(provider, true, 'the answer broke off');
    const calls = [...this.calls.values()].map((call): ChatEvent => ({ type: 'tool_call', call }));
    return [
      ...calls,
      { type: 'done', finishReason: neutralFinish(this.finishReason), usage: this.usage, provider, model },
    ];
  }
}

function usageOf(usage: NonNullable<ChatCompletionChunk['usage']>): ModelUsage {
  const cached = usage.prompt_tokens_details?.cached_tokens;
  return {
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
}

/**
 * Id and name of a call come once, arguments in pieces, all under its index. Gemini sends calls whole, each with an id of its
 * own, under index 0 or none: another id is another call.
 */
function assemble(calls: Map<number, ModelToolCall>, fragment: ChatCompletionChunk.Choice.Delta.ToolCall): void {
  const index = (fragment.index as number | undefined) ?? 0;
  const here = calls.get(index);
  const isAnother = here !== undefined && Boolean(fragment.id) && fragment.id !== here.callId;
  const place = isAnother ? calls.size : index;
  const known = calls.get(place) ?? { callId: '', name: '', arguments: '' };
  calls.set(place, {
    callId: known.callId === '' ? (fragment.id ?? `call_${place}`) : known.callId,
    name: known.name === '' ? (fragment.function?.name ?? '') : known.name,
    arguments: known.arguments + (fragment.function?.arguments ?? ''),
  });
}

function neutralFinish(reason: string): 'stop' | 'length' | 'tool_calls' | 'content_filter' {
  return reason === 'length' || reason === 'tool_calls' || reason === 'content_filter' ? reason : 'stop';
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
