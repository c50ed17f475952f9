import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '@clinicall/platform';
import { AccessTokens } from './access-tokens';
import { ApiKeysService } from './api-keys.service';
import type { Permission } from './permissions';
import { PERMISSION } from './principal';
import type { Principal, RequestWithPrincipal } from './principal';
import { isPublicRoute } from './public-routes';

/** The one global guard: no token, no entry; no declared permission, no entry. Verifies API keys and staff tokens. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accessTokens: AccessTokens,
    private readonly apiKeys: ApiKeysService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets prove themselves at the upgrade and at `start`
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    if (isPublicRoute(request.method, request.routeOptions.url)) return true;
    const principal = await this.authenticate(bearerToken(request));
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed === undefined || !principal.permissions.includes(needed)) {
      throw new AppError('forbidden', 'This token does not allow that.');
    }
    request.principal = principal;
    return true;
  }

  /** For doors that check a token themselves (/metrics). @throws AppError `unauthenticated`. */
  async authenticate(token: string | undefined): Promise<Principal> {
    const principal = token === undefined ? undefined : await this.verify(token);
    if (principal === undefined) throw new AppError('unauthenticated', 'A valid bearer token is needed.');
    return principal;
  }

  private verify(token: string): Promise<Principal | undefined> {
    return ApiKeysService.looksLikeKey(token) ? this.apiKeys.verify(token) : this.accessTokens.verify(token);
  }
}

export function bearerToken(request: Pick<RequestWithPrincipal, 'headers'>): string | undefined {
  const header = request.headers['authorization'];
  const match = typeof header === 'string' ? /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header) : null;
  return match?.[1];
}
