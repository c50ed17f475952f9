import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The body of every refusal, as OpenAI shapes it (ErrorResponse in its published description). */
export interface ErrorBody {
  readonly error: { message: string; type: string; param: string | null; code: string | null };
}

/** A refusal with its HTTP status. Thrown anywhere below a route; `answerErrors` writes it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly param: string | null = null,
    readonly code: string | null = null,
    readonly type = status >= 500 ? 'server_error' : 'invalid_request_error',
  ) {
    super(message);
  }

  body(): ErrorBody {
    return { error: { message: this.message, type: this.type, param: this.param, code: this.code } };
  }
}

const unreadable =
  'We could not parse the JSON body of your request. (HINT: This likely means you aren’t using your HTTP library correctly. The body must be valid JSON.)';

/** Fastify's own refusals (body not JSON, too large, wrong content type) in OpenAI's shape. */
function translate(error: FastifyError | Error): ApiError {
  if (error instanceof ApiError) return error;
  const code = 'code' in error ? error.code : '';
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError(413, 'The request body is larger than this server accepts.', null, 'request_too_large');
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiError(400, `${unreadable} Expected Content-Type application/json.`);
  }
  if (code.endsWith('JSON_BODY') || error instanceof SyntaxError) return new ApiError(400, unreadable);
  if (status < 500) return new ApiError(status, error.message);
  return new ApiError(500, 'The server had an error while processing your request.');
}

function unknownAddress(request: FastifyRequest, reply: FastifyReply, allowed: boolean): FastifyReply {
  const path = request.url.split('?')[0] ?? request.url;
  const error = allowed
    ? new ApiError(
        405,
        `Not allowed to ${request.method} on ${path}. (HINT: Perhaps you meant to use a different HTTP method?)`,
        null,
        'method_not_supported',
      )
    : new ApiError(404, `Invalid URL (${request.method} ${path})`);
  return reply.code(error.status).send(error.body());
}

/** Makes every error of this server look as OpenAI's do. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = translate(error);
    // Never the body: it holds patients' words.
    if (answer.status >= 500) request.log.error({ err: error }, 'request failed');
    return reply.code(answer.status).send(answer.body());
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? request.url;
    const known = (['GET', 'POST'] as const).some((method) => app.hasRoute({ method, url: path }));
    return unknownAddress(request, reply, known);
  });
}
