import { Injectable } from '@nestjs/common';
import { Secrets } from '@clinicall/platform';
import { jwtVerify, SignJWT } from 'jose';
import { ROLE_PERMISSIONS } from './permissions';
import type { Role } from './permissions';
import type { Principal } from './principal';

/** Seconds an access token lives. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** Staff's short access tokens: JWT, HS256 (RFC 7519), real time whatever the clinic's clock says. */
@Injectable()
export class AccessTokens {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.key('access-token');
  }

  async issue(staff: { id: string; clinicId: string; role: Role; operator: boolean }): Promise<string> {
    return new SignJWT({ clinic: staff.clinicId, role: staff.role, operator: staff.operator })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(staff.id)
      .setIssuer('clinicall')
      .setAudience('clinicall')
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(this.key);
  }

  /** Undefined for anything but a live token of ours. */
  async verify(token: string): Promise<Principal | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        issuer: 'clinicall',
        audience: 'clinicall',
      });
      const { sub, clinic, role, operator } = payload;
      if (typeof sub !== 'string' || typeof clinic !== 'string' || !isRole(role)) return undefined;
      return {
        kind: 'staff',
        id: sub,
        clinicId: clinic,
        permissions: ROLE_PERMISSIONS[role],
        operator: operator === true,
      };
    } catch {
      return undefined;
    }
  }
}

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(ROLE_PERMISSIONS, value);
}
