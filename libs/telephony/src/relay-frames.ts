import { asKey, asText, parseFrame, tokenIn } from './frame-fields';

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

/** Characters of one prompt; nobody says so much at once. */
const MOST_WORDS = 4_000;

/**
 * Reads one text frame of ConversationRelay. Undefined for types that are unknown or not ours.
 * @throws FrameError for what no carrier sends.
 * Source: Twilio docs, "ConversationRelay: WebSocket messages".
 */
export function readRelayFrame(text: string): RelayFrame | undefined {
  const message = parseFrame(text);
  switch (message['type']) {
    case 'setup':
      return { type: 'setup', callSid: asText(message['callSid']), token: tokenIn(message) };
    case 'prompt':
      return {
        type: 'prompt',
        words: asText(message['voicePrompt']).slice(0, MOST_WORDS),
        last: message['last'] !== false,
      };
    case 'interrupt':
      return { type: 'interrupt', heard: asText(message['utteranceUntilInterrupt'] ?? '').slice(0, MOST_WORDS) };
    case 'dtmf':
      return { type: 'dtmf', digit: asKey(message['digit']) };
    case 'error':
      return { type: 'error' };
    default:
      return undefined;
  }
}
