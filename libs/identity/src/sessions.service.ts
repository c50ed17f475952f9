import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { AuditService } from './audit.service';
import { newSecret, secretHash } from './secret-hash';
import { StaffService } from './staff.service';
import type { StaffMember } from './staff.service';

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds the access token lives. */
  readonly expiresIn: number;
}

const REFRESH_DAYS = 14;

interface LinkRow {
  staff_id: string;
  family_id: string;
  used: boolean;
}

/** Signing in, and refresh tokens that rotate: one used twice was stolen, and ends its whole family. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly staff: StaffService,
    private readonly accessTokens: AccessTokens,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError `unauthenticated`, the same whether the email or the password is wrong. */
  async signIn(email: string, password: string): Promise<Session> {
    const member = await this.staff.signIn(email, password);
    if (member === undefined) throw new AppError('unauthenticated', 'Email or password is wrong.');
    return this.scope.run(member.clinicId, () => this.open(member, randomUUID()));
  }

  /** @throws AppError `unauthenticated` for an unknown, expired or already used token. */
  async refresh(refreshToken: string): Promise<Session> {
    const tokenHash = secretHash(refreshToken);
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.tokens WHERE token_hash = $1',
      [tokenHash],
    );
    if (route === undefined) throw new AppError('unauthenticated', 'This refresh token is not valid.');
    const session = await this.scope.run(route.clinic_id, () =>
      this.database.transaction(async () => {
        const link = await this.use(tokenHash);
        if (link === undefined) return undefined;
        return this.open(await this.staff.get(link.staff_id), link.family_id);
      }),
    );
    if (session === undefined) throw new AppError('unauthenticated', 'This refresh token is not valid.');
    return session;
  }

  private async use(tokenHash: string): Promise<LinkRow | undefined> {
    const clinicId = this.scope.clinicId();
    const [link] = await this.database.query<LinkRow>(
      `SELECT staff_id, family_id, used_at IS NOT NULL AS used FROM refresh_tokens
        WHERE clinic_id = $1 AND token_hash = $2 AND expires_at > clock_timestamp() FOR UPDATE`,
      [clinicId, tokenHash],
    );
    if (link?.used === true) {
      await this.endFamily(link);
      return undefined;
    }
    if (link !== undefined) {
      await this.database.query(
        'UPDATE refresh_tokens SET used_at = clock_timestamp() WHERE clinic_id = $1 AND token_hash = $2',
        [clinicId, tokenHash],
      );
    }
    return link;
  }

  private async endFamily(link: LinkRow): Promise<void> {
    await this.database.query(
      `WITH ended AS (DELETE FROM refresh_tokens WHERE clinic_id = $1 AND family_id = $2 RETURNING token_hash)
       DELETE FROM directory.tokens WHERE token_hash IN (SELECT token_hash FROM ended)`,
      [this.scope.clinicId(), link.family_id],
    );
    await this.audit.record({
      action: 'session.reuse',
      subject: { kind: 'staff', id: link.staff_id },
      outcome: 'refused',
    });
  }

  private async open(member: StaffMember, familyId: string): Promise<Session> {
    const refreshToken = newSecret('rt_');
    await this.database.query(
      `WITH link AS (
         INSERT INTO refresh_tokens (clinic_id, id, staff_id, family_id, token_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(days => $6)) RETURNING token_hash, clinic_id)
       INSERT INTO directory.tokens (token_hash, clinic_id) SELECT token_hash, clinic_id FROM link`,
      [member.clinicId, randomUUID(), member.id, familyId, secretHash(refreshToken), REFRESH_DAYS],
    );
    return { accessToken: await this.accessTokens.issue(member), refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
