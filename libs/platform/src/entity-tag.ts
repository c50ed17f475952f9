import { createParamDecorator, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { AppError } from './app-error';

interface Reply {
  header(name: string, value: string): unknown;
}

/** The strong ETag of one version of a row (RFC 9110 §8.8.3). */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version an If-Match header asks for; undefined when it is absent or `*`: any version will do.
 * @throws AppError `validation_failed` naming `If-Match` when it is not one ETag; `precondition_failed` for a weak
 * ETag, which never matches (RFC 9110 §13.1.1).
 */
export function versionAsked(ifMatch: string | undefined): number | undefined {
  const asked = ifMatch?.trim();
  if (asked === undefined || asked === '*') return undefined;
  if (/^W\//.test(asked)) throw stale();
  const digits = /^"(\d{1,9})"$/.exec(asked)?.[1];
  if (digits === undefined) throw AppError.field('If-Match', 'must be one ETag as an answer gave it, such as "3"');
  return Number(digits);
}

/** @throws AppError `precondition_failed` when the row is not at the version asked for. */
export function requireVersion(asked: number | undefined, current: number): void {
  if (asked !== undefined && asked !== current) throw stale();
}

function stale(): AppError {
  return new AppError('precondition_failed', 'It was changed meanwhile: read it again.');
}

/** A controller's parameter: the version that If-Match asks for, see versionAsked. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number | undefined => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  return versionAsked(headers['if-match']);
});

/** Describes the header to OpenAPI on a route whose handler takes `@IfMatch()`. */
export const TakesIfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag of the version that was read; another one there now: 412.',
  });

/** Gives every answer that has a `version` its ETag, replayed answers included. */
@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const reply = context.switchToHttp().getResponse<Reply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const version = (answer as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') reply.header('etag', entityTag(version));
        return answer;
      }),
    );
  }
}
