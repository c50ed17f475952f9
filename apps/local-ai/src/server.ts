import fastify, { LogController, type FastifyInstance } from 'fastify';
import { answerErrors } from './api-error';
import { chatCompletionRoutes } from './chat-completions';
import { healthRoutes } from './health';
import { modelRoutes } from './models';
import { registerSpeech } from './speech';
import { registerTranscriptions } from './transcriptions';

/** Adds one family of addresses to the server. A new one is a line in `routes`. */
export type Routes = (app: FastifyInstance) => void;

/** Everything local-ai answers. */
const everything: readonly Routes[] = [
  healthRoutes,
  modelRoutes,
  chatCompletionRoutes,
  registerTranscriptions,
  registerSpeech,
];

export interface ServerOptions {
  readonly logLevel?: 'silent' | 'info';
  /** Fewer families of addresses: a spec of chat loads no speech models. */
  readonly routes?: readonly Routes[];
}

const bodyLimitBytes = 8 * 1024 * 1024;

/** The OpenAI-compatible server, not yet listening. Any bearer token, or none, is accepted: it stands on loopback. */
export function createServer({ logLevel = 'silent', routes = everything }: ServerOptions = {}): FastifyInstance {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    logger: logLevel === 'silent' ? false : { level: logLevel },
    logController: new LogController({ disableRequestLogging: true }),
  });
  answerErrors(app);
  for (const add of routes) add(app);
  return app;
}
