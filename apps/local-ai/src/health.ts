import type { FastifyInstance } from 'fastify';
import { speechEngines } from './speech-engines';

/** GET /health: the process answers, and which speech models are in memory (chat needs none). */
export function healthRoutes(app: FastifyInstance): void {
  const engines = speechEngines(app);
  app.get('/health', () => ({ status: 'ok', speech: engines.state() }));
}
