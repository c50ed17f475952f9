/** What was said and done so far, in the model's terms. */
export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ModelToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly content: string };

export interface ModelToolCall {
  readonly callId: string;
  readonly name: string;
  /** JSON as the model wrote it: may be wrong. */
  readonly arguments: string;
}

/** A tool as the model sees it; `parameters` is a strict JSON Schema (every property required, no others). */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** Empty: the model may only speak. */
  readonly tools: readonly ModelTool[];
  /** 0 … 2. */
  readonly temperature?: number;
  readonly maxTokens?: number;
}

export interface ModelUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Of `promptTokens`, those that the provider had kept from before; absent when it does not say. */
  readonly cachedTokens?: number;
}

/** Neutral events of one answer, in order; `tool_call` is whole. `restart` voids all before it: another model begins anew. */
export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_call'; readonly call: ModelToolCall }
  | { readonly type: 'restart'; readonly failed: string }
  /** A provider did not answer, or stopped; it or the next one is asked. `reason` is a code of ours. */
  | { readonly type: 'failed'; readonly provider: string; readonly reason: string }
  | {
      readonly type: 'done';
      readonly finishReason: 'stop' | 'length' | 'tool_calls' | 'content_filter';
      readonly usage?: ModelUsage;
      readonly provider: string;
      readonly model: string;
    };

/** A language model that can speak and call tools. One contract spec runs against every adapter. */
export abstract class ChatModel {
  /**
   * Streams one answer; ends with `done`. An aborted signal ends the stream early, without `done` and without an error.
   * @throws ProviderError when the model cannot answer or stops in the middle.
   */
  abstract complete(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>;
}
