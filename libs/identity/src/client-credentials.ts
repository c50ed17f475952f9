import { Injectable } from '@nestjs/common';
import { ClinicScope } from '@clinicall/platform';
import { z } from 'zod';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { ApiKeysService } from './api-keys.service';
import { AuditService } from './audit.service';
import { SCOPES } from './permissions';
import type { Scope } from './permissions';

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** Codes of RFC 6749 section 5.2. */
type OAuthError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

export class OAuthRefusal extends Error {
  constructor(
    readonly error: OAuthError,
    description: string,
  ) {
    super(description);
  }
}

const formSchema = z.object({
  grant_type: z.string().max(100),
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(1000).optional(),
  scope: z.string().max(1000).optional(),
});

/** API keys as OAuth clients: the key's id is the client, the key its secret; the token does no more than the key. */
@Injectable()
export class ClientCredentials {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly accessTokens: AccessTokens,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  /** @param form the parsed body; members we do not know are ignored, as RFC 6749 wants. @throws OAuthRefusal */
  async grant(form: unknown, authorization: string | undefined, address: string): Promise<TokenAnswer> {
    const parsed = formSchema.safeParse(form);
    if (!parsed.success) throw new OAuthRefusal('invalid_request', 'grant_type is missing, or a member is not text.');
    const { grant_type, client_id, client_secret, scope } = parsed.data;
    if (grant_type !== 'client_credentials') {
      throw new OAuthRefusal('unsupported_grant_type', 'grant_type must be client_credentials.');
    }
    const client = basicCredentials(authorization) ?? { id: client_id, secret: client_secret };
    const principal = client.secret === undefined ? undefined : await this.keys.verify(client.secret);
    if (principal === undefined || principal.id !== client.id || principal.bounds?.addresses?.has(address) === false) {
      throw new OAuthRefusal('invalid_client', 'The client is unknown, or its secret is wrong.');
    }
    const { id, clinicId } = principal;
    return this.scope.run(clinicId, () => this.issue(id, scope), {
      kind: 'api_key',
      id,
      channel: 'rest',
      ip: address,
    });
  }

  private async issue(id: string, wanted: string | undefined): Promise<TokenAnswer> {
    const { scopes: held } = await this.keys.get(id);
    const scopes = wanted === undefined ? held : wanted.split(' ').filter((scope) => scope !== '');
    if (scopes.length === 0 || !scopes.every((scope): scope is Scope => held.includes(scope as Scope))) {
      throw new OAuthRefusal(
        'invalid_scope',
        `scope must be some of the key’s own, which are among: ${SCOPES.join(' ')}.`,
      );
    }
    await this.audit.record({ action: 'api_key.token', subject: { kind: 'api_key', id }, details: { scopes } });
    return {
      access_token: await this.accessTokens.issueToKey({ id, clinicId: this.scope.clinicId(), scopes }),
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      scope: scopes.join(' '),
    };
  }
}

/** HTTP Basic, with both parts form-encoded first (RFC 6749 section 2.3.1). */
function basicCredentials(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
  } catch {
    return undefined;
  }
}
