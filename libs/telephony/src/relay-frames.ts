/** What Twilio's ConversationRelay sends us, in neutral types. */
export type RelayFrame =
  | { readonly type: 'setup'; readonly callSid: string; readonly token: string }
  /** What the caller said; not the last piece while they go on. */
  | { readonly type: 'prompt'; readonly words: string; readonly last: boolean }
  /** The caller cut our words short. @property heard what they had heard of them. */
  | { readonly type: 'interrupt'; readonly heard: string }
  | { readonly type: 'dtmf'; readonly digit: string }
  /** A message of ours was refused. Its description may quote the message, so it is not kept. */
  | { readonly type: 'error' };

/** The message is broken; the text says how, without quoting it. */
export class RelayFrameError extends Error {}

/** Characters of one prompt; nobody says so much at once. */
const MOST_WORDS = 4_000;

/**
 * Reads one text frame of ConversationRelay. Undefined for types that are unknown or not ours.
 * @throws RelayFrameError for what no carrier sends.
 * Source: Twilio docs, "ConversationRelay: WebSocket messages".
 */
export function readRelayFrame(text: string): RelayFrame | undefined {
  const message = asObject(parse(text));
  switch (message['type']) {
    case 'setup':
      return readSetup(message);
    case 'prompt':
      return {
        type: 'prompt',
        words: asText(message['voicePrompt']).slice(0, MOST_WORDS),
        last: message['last'] !== false,
      };
    case 'interrupt':
      return { type: 'interrupt', heard: asText(message['utteranceUntilInterrupt'] ?? '').slice(0, MOST_WORDS) };
    case 'dtmf':
      return readKey(asText(message['digit']));
    case 'error':
      return { type: 'error' };
    default:
      return undefined;
  }
}

function readSetup(message: Record<string, unknown>): RelayFrame {
  const parameters = asObject(message['customParameters'] ?? {});
  const token = typeof parameters['token'] === 'string' ? parameters['token'] : '';
  return { type: 'setup', callSid: asText(message['callSid']), token };
}

function readKey(digit: string): RelayFrame {
  if (!/^[0-9*#A-D]$/.test(digit)) throw new RelayFrameError('a key is none of a telephone');
  return { type: 'dtmf', digit };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RelayFrameError('a message is not JSON');
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new RelayFrameError('a message has a wrong shape');
  return value as Record<string, unknown>;
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new RelayFrameError('a message has a wrong type');
  return value;
}
