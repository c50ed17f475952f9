import type { ChatAnswer } from './chat-answer';
import type { ToolCall } from './chat-messages';
import type { ChatRequest } from './chat-request';

type Delta = Record<string, unknown>;

/** Arguments arrive in pieces, as from a real model, so that a reader who parses too early is found out. */
function pieces(text: string, length = 12): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? [''];
}

function callDeltas(call: ToolCall, index: number): Delta[] {
  const head = { index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } };
  const rest = pieces(call.arguments).map((piece) => ({ index, function: { arguments: piece } }));
  return [head, ...rest].map((part) => ({ tool_calls: [part] }));
}

function deltas(answer: ChatAnswer): Delta[] {
  const words = (answer.content ?? '').split(/(?<=\s)/).filter((word) => word !== '');
  return [
    { role: 'assistant', content: answer.content === null ? null : '', refusal: null },
    ...words.map((content) => ({ content })),
    ...answer.toolCalls.flatMap(callDeltas),
  ];
}

/** The chunks of a streamed answer in OpenAI's order: role, words or calls, finish, usage when it was asked for. */
export function chunksOf(answer: ChatAnswer, request: ChatRequest): unknown[] {
  const { id, created, model } = answer;
  const frame = { id, object: 'chat.completion.chunk', created, model };
  const pending = request.includeUsage ? { usage: null } : {};
  const indexes = Array.from({ length: request.choices }, (_, index) => index);
  const chunk = (index: number, delta: Delta, finish: string | null): unknown => ({
    ...frame,
    choices: [{ index, delta, logprobs: null, finish_reason: finish }],
    ...pending,
  });
  const body = indexes.flatMap((index) => [
    ...deltas(answer).map((delta) => chunk(index, delta, null)),
    chunk(index, {}, answer.finishReason),
  ]);
  return request.includeUsage ? [...body, { ...frame, choices: [], usage: answer.usage }] : body;
}
