import { ApiError } from './api-error';
import { checkMessages } from './chat-messages';
import type { ChatMessage } from './chat-messages';
import { isMembers, missing, wrongType, type Members } from './members';

/** The parts of a chat completion request that change this server's answer. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly string[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly parallelToolCalls: boolean;
  readonly choices: number;
  readonly maxTokens: number | null;
}

// Top-level members of POST /v1/chat/completions in OpenAI's published description; a misspelt one is refused as there.
const known = new Set(
  `audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens messages metadata
  modalities model moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key prompt_cache_options
  prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier stop store stream
  stream_options temperature tool_choice tools top_logprobs top_p user verbosity web_search_options`.split(/\s+/),
);

function flag(body: Members, name: string, fallback: boolean): boolean {
  const value = body[name] ?? fallback;
  if (typeof value !== 'boolean') throw wrongType(name, 'a boolean', value);
  return value;
}

function count(body: Members, name: string, least: number, most: number): number | null {
  const value = body[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name, 'an integer', value);
  if (value >= least && value <= most) return value;
  const low = value < least;
  const bound = low ? `a value >= ${least}` : `a value <= ${most}`;
  const message = `Invalid '${name}': integer ${low ? 'below minimum' : 'above maximum'} value. Expected ${bound}, but got ${value} instead.`;
  throw new ApiError(400, message, name, low ? 'integer_below_min_value' : 'integer_above_max_value');
}

function toolNames(body: Members): string[] {
  const tools = body['tools'] ?? [];
  if (!Array.isArray(tools)) throw wrongType('tools', 'an array of objects', tools);
  return tools.map((tool: unknown, index) => {
    if (!isMembers(tool)) throw wrongType(`tools[${index}]`, 'an object', tool);
    const declared = tool['function'];
    if (!isMembers(declared)) throw missing(`tools[${index}].function`);
    const name = declared['name'];
    if (typeof name !== 'string') throw missing(`tools[${index}].function.name`);
    if (/^[a-zA-Z0-9_-]{1,64}$/.test(name)) return name;
    const message = `Invalid 'tools[${index}].function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`;
    throw new ApiError(400, message, `tools[${index}].function.name`, 'invalid_value');
  });
}

/** Tools the answer may call: all, none (`tool_choice: "none"`), or the one that was named. */
function allowedTools(body: Members): string[] {
  const names = toolNames(body);
  const choice = body['tool_choice'] ?? 'auto';
  if (choice === 'none') return [];
  if (choice === 'auto' || choice === 'required' || !isMembers(choice) || !isMembers(choice['function'])) return names;
  const named = choice['function']['name'];
  if (typeof named === 'string' && names.includes(named)) return [named];
  throw new ApiError(
    400,
    "Invalid value for 'tool_choice': the named function is not among 'tools'.",
    'tool_choice',
    'invalid_value',
  );
}

/** Reads a request body or throws the ApiError that OpenAI would answer. */
export function readChatRequest(body: unknown): ChatRequest {
  if (!isMembers(body)) throw new ApiError(400, 'The request body must be a JSON object.');
  const stray = Object.keys(body).find((name) => !known.has(name));
  if (stray) throw new ApiError(400, `Unrecognized request argument supplied: ${stray}`);
  const model = body['model'];
  if (model === undefined || model === '') throw new ApiError(400, 'you must provide a model parameter');
  if (typeof model !== 'string') throw wrongType('model', 'a string', model);
  const messages = checkMessages(body['messages']);
  const stream = flag(body, 'stream', false);
  const options = body['stream_options'] ?? {};
  if (!isMembers(options)) throw wrongType('stream_options', 'an object', options);
  if (!stream && body['stream_options'] != null) {
    const message = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
    throw new ApiError(400, message, 'stream_options');
  }
  return {
    model,
    messages,
    tools: allowedTools(body),
    stream,
    includeUsage: options['include_usage'] === true,
    parallelToolCalls: flag(body, 'parallel_tool_calls', true),
    choices: count(body, 'n', 1, 128) ?? 1,
    maxTokens: count(body, 'max_completion_tokens', 1, 1_000_000) ?? count(body, 'max_tokens', 1, 1_000_000),
  };
}
