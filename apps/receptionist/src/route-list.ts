import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const lists = new WeakMap<object, Set<string>>();

/** Notes every route as the router learns it, whoever registers it. Must run before the first one. */
export function listRoutes(server: FastifyInstance): void {
  const routes = new Set<string>();
  lists.set(server, routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.add(`${one} ${url}`);
  });
}

/** Every route of a listening product, as `GET /api/v1/slots`: what the security matrix is held against. */
export function routesOf(app: NestFastifyApplication): string[] {
  return [...(lists.get(app.getHttpAdapter().getInstance()) ?? [])].sort();
}
