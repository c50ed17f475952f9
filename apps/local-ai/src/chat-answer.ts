import { createHash } from 'node:crypto';
import type { ToolCall } from './chat-messages';
import type { ChatRequest } from './chat-request';
import { decide } from './dialogue/decide';
import { estimateTokens } from './tokens';

/** What the engine answers, ready for either form of the wire. */
export interface ChatAnswer {
  readonly id: string;
  readonly model: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly content: string | null;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: 'stop' | 'tool_calls' | 'length';
  readonly usage: Usage;
}

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** Cut at whole words, as a model stops when its tokens run out. */
function cut(text: string, maxTokens: number | null): { text: string; whole: boolean } {
  if (maxTokens === null || estimateTokens(text) <= maxTokens) return { text, whole: true };
  let kept = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (estimateTokens(kept + word) > maxTokens) break;
    kept += word;
  }
  return { text: kept, whole: false };
}

function promptTokens(request: ChatRequest): number {
  // Four tokens a message for its role and separators: OpenAI's own counting rule.
  const messages = request.messages.map((message) => {
    const calls = message.role === 'assistant' ? message.toolCalls : [];
    return 4 + estimateTokens(message.content + calls.map((call) => call.name + call.arguments).join(''));
  });
  return messages.reduce((sum, tokens) => sum + tokens, 3 + request.tools.length * 8);
}

/** The same request gives the same answer with the same ids; only `created` is the clock's. */
export function answerChat(request: ChatRequest): ChatAnswer {
  const decision = decide({ messages: request.messages, tools: request.tools });
  const seed = JSON.stringify([request.model, request.messages, request.tools]);
  const hash = createHash('sha256').update(seed).digest('hex').slice(0, 24);
  const wanted = request.parallelToolCalls ? decision.toolCalls : decision.toolCalls.slice(0, 1);
  const toolCalls = wanted.map((call, index) => ({
    id: `call_${hash}${index}`,
    name: call.name,
    arguments: JSON.stringify(call.arguments),
  }));
  const { text, whole } = cut(decision.content, request.maxTokens);
  const written = estimateTokens(text + toolCalls.map((call) => call.name + call.arguments).join(''));
  const prompt = promptTokens(request);
  return {
    id: `chatcmpl-${hash}`,
    model: request.model,
    created: Math.floor(Date.now() / 1000),
    content: text === '' && toolCalls.length > 0 ? null : text,
    toolCalls,
    finishReason: toolCalls.length > 0 ? 'tool_calls' : whole ? 'stop' : 'length',
    usage: {
      prompt_tokens: prompt,
      completion_tokens: written * request.choices,
      total_tokens: prompt + written * request.choices,
    },
  };
}
