import { ApiError } from './api-error';
import { isMembers, missing, wrongType, type Members } from './members';

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it. */
  readonly arguments: string;
}

/** A message of the request, content parts joined into one text. */
export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly content: string; readonly toolCallId: string };

function readContent(value: unknown, param: string): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) throw wrongType(param, 'a string or an array of objects', value);
  const parts = value.map((part: unknown, index) => {
    if (!isMembers(part)) throw wrongType(`${param}[${index}]`, 'an object', part);
    return typeof part['text'] === 'string' ? part['text'] : '';
  });
  return parts.join(' ').trim();
}

function readToolCall(value: unknown, param: string): ToolCall {
  if (!isMembers(value)) throw wrongType(param, 'an object', value);
  const called = value['function'];
  if (typeof value['id'] !== 'string') throw missing(`${param}.id`);
  if (!isMembers(called)) throw missing(`${param}.function`);
  if (typeof called['name'] !== 'string') throw missing(`${param}.function.name`);
  if (typeof called['arguments'] !== 'string') throw missing(`${param}.function.arguments`);
  return { id: value['id'], name: called['name'], arguments: called['arguments'] };
}

function readAssistant(message: Members, param: string): ChatMessage {
  const calls = message['tool_calls'] ?? [];
  if (!Array.isArray(calls)) throw wrongType(`${param}.tool_calls`, 'an array of objects', calls);
  if (message['tool_calls'] !== undefined && calls.length === 0) {
    const name = `${param}.tool_calls`;
    const hint = 'empty array. Expected an array with minimum length 1, but got an empty array instead.';
    throw new ApiError(400, `Invalid '${name}': ${hint}`, name, 'empty_array');
  }
  const content = message['content'] ?? null;
  if (content === null && calls.length === 0) {
    throw wrongType(`${param}.content`, 'a string or an array of objects', null);
  }
  return {
    role: 'assistant',
    content: content === null ? '' : readContent(content, `${param}.content`),
    toolCalls: calls.map((call: unknown, index) => readToolCall(call, `${param}.tool_calls[${index}]`)),
  };
}

function readMessage(value: unknown, index: number): ChatMessage {
  const param = `messages[${index}]`;
  if (!isMembers(value)) throw wrongType(param, 'an object', value);
  const role = value['role'];
  if (role === undefined) throw missing(`${param}.role`);
  if (typeof role !== 'string') throw wrongType(`${param}.role`, 'a string', role);
  if (role === 'assistant') return readAssistant(value, param);
  if (role !== 'system' && role !== 'developer' && role !== 'user' && role !== 'tool') {
    const supported = "Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.";
    throw new ApiError(400, `Invalid value: '${role}'. ${supported}`, `${param}.role`, 'invalid_value');
  }
  if (value['content'] === undefined) throw missing(`${param}.content`);
  const content = readContent(value['content'], `${param}.content`);
  if (role !== 'tool') return { role: role === 'user' ? 'user' : 'system', content };
  if (typeof value['tool_call_id'] !== 'string') throw missing(`${param}.tool_call_id`);
  return { role, content, toolCallId: value['tool_call_id'] };
}

/** OpenAI's ordering rule: every tool call is answered right after it, and nothing else is answered. */
function checkOrder(messages: readonly ChatMessage[]): void {
  let open = new Set<string>();
  messages.forEach((message, index) => {
    if (message.role === 'tool') {
      if (open.delete(message.toolCallId)) return;
      const rule = "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.";
      throw new ApiError(400, `Invalid parameter: ${rule}`, `messages.[${index}].role`);
    }
    if (open.size > 0) throw unanswered(open, index);
    open = new Set(message.role === 'assistant' ? message.toolCalls.map((call) => call.id) : []);
  });
  if (open.size > 0) throw unanswered(open, messages.length);
}

function unanswered(open: ReadonlySet<string>, index: number): ApiError {
  const rule =
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.";
  const ids = [...open].join(', ');
  const message = `${rule} The following tool_call_ids did not have response messages: ${ids}`;
  return new ApiError(400, message, `messages.[${index}].role`);
}

/** Reads `messages` or throws the ApiError that OpenAI would answer. */
export function checkMessages(value: unknown): ChatMessage[] {
  if (value === undefined || value === null) throw missing('messages');
  if (!Array.isArray(value)) throw wrongType('messages', 'an array of objects', value);
  if (value.length === 0) {
    const hint = 'empty array. Expected an array with minimum length 1, but got an empty array instead.';
    throw new ApiError(400, `Invalid 'messages': ${hint}`, 'messages', 'empty_array');
  }
  const messages = value.map(readMessage);
  checkOrder(messages);
  return messages;
}
