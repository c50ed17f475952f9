import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** A control request that cannot be read: 400 with a sentence. */
export function badRequest(message: string): Error & { statusCode: number } {
  return Object.assign(new Error(message), { statusCode: 400 });
}

export function bodyOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('a JSON object is needed');
  return body as Record<string, unknown>;
}

export function textField(body: Record<string, unknown>, name: string, fallback: string): string {
  const value = body[name];
  if (value === undefined) return fallback;
  if (typeof value !== 'string') throw badRequest(`${name} must be a string`);
  return value;
}

const OWN_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The control routes have no password, so a web page from elsewhere must not reach them through the browser of whoever
 * runs this: neither by a foreign Origin nor by a name of its own that resolves to this machine.
 */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const host = headers.host ?? '';
  const { origin } = headers;
  const sameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  return sameOrigin && OWN_HOSTS.includes(host.replace(/:\d+$/, ''));
}

export function refuseStrangers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (isOwnPage(request.headers)) return Promise.resolve();
    throw Object.assign(new Error('Only pages of this carrier may ask'), { statusCode: 403 });
  });
}
