import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { AppError, Logger, sqlState } from '@clinicall/platform';
import type { ProblemCode } from '@clinicall/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** RFC 9457 problem details, with the stable code of docs/errors.md. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [member: string]: unknown;
}

const STATUS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  hold_not_yours: { status: 403, title: 'The hold belongs to somebody else' },
  not_found: { status: 404, title: 'Not found' },
  slot_taken: { status: 409, title: 'The time is taken' },
  hold_expired: { status: 409, title: 'The hold has ended' },
  patient_busy: { status: 409, title: 'The patient has another appointment then' },
  conflict: { status: 409, title: 'In conflict with what is there' },
  idempotency_in_flight: { status: 409, title: 'The first request is still under way' },
  precondition_failed: { status: 412, title: 'Changed meanwhile' },
  payload_too_large: { status: 413, title: 'Too large' },
  past_time: { status: 422, title: 'The time has passed' },
  idempotency_key_reused: { status: 422, title: 'The key was used for something else' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available now' },
  bad_environment: { status: 500, title: 'Fault' },
  no_clinic: { status: 500, title: 'Fault' },
  internal: { status: 500, title: 'Fault' },
};

/** The doors that a signature opens. */
const CARRIER_ROUTE = /^\/api\/v1\/(voice|sms)\//;

/** SQLSTATEs that say the database is busy or away, not that the request is wrong. */
const DATABASE_AWAY = new Set(['57P01', '57P02', '57P03', '53300', '08006', '08001', '40001', '40P01']);

/** The one place where faults become HTTP. Bodies never hold a stack, a statement or a patient's data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      this.logger.error('a socket handler failed', { error: fault });
      return;
    }
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(fault);
    if (problem.status >= 500) {
      const route = http.getRequest<FastifyRequest>().routeOptions.url;
      this.logger.error('a request failed', { route, code: problem.code, error: fault });
    }
    if (reply.sent) return;
    if (problem.status < 429 && CARRIER_ROUTE.test(http.getRequest<FastifyRequest>().routeOptions.url ?? '')) {
      // Could not even be read, so it is no request of the carrier's (its own faults end in TwilioFaultFilter): as for any stranger.
      void reply.status(403).send();
      return;
    }
    const retryAfter = problem['retryAfter'] ?? (problem.status === 503 ? 1 : undefined);
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).header('content-type', 'application/problem+json').send(problem);
  }
}

export function problemOf(fault: unknown): Problem {
  if (fault instanceof AppError) return problem(fault.code, fault.detail, fault.extra);
  if (fault instanceof HttpException) return ofHttp(fault.getStatus(), fault.message);
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status < 500) return ofHttp(status, (fault as Error).message);
  if (DATABASE_AWAY.has(sqlState(fault) ?? '') || isConnectionFault(fault)) {
    return problem('unavailable', 'The database does not answer; try again.');
  }
  return problem('internal', 'Something went wrong on our side.');
}

function problem(code: ProblemCode, detail: string, extra: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title } = STATUS[code];
  return { type: `urn:clinicall:problem:${code}`, title, status, detail, code, ...extra };
}

function ofHttp(status: number, message: string): Problem {
  if (status === 413) return problem('payload_too_large', 'The body is larger than this route takes.');
  if (status === 404) return problem('not_found', 'There is no such address.');
  if (status === 415)
    return problem('validation_failed', 'The content type is not one this route reads.', bodyError(message));
  if (status === 429) return problem('rate_limited', 'Too many requests.');
  if (status === 401) return problem('unauthenticated', 'A valid bearer token is needed.');
  if (status === 403) return problem('forbidden', 'Not allowed.');
  if (status >= 500) return problem('internal', 'Something went wrong on our side.');
  return problem('validation_failed', 'The request cannot be read.', bodyError(message));
}

const bodyError = (message: string) => ({ errors: [{ field: 'body', message: message.slice(0, 200) }] });

function isConnectionFault(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | null)?.code;
  const message = fault instanceof Error ? fault.message : '';
  return (
    (typeof code === 'string' && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P03'].includes(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  );
}
