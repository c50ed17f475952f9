import type { FastifyInstance } from 'fastify';

const model = { id: 'clinicall-dialogue', object: 'model', created: 1_767_225_600, owned_by: 'clinicall' } as const;

/** GET /v1/models and /v1/models/{id}. Any name is accepted in requests; this is the one that is really there. */
export function modelRoutes(app: FastifyInstance): void {
  app.get('/v1/models', () => ({ object: 'list', data: [model] }));
  app.get<{ Params: { id: string } }>('/v1/models/:id', (request) => ({ ...model, id: request.params.id }));
}
