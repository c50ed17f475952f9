/** A message is broken; the text says how, without quoting it. */
export class FrameError extends Error {}

/** @throws FrameError for what is no JSON object. */
export function parseFrame(text: string): Record<string, unknown> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    throw new FrameError('a message is not JSON');
  }
  return asObject(message);
}

export function asObject(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new FrameError('a message has a wrong shape');
  return value as Record<string, unknown>;
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw new FrameError('a message has a wrong type');
  return value;
}

/** A key of a telephone (RFC 4733 events 0 to 15). */
export function asKey(value: unknown): string {
  const digit = asText(value);
  if (!/^[0-9*#A-D]$/.test(digit)) throw new FrameError('a key is none of a telephone');
  return digit;
}

/** The one-time token that the TwiML gave the carrier; empty when it brings none. */
export function tokenIn(opening: Record<string, unknown>): string {
  const { token } = asObject(opening['customParameters'] ?? {});
  return typeof token === 'string' ? token : '';
}
