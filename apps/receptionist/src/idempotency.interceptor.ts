import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, Idempotency, IN_ONE_TRANSACTION, SAFE_TO_REPEAT } from '@clinicall/platform';
import type { KeyUse, StoredAnswer } from '@clinicall/platform';
import type { RequestWithPrincipal } from '@clinicall/identity';
import { HoldTokens } from '@clinicall/scheduling';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { gather, restored } from './binary-answer';
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

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly use: KeyUse;
  /** Does no harm when it is asked again. */
  readonly isRepeatable: boolean;
  readonly run: () => Promise<unknown>;
}

/** Honours Idempotency-Key on every POST behind the guard: same key and body, same answer; refusals that wrote nothing free the key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly holdTokens: HoldTokens,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithPrincipal>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || request.principal === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw AppError.field('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
    }
    const { kind, id } = request.principal;
    const use = { principal: `${kind}:${id}`, key, requestHash: requestHash(request) };
    const marked = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true;
    const run = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const exchange = { request, reply, use, isRepeatable: marked(SAFE_TO_REPEAT), run };
    return from(marked(IN_ONE_TRANSACTION) ? this.whole(exchange) : this.claimed(exchange));
  }

  /** Effect and stored answer in one transaction. */
  private async whole({ request, reply, use, run }: Exchange): Promise<unknown> {
    const outcome = await this.idempotency.once(use, run, (answer) => ({
      status: reply.statusCode,
      response: withoutSecrets(answer),
    }));
    return outcome.replayed === undefined ? outcome.value : this.replay(request, reply, outcome.replayed);
  }

  /** A route that awaits the world outside: the key is claimed before and the answer stored after. */
  private async claimed({ request, reply, use, isRepeatable, run }: Exchange): Promise<unknown> {
    const { principal, key } = use;
    const stored = await this.idempotency.claim(principal, key, use.requestHash);
    if (stored !== undefined) return this.replay(request, reply, stored);
    try {
      const answer = await run();
      if (answer instanceof StreamableFile) return await this.gathered(reply, use, answer);
      await this.idempotency.store(principal, key, { status: reply.statusCode, response: withoutSecrets(answer) });
      return answer;
    } catch (fault) {
      // Nothing was written by a refusal, so the key may be used again; an unknown outcome keeps it until it is stale.
      if (isRepeatable || problemOf(fault).status < 500) await this.idempotency.release(principal, key);
      throw fault;
    }
  }

  /** Sound is kept when it is short; longer sound goes on as it comes, and its key is free again. */
  private async gathered(reply: FastifyReply, { principal, key }: KeyUse, file: StreamableFile): Promise<unknown> {
    const { answer, stored } = await gather(file);
    if (stored === undefined) await this.idempotency.release(principal, key);
    else await this.idempotency.store(principal, key, { status: reply.statusCode, response: stored });
    return answer;
  }

  private replay(request: FastifyRequest, reply: FastifyReply, stored: StoredAnswer): unknown {
    void reply.status(stored.status).header('idempotency-replayed', 'true');
    return restored(this.withDerived(request, stored.response));
  }

  /** A hold's token is made again from its id; other secrets are gone for good. */
  private withDerived(request: FastifyRequest, response: unknown): unknown {
    const { id } = (response ?? {}) as { id?: unknown };
    if (request.routeOptions.url !== '/api/v1/slots/hold' || typeof id !== 'string') return response;
    return { ...(response as object), holdToken: this.holdTokens.tokenOf(id) };
  }
}

function requestHash(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
}

/** At every depth. */
function withoutSecrets(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutSecrets);
  if (answer === null || typeof answer !== 'object' || answer instanceof Date) return answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name, value]) => !SECRETS.has(name) || (value !== null && typeof value === 'object'))
      .map(([name, value]) => [name, withoutSecrets(value)]),
  );
}
