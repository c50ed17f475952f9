import { Injectable } from '@nestjs/common';
import { Environment, ProviderError } from '@clinicall/platform';
import type { Twilio } from 'twilio';
import { SmsSender } from '../ports/sms-sender';
import type { KnownText, TextToSend } from '../ports/sms-sender';

const TIMEOUT_MS = 10_000;
/** As many of the newest texts to one number as a crash could leave in doubt. */
const RECENT = 50;
/** Before a connection stood: nothing can have happened. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Twilio's Messages resource by its own SDK, at Twilio or wherever TWILIO_API_BASE_URL points. */
@Injectable()
export class TwilioSmsSender extends SmsSender {
  private client: Promise<Twilio> | undefined;

  constructor(private readonly environment: Environment) {
    super();
  }

  async send(text: TextToSend, signal: AbortSignal): Promise<{ providerId: string }> {
    const client = await this.connect();
    const { to, from, body, statusCallback, validSeconds } = text;
    const sent = await asked(
      client.messages.create({
        to,
        from,
        body,
        statusCallback,
        ...(validSeconds === undefined ? {} : { validityPeriod: validSeconds }),
      }),
      signal,
    );
    return { providerId: sent.sid };
  }

  async recent(to: string, from: string, signal: AbortSignal): Promise<readonly KnownText[]> {
    const client = await this.connect();
    const found = await asked(client.messages.list({ to, from, limit: RECENT, pageSize: RECENT }), signal);
    return found.map(({ sid, body, dateCreated }) => ({ providerId: sid, body, createdAt: dateCreated }));
  }

  private connect(): Promise<Twilio> {
    this.client ??= this.open();
    return this.client;
  }

  /** Loaded at the first text: the SDK is large, and a clinic without Twilio never needs it. */
  private async open(): Promise<Twilio> {
    const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL } = this.environment.values;
    if (TWILIO_ACCOUNT_SID === undefined || TWILIO_AUTH_TOKEN === undefined) {
      this.client = undefined;
      throw new ProviderError('twilio', false, 'no Twilio account is configured');
    }
    const { default: twilio } = await import('twilio');
    const httpClient = new twilio.RequestClient({ timeout: TIMEOUT_MS });
    const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { httpClient });
    if (TWILIO_API_BASE_URL !== undefined) client.api.baseUrl = TWILIO_API_BASE_URL;
    return client;
  }
}

/** The SDK knows no AbortSignal: the request runs on, but nobody waits for it any more. */
async function asked<T>(request: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new ProviderError('twilio', true, 'no answer in time', { mayHaveHappened: true }));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([request, aborted]);
  } catch (error) {
    throw asProviderError(error);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}

/** Twilio's own sentences quote the number dialled, so only the code goes into the message. */
function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number') {
    const retryable = status === 429 || status >= 500;
    const twilioCode = typeof code === 'number' ? String(code) : `http_${status}`;
    const mayHaveHappened = status >= 500;
    return new ProviderError('twilio', retryable, `refused with ${twilioCode}`, {
      cause: error,
      code: twilioCode,
      mayHaveHappened,
    });
  }
  const failure = typeof code === 'string' ? code : 'no_answer';
  const mayHaveHappened = !NEVER_CONNECTED.has(failure);
  return new ProviderError('twilio', true, `failed with ${failure}`, { cause: error, code: failure, mayHaveHappened });
}
