import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, Logger } from '@clinicall/platform';
import { KeyRates, RateExceeded } from './key-rates';
import type { RateHeaders } from './key-rates';
import type { Permission } from './permissions';
import { PERMISSION } from './principal';
import type { Principal, RequestWithPrincipal } from './principal';
import { PrincipalsService } from './principals.service';
import { isPublicRoute } from './public-routes';
import { RefusedAccess } from './refused-access';

interface Reply {
  headers(fields: RateHeaders): unknown;
}

/** The one global guard: no token, no entry; no declared permission, no entry; a key stays inside its bounds. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: PrincipalsService,
    private readonly rates: KeyRates,
    private readonly refused: RefusedAccess,
    private readonly logger: Logger,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets prove themselves at the upgrade and at `start`
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithPrincipal>();
    if (isPublicRoute(request.method, request.routeOptions.url)) return true;
    const principal = await this.authenticate(bearerToken(request), request.ip);
    if (principal.bounds?.requestsPerMinute !== undefined) {
      await this.takeRate(principal.id, principal.bounds.requestsPerMinute, http.getResponse<Reply>());
    }
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed === undefined || !principal.permissions.includes(needed)) {
      this.logger.info('a request went beyond its token', {
        principal: `${principal.kind}:${principal.id}`,
        route: request.routeOptions.url,
      });
      await this.refused.note(principal, `${request.method} ${request.routeOptions.url ?? ''}`, request.ip);
      throw new AppError('forbidden', 'This token does not allow that.');
    }
    request.principal = principal;
    return true;
  }

  /**
   * For doors that check a token themselves (/metrics).
   * @param address where the request came from. @throws AppError `unauthenticated`, or `forbidden` from a wrong address.
   */
  async authenticate(token: string | undefined, address: string): Promise<Principal> {
    const principal = token === undefined ? undefined : await this.principals.of(token);
    if (principal === undefined) throw new AppError('unauthenticated', 'A valid bearer token is needed.');
    if (principal.bounds?.addresses?.has(address) === false) {
      this.logger.warn('an API key was used from an address it is not for', { key: principal.id });
      throw new AppError('forbidden', 'This key is not for use from this address.');
    }
    return principal;
  }

  private async takeRate(keyId: string, perMinute: number, reply: Reply): Promise<void> {
    try {
      reply.headers(await this.rates.take(keyId, perMinute));
    } catch (fault) {
      if (fault instanceof RateExceeded) reply.headers(fault.headers);
      throw fault;
    }
  }
}

export function bearerToken(request: Pick<RequestWithPrincipal, 'headers'>): string | undefined {
  const header = request.headers['authorization'];
  const match = typeof header === 'string' ? /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header) : null;
  return match?.[1];
}
