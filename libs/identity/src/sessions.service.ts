import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { AuditService } from './audit.service';
import { Operator } from './operator';
import { ROLE_PERMISSIONS } from './permissions';
import type { Principal } from './principal';
import { newSecret, secretHash } from './secret-hash';
import { SessionsRepository } from './sessions.repository';
import type { SessionView } from './sessions.repository';
import { VerifiedTokens } from './verified-tokens';

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds the access token lives. */
  readonly expiresIn: number;
}

/** Seconds in which a browser that comes back from the hospital's provider must fetch its session. */
const HANDOVER_SECONDS = 60;

/** Sign-ins as they live on: access tokens, refresh tokens that rotate (one used twice was stolen), signing out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly repository: SessionsRepository,
    private readonly accessTokens: AccessTokens,
    private readonly verified: VerifiedTokens,
    private readonly operator: Operator,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction of the sign-in that was right. */
  async open(staffId: string, method: SessionView['method']): Promise<Session> {
    const sessionId = randomUUID();
    await this.repository.insert(sessionId, staffId, method);
    return this.extend(sessionId, staffId);
  }

  /** As `open`, but gives only a refresh token that must be used within a minute. */
  async openForHandover(staffId: string): Promise<string> {
    const sessionId = randomUUID();
    const refreshToken = newSecret('rt_');
    await this.repository.insert(sessionId, staffId, 'oidc');
    await this.repository.addLink(sessionId, staffId, secretHash(refreshToken), HANDOVER_SECONDS);
    return refreshToken;
  }

  /** @throws AppError `unauthenticated` for an unknown, expired or already used token. */
  async refresh(refreshToken: string): Promise<Session> {
    const tokenHash = secretHash(refreshToken);
    const clinicId = await this.repository.clinicOf(tokenHash);
    const session =
      clinicId === undefined
        ? undefined
        : await this.scope.run(clinicId, () => this.database.transaction(() => this.rotate(tokenHash)));
    if (session === undefined) throw new AppError('unauthenticated', 'This refresh token is not valid.');
    return session;
  }

  /** Who an access token of this session stands for now; undefined when the session has ended. */
  async principal(clinicId: string, sessionId: string, staffId: string): Promise<Principal | undefined> {
    const owner = await this.scope.run(clinicId, () => this.repository.owner(sessionId, staffId));
    if (owner === undefined) return undefined;
    const permissions = ROLE_PERMISSIONS[owner.role];
    return { kind: 'staff', id: staffId, clinicId, permissions, operator: this.operator.is(owner.email), sessionId };
  }

  async list(staffId: string): Promise<SessionView[]> {
    return this.repository.listLive(staffId);
  }

  /** Signs out: one session, all but one, or all. Joins the caller's transaction. @returns how many ended. */
  async end(staffId: string, which: { only?: string; but?: string } = {}): Promise<number> {
    return this.database.transaction(async () => {
      const count = await this.repository.end(staffId, which);
      if (count > 0) {
        await this.audit.record({ action: 'session.end', subject: { kind: 'staff', id: staffId }, details: { count } });
        this.database.afterCommit(() => this.verified.forget(staffId));
      }
      return count;
    });
  }

  /** After a change of role: tokens are asked about again. */
  refreshRights(staffId: string): void {
    this.database.afterCommit(() => this.verified.forget(staffId));
  }

  private async rotate(tokenHash: string): Promise<Session | undefined> {
    const link = await this.repository.useLink(tokenHash);
    if (link === undefined) return undefined;
    const { staffId, sessionId } = link;
    if (link.used) {
      await this.audit.record({ action: 'session.reuse', subject: { kind: 'staff', id: staffId }, outcome: 'refused' });
      await this.end(staffId, { only: sessionId });
      return undefined;
    }
    if ((await this.repository.owner(sessionId, staffId)) === undefined) return undefined;
    return this.extend(sessionId, staffId);
  }

  private async extend(sessionId: string, staffId: string): Promise<Session> {
    const refreshToken = newSecret('rt_');
    await this.repository.addLink(sessionId, staffId, secretHash(refreshToken));
    const accessToken = await this.accessTokens.issueToStaff({
      id: staffId,
      clinicId: this.scope.clinicId(),
      sessionId,
    });
    return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
