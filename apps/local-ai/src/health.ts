import type { FastifyInstance } from 'fastify';

/** GET /health: the process answers. */
export function healthRoutes(app: FastifyInstance): void {
  app.get('/health', () => ({ status: 'ok' }));
}
