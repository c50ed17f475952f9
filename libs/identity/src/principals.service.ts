import { Injectable } from '@nestjs/common';
import { AccessTokens } from './access-tokens';
import { ApiKeysService } from './api-keys.service';
import type { Principal } from './principal';
import { secretHash } from './secret-hash';
import { SessionsService } from './sessions.service';
import { VerifiedTokens } from './verified-tokens';

/** Who stands behind a bearer token: a signed-in member of staff, or an API key by itself or by its OAuth token. */
@Injectable()
export class PrincipalsService {
  constructor(
    private readonly verified: VerifiedTokens,
    private readonly accessTokens: AccessTokens,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  /** Undefined for a token that is unknown, over, signed out or revoked. */
  async of(token: string): Promise<Principal | undefined> {
    const hash = secretHash(token);
    const known = this.verified.find(hash);
    if (known !== undefined) return known;
    if (ApiKeysService.looksLikeKey(token)) return this.keep(hash, await this.apiKeys.verify(token));
    const claims = await this.accessTokens.verify(token);
    if (claims === undefined) return undefined;
    const principal =
      claims.kind === 'staff'
        ? await this.sessions.principal(claims.clinic, claims.sid, claims.sub)
        : await this.apiKeys.principal(claims.clinic, claims.sub, claims.scopes);
    return this.keep(hash, principal, claims.exp * 1000);
  }

  private keep(hash: string, principal: Principal | undefined, endsAt = Infinity): Principal | undefined {
    const keyEndsAt = principal?.bounds?.endsAt ?? Infinity;
    if (principal !== undefined) this.verified.keep(hash, principal, Math.min(endsAt, keyEndsAt));
    return principal;
  }
}
