import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { AppError, Idempotency } from '@clinicall/platform';
import type { RequestWithPrincipal } from '@clinicall/identity';
import { HoldTokens } from '@clinicall/scheduling';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { problemOf } from './problem.filter';

const KEY = /^[\x21-\x7e]{1,255}$/;
/** Members of an answer that are secrets: shown the first time, never stored. */
const SECRETS = new Set([
  'key',
  'holdToken',
  'apiKey',
  'accessToken',
  'refreshToken',
  'link',
  'secret',
  'otpauthUrl',
  'recoveryCodes',
]);

/** Honours Idempotency-Key on every POST behind the guard: same key and body, same answer; refusals that wrote nothing free the key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly holdTokens: HoldTokens,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithPrincipal>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || request.principal === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw AppError.field('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
    }
    return from(this.once(request, context.switchToHttp().getResponse<FastifyReply>(), key, next));
  }

  /** A hold's token is made again from its id; other secrets are gone for good. */
  private withDerived(request: FastifyRequest, response: unknown): unknown {
    const { id } = (response ?? {}) as { id?: unknown };
    if (request.routeOptions.url !== '/api/v1/slots/hold' || typeof id !== 'string') return response;
    return { ...(response as object), holdToken: this.holdTokens.tokenOf(id) };
  }

  private async once(
    request: FastifyRequest & RequestWithPrincipal,
    reply: FastifyReply,
    key: string,
    next: CallHandler,
  ): Promise<unknown> {
    const principal = `${request.principal?.kind ?? ''}:${request.principal?.id ?? ''}`;
    const stored = await this.idempotency.claim(principal, key, requestHash(request));
    if (stored !== undefined) {
      void reply.status(stored.status).header('idempotency-replayed', 'true');
      return this.withDerived(request, stored.response);
    }
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.idempotency.store(principal, key, { status: reply.statusCode, response: withoutSecrets(answer) });
      return answer;
    } catch (fault) {
      // Nothing was written by a refusal, so the key may be used again; an unknown outcome keeps it until it is stale.
      if (problemOf(fault).status < 500) await this.idempotency.release(principal, key);
      throw fault;
    }
  }
}

function requestHash(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
}

function withoutSecrets(answer: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !SECRETS.has(name)));
}
