import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@clinicall/platform';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

const KIB = 1024;
/** Bytes a body may have: what a stranger can make us read and parse before anybody has looked at a token. */
const BODY_LIMIT = 64 * KIB;
/** Levels of objects and lists in a body; our deepest has five. */
const MOST_LEVELS = 20;
/** A whole clinic comes in one body. */
const LARGE_BODIES: ReadonlyMap<string, number> = new Map([['/api/v1/import', 1024 * KIB]]);
/** Bytes of all headers together (431 beyond); a bearer token has at most 4 KiB. */
const HEADER_LIMIT = 16 * KIB;
/** More headers than this are not read; our largest caller, Twilio behind a proxy, sends about 20. */
const MOST_HEADERS = 100;
/** A client that dribbles its headers is cut off (408) after this, one that dribbles its body after `REQUEST_MS`. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 30_000;
/** How often connections are looked at for the two above. */
const LOOK_MS = 1_000;
/** Longer than the idle time of the usual load balancers (60 s), so that they close first. */
const KEEP_ALIVE_MS = 72_000;
/** Open connections of this instance, sockets included; the next one is closed unread. */
const MOST_CONNECTIONS = 5_000;

/** How much of this process one peer may take before it is known; no forwarded address is believed. */
export const SERVER_OPTIONS = {
  bodyLimit: BODY_LIMIT,
  trustProxy: false,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: HEADERS_MS, connectionsCheckingInterval: LOOK_MS },
} satisfies FastifyServerOptions & { http: object };

/** Must run before the first route is registered. */
export function allowLargeBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = LARGE_BODIES.get(route.url);
    if (limit !== undefined) route.bodyLimit = limit;
  });
}

/** Validation walks a body by calling itself: one that is nested without end would exhaust the stack and be our fault (500). */
export function refuseDeepBodies(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    if (isDeeper(request.body, MOST_LEVELS))
      done(AppError.field('body', `must not have more than ${MOST_LEVELS} levels`));
    else done();
  });
}

function isDeeper(body: unknown, levels: number): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? membersOf(value) : []));
  }
  return false;
}

const membersOf = (value: object): unknown[] => Object.values(value);

export function limitConnections(app: NestFastifyApplication): void {
  const server = app.getHttpServer();
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = MOST_HEADERS;
}
