import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Network } from '../network';
import { decodeForm } from '../signature';
import { refusals, TwilioError } from '../twilio-errors';

export const API_PREFIX = '/2010-04-01/Accounts/:account';

/** Everything under /2010-04-01: Basic authentication, form bodies, Twilio's error bodies, and the faults of tests. */
export function guardAccount(app: FastifyInstance, network: Network): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, decodeForm(String(body))),
  );
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, {}));
  app.addHook('onRequest', async (request) => {
    const { accountSid, authToken } = network.environment;
    if (!sameSecret(request.headers.authorization ?? '', basic(accountSid, authToken))) throw refusals.authenticate();
    const { account } = request.params as { account?: string };
    if (account !== accountSid) throw refusals.notFound(pathOf(request));
    await applyFaults(network);
  });
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? request.url;
}

export function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  const given = (error as { statusCode?: number }).statusCode ?? 500;
  const known = error instanceof TwilioError ? error : new TwilioError(20001, 'The request could not be read', given);
  if (known.status === 401) void reply.header('WWW-Authenticate', 'Basic realm="Twilio API"');
  return reply.code(known.status).type('application/json').send(known.body());
}

async function applyFaults(network: Network): Promise<void> {
  const { restDelayMs } = network.faults.settings;
  if (restDelayMs > 0) await sleep(restDelayMs);
  const status = network.faults.takeRestFault();
  if (status === null) return;
  throw status === 429 ? refusals.tooMany() : new TwilioError(20500, 'Internal Server Error', status);
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
