import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOverrides, readOverrides } from './connection-overrides';
import { type PostResult, sendRequest } from './http-post';
import { encodeForm, type Form, signRequest, withoutFragment } from './signature';

export interface WebhookAnswer {
  readonly ok: boolean;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly attempts: number;
  readonly ms: number;
  /** Twilio's debugger code when it failed: 11200 a bad status or a late answer, 11205 no connection. */
  readonly errorCode: number | null;
  readonly detail: string;
}

/** Sends signed webhooks as Twilio does, honouring the connection overrides in the URL's fragment. */
export class Webhooks {
  /** Between two tries. Twilio does not say how long it waits, so callers must not count on it. */
  retryPauseMs = 250;
  /** Added before each request, for tests of slow networks. */
  delayMs = 0;

  constructor(private readonly authToken: string) {}

  async send(url: string, form: Form, method: 'GET' | 'POST' = 'POST'): Promise<WebhookAnswer> {
    const overrides = readOverrides(url);
    const startedAt = performance.now();
    const left = (): number => overrides.totalMs - (performance.now() - startedAt);
    const token = randomUUID();
    if (this.delayMs > 0) await sleep(this.delayMs);
    let attempts = 0;
    let result: PostResult;
    do {
      if (attempts > 0) await sleep(Math.min(this.retryPauseMs, Math.max(0, left())));
      attempts += 1;
      result = await this.attempt(url, form, method, token, overrides, Math.max(1, left()));
    } while (attempts <= overrides.retries && left() > this.retryPauseMs && mayRetry(result, overrides));
    return summary(result, attempts, performance.now() - startedAt);
  }

  private attempt(
    url: string,
    form: Form,
    method: 'GET' | 'POST',
    token: string,
    overrides: ConnectionOverrides,
    leftMs: number,
  ): Promise<PostResult> {
    const bare = withoutFragment(url);
    const body = encodeForm(form);
    const target = method === 'POST' ? bare : bare + (bare.includes('?') ? '&' : '?') + body;
    const headers: Record<string, string> = {
      'X-Twilio-Signature': signRequest(this.authToken, target, method === 'POST' ? form : {}),
      'I-Twilio-Idempotency-Token': token,
      'User-Agent': 'TwilioProxy/1.1',
      Accept: '*/*',
    };
    if (method === 'POST') {
      headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=utf-8';
      headers['Content-Length'] = String(Buffer.byteLength(body));
    }
    const connectMs = Math.min(overrides.connectMs, leftMs);
    return sendRequest({ method, url: target, headers, body, connectMs, readMs: Math.min(overrides.readMs, leftMs) });
  }
}

function mayRetry(result: PostResult, overrides: ConnectionOverrides): boolean {
  const allowed = (policy: string): boolean => overrides.policies.some((each) => each === policy || each === 'all');
  if (!result.ok) return allowed(result.failure === 'connect' ? 'ct' : 'rt');
  if (result.status >= 500) return allowed('5xx');
  return result.status >= 400 && allowed('4xx');
}

function summary(result: PostResult, attempts: number, ms: number): WebhookAnswer {
  if (!result.ok) {
    const errorCode = result.failure === 'connect' ? 11205 : 11200;
    return {
      ok: false,
      status: 0,
      contentType: '',
      body: Buffer.alloc(0),
      attempts,
      ms,
      errorCode,
      detail: result.detail,
    };
  }
  const ok = result.status >= 200 && result.status < 300;
  const { status, contentType, body } = result;
  return {
    ok,
    status,
    contentType,
    body,
    attempts,
    ms,
    errorCode: ok ? null : 11200,
    detail: ok ? '' : `HTTP ${status}`,
  };
}
