import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Environment } from './environment';

/** What of a request Twilio's signature covers. */
export interface TwilioRequest {
  /** Path and query as they came in, before any rewriting. */
  readonly originalUrl: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed form; a repeated field is a list. */
  readonly body?: unknown;
}

/** A form's fields as Twilio sends them. */
export type TwilioForm = Readonly<Record<string, string>>;

/**
 * Lets only Twilio in: X-Twilio-Signature over PUBLIC_URL, path, query and every received field, by the current token
 * or the one being rotated in. Anything else gets 403 with an empty body, and nothing behind it runs.
 */
@Injectable()
export class TwilioSignatureGuard implements CanActivate {
  constructor(private readonly environment: Environment) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<TwilioRequest>();
    const url = `${this.environment.publicUrl}${withoutFragment(request.originalUrl)}`;
    const signature = request.headers['x-twilio-signature'];
    if (await hasTwilioSignature(this.environment, url, signature, request.body ?? {})) return true;
    // Past the problem filter on purpose: a stranger learns nothing, not even that this is Clinicall.
    const reply = http.getResponse<FastifyReply>();
    reply.hijack();
    reply.raw.writeHead(403, { 'content-length': '0' }).end();
    return false;
  }
}

/**
 * @param url absolute, as Twilio was told it, query included.
 * @param form parsed fields; empty for a GET or a socket's upgrade.
 */
export async function hasTwilioSignature(
  environment: Environment,
  url: string,
  signature: string | string[] | undefined,
  form: unknown,
): Promise<boolean> {
  const fields = readFields(form);
  if (typeof signature !== 'string' || signature === '' || fields === undefined) return false;
  // Only the signature's own file: the whole SDK takes a quarter of a second to load.
  const { validateRequest } = await import('twilio/lib/webhooks/webhooks');
  const { TWILIO_AUTH_TOKEN, TWILIO_AUTH_TOKEN_NEXT } = environment.values;
  try {
    return [TWILIO_AUTH_TOKEN, TWILIO_AUTH_TOKEN_NEXT].some(
      (token) => token !== undefined && validateRequest(token, signature, url, fields),
    );
  } catch {
    return false; // An address that the SDK cannot read was never signed.
  }
}

/** Undefined for what no form can be, and for a value sent twice: the SDK signs it once, so that anybody could add it. */

function readFields(form: unknown): Record<string, string | string[]> | undefined {
  if (form === null || typeof form !== 'object') return undefined;
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(form)) {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every((each) => typeof each === 'string') || new Set(list).size < list.length) return undefined;
    fields[name] = Array.isArray(value) ? list : (list[0] ?? '');
  }
  return fields;
}

function withoutFragment(path: string): string {
  const at = path.indexOf('#');
  return at < 0 ? path : path.slice(0, at);
}
