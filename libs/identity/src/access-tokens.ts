import { Injectable } from '@nestjs/common';
import { Secrets } from '@clinicall/platform';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { SCOPES } from './permissions';
import type { Scope } from './permissions';

/** Seconds an access token lives. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const NAME = 'clinicall';
const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), sub: z.uuid(), clinic: z.uuid(), sid: z.uuid(), exp: z.number() }),
  z.object({
    kind: z.literal('api_key'),
    sub: z.uuid(),
    clinic: z.uuid(),
    scopes: z.array(z.enum(SCOPES)),
    exp: z.number(),
  }),
]);

/** What a live token of ours says: whose it is, never what they may do; that is looked up. `exp` in seconds. */
export type AccessClaims = z.infer<typeof claims>;

/** Short access tokens: JWT, HS256 (RFC 7519), real time whatever the clinic's clock says. */
@Injectable()
export class AccessTokens {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.key('access-token');
  }

  issueToStaff(staff: { id: string; clinicId: string; sessionId: string }): Promise<string> {
    return this.sign(staff.id, { kind: 'staff', clinic: staff.clinicId, sid: staff.sessionId });
  }

  issueToKey(key: { id: string; clinicId: string; scopes: readonly Scope[] }): Promise<string> {
    return this.sign(key.id, { kind: 'api_key', clinic: key.clinicId, scopes: key.scopes });
  }

  /** Undefined for anything but a live token of ours. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'], issuer: NAME, audience: NAME });
      return claims.safeParse(payload).data;
    } catch {
      return undefined;
    }
  }

  private sign(subject: string, payload: Record<string, unknown>): Promise<string> {
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setIssuer(NAME)
      .setAudience(NAME)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(this.key);
  }
}
