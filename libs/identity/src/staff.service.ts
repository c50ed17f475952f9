import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { OneTimeLinks } from './one-time-links.service';
import type { LinkKind, MadeLink } from './one-time-links.service';
import { Operator } from './operator';
import { passwordHash, refuseWeakPassword } from './passwords';
import type { Role } from './permissions';
import type { Principal } from './principal';
import { SecondFactorsService } from './second-factors.service';
import { SessionsService } from './sessions.service';
import { StaffRepository } from './staff.repository';
import type { StaffView } from './staff.repository';

export interface StaffChange {
  readonly name?: string;
  readonly role?: Role;
  /** True closes the account and signs it out; false opens it again. */
  readonly closed?: boolean;
}

/** The people who work at a clinic. Owners are handled by owners alone; one of them always stays. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly repository: StaffRepository,
    private readonly links: OneTimeLinks,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactorsService,
    private readonly operator: Operator,
    private readonly audit: AuditService,
  ) {}

  /** Makes the first administrator of a clinic, its owner, or renews its password. An email signs in to one clinic. */
  async ensureAdministrator(clinicId: string, email: string, password: string): Promise<void> {
    const address = email.trim().toLowerCase();
    const hashed = await passwordHash(password);
    await this.scope.run(clinicId, () =>
      this.database.transaction(async () => {
        if (!(await this.repository.claimEmail(address))) return;
        await this.repository.insert({ email: address, name: 'Administrator', role: 'owner' });
        const member = await this.repository.findOpen(address);
        if (member !== undefined) await this.repository.setPassword(member.id, hashed);
      }),
    );
  }

  async list(limit: number, cursor?: string): Promise<StaffView[]> {
    return this.repository.list(limit, cursor);
  }

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<StaffView> {
    const member = await this.repository.find(id);
    if (member === undefined) throw AppError.notFound('member of staff');
    return member;
  }

  /** @throws AppError `conflict` when the clinic has somebody of this email, `forbidden` for a role one may not give. */
  async invite(
    by: Principal,
    invitation: { email: string; name: string; role: Role },
  ): Promise<{ id: string } & MadeLink> {
    const member = { ...invitation, email: invitation.email.trim().toLowerCase() };
    mayHandle(by, member.role);
    // Whoever got the operator's email invited here would become the operator.
    if (this.operator.is(member.email)) throw new AppError('conflict', 'This email cannot be invited.');
    const id = await this.database.transaction(async () => {
      const made = await this.repository.insert(member);
      if (made === undefined) throw new AppError('conflict', 'Somebody of this email works here already.');
      const details = { role: member.role };
      await this.audit.record({ action: 'staff.invite', subject: { kind: 'staff', id: made }, details });
      return made;
    });
    return { id, ...(await this.links.make('invitation', { ...member, id })) };
  }

  /** @throws AppError `conflict` when they have come already. */
  async inviteAgain(by: Principal, id: string): Promise<MadeLink> {
    const member = await this.handled(by, id);
    if (member.status !== 'invited') throw new AppError('conflict', 'Only who has not come yet is invited again.');
    await this.audit.record({ action: 'staff.invite', subject: { kind: 'staff', id } });
    return this.links.make('invitation', member);
  }

  async resetPassword(by: Principal, id: string): Promise<MadeLink> {
    const member = await this.handled(by, id, 'others');
    if (member.status !== 'active') throw new AppError('conflict', 'Only an active account has a password to reset.');
    await this.audit.record({ action: 'staff.password_reset_link', subject: { kind: 'staff', id } });
    return this.links.make('password_reset', member);
  }

  /** The link's owner sets a password and is active from then on. @throws AppError `unauthenticated`, `validation_failed`, `conflict`. */
  async acceptInvitation(token: string, password: string, ip: string): Promise<void> {
    await this.byLink({ kind: 'invitation', token, password, ip }, async (member) => {
      if (!(await this.repository.claimEmail(member.email))) {
        throw new AppError('conflict', 'This email signs in to another clinic already.');
      }
      await this.audit.record({ action: 'staff.invitation_accepted', subject: { kind: 'staff', id: member.id } });
    });
  }

  /** Sets a new password and signs out everywhere. The second factor stays. @throws as `acceptInvitation`. */
  async acceptPasswordReset(token: string, password: string, ip: string): Promise<void> {
    await this.byLink({ kind: 'password_reset', token, password, ip }, async (member) => {
      await this.audit.record({ action: 'staff.password_reset', subject: { kind: 'staff', id: member.id } });
      await this.sessions.end(member.id);
    });
  }

  /** One's own password; every other session ends. */
  async setPassword(principal: Principal, password: string): Promise<void> {
    const { email } = await this.get(principal.id);
    refuseWeakPassword(password, email, 'newPassword');
    const hashed = await passwordHash(password);
    await this.database.transaction(async () => {
      await this.repository.setPassword(principal.id, hashed);
      await this.links.end('password_reset', principal.id);
      await this.audit.record({ action: 'staff.password', subject: { kind: 'staff', id: principal.id } });
      await this.sessions.end(principal.id, { but: principal.sessionId });
    });
  }

  /** @throws AppError `conflict` for the last owner, `forbidden` for oneself or beyond one's own right. */
  async change(by: Principal, id: string, change: StaffChange): Promise<StaffView> {
    if (change.role !== undefined) mayHandle(by, change.role);
    if (by.id === id && (change.role !== undefined || change.closed === true)) {
      throw new AppError('forbidden', 'Nobody changes their own role or closes their own account.');
    }
    return this.database.transaction(async () => {
      const owners = await this.repository.lockOwners();
      await this.handled(by, id);
      const leaves = change.closed === true || (change.role !== undefined && change.role !== 'owner');
      if (leaves && owners.length === 1 && owners[0] === id)
        throw new AppError('conflict', 'A clinic keeps one owner.');
      await this.repository.change(id, change);
      await this.audit.record({
        action: 'staff.change',
        subject: { kind: 'staff', id },
        details: { fields: Object.keys(change), role: change.role, closed: change.closed },
      });
      if (change.closed === true) await this.close(id);
      else this.sessions.refreshRights(id);
      return this.get(id);
    });
  }

  async signOut(by: Principal, id: string): Promise<number> {
    await this.handled(by, id);
    return this.sessions.end(id);
  }

  async unlock(by: Principal, id: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.handled(by, id);
      await this.repository.forgiveTries(id, false);
      await this.audit.record({ action: 'staff.unlock', subject: { kind: 'staff', id } });
    });
  }

  /** For who has lost the authenticator and the recovery codes. */
  async removeSecondFactor(by: Principal, id: string): Promise<void> {
    await this.handled(by, id, 'others');
    await this.secondFactors.remove(id);
  }

  private async close(id: string): Promise<void> {
    await this.links.end('invitation', id);
    await this.links.end('password_reset', id);
    await this.sessions.end(id);
  }

  /** A member of the scope's clinic whom `by` may handle. @throws AppError `not_found`, `forbidden`. */
  private async handled(by: Principal, id: string, who: 'anybody' | 'others' = 'anybody'): Promise<StaffView> {
    const member = await this.get(id);
    mayHandle(by, member.role);
    // A stolen access token must not be enough to replace its owner's password or second factor.
    if (who === 'others' && by.id === id)
      throw new AppError('forbidden', 'This is for others; change your own sign-in.');
    return member;
  }

  /** Uses a link up and sets the password it is for, as its owner. */
  private async byLink(by: LinkUse, then: (member: StaffView) => Promise<void>): Promise<void> {
    const { clinicId, staffId } = await this.links.ownerOf(by.kind, by.token);
    const hashed = await passwordHash(by.password);
    const work = () =>
      this.database.transaction(async () => {
        await this.links.use(by.kind, by.token);
        const member = await this.get(staffId);
        refuseWeakPassword(by.password, member.email);
        await this.repository.setPassword(member.id, hashed);
        await then(member);
      });
    await this.scope.run(clinicId, work, { kind: 'staff', id: staffId, channel: 'rest', ip: by.ip });
  }
}

interface LinkUse {
  readonly kind: LinkKind;
  readonly token: string;
  readonly password: string;
  readonly ip: string;
}

function mayHandle(by: Principal, role: Role): void {
  if (role === 'owner' && !by.permissions.includes('staff:owners')) {
    throw new AppError('forbidden', 'Owners are handled by owners alone.');
  }
}
