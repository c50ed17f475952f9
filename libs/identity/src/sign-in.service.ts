import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { isPassword } from './passwords';
import { SecondFactorsService } from './second-factors.service';
import { SessionsService } from './sessions.service';
import type { Session } from './sessions.service';
import { StaffRepository } from './staff.repository';
import type { Credentials } from './staff.repository';

/** Whether a password, or the code beside it, was right; the answer to the outside is the same for every no but the last. */
type Verdict = 'right' | 'wrong' | 'code_missing' | 'code_wrong';

/** From an email and a password, and a code where a second factor is in use, to a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly staff: StaffRepository,
    private readonly secondFactors: SecondFactorsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes as long, and says the same, for an unknown, a closed and a locked account and for a wrong password.
   * @throws AppError `unauthenticated`; with the member `secondFactor` when the password was right and a code is needed.
   */
  async signIn(email: string, password: string, code?: string, ip?: string): Promise<Session> {
    const address = email.trim().toLowerCase();
    const clinicId = await this.staff.clinicOf(address);
    if (clinicId === undefined) {
      await isPassword(undefined, password);
      throw refusal('wrong');
    }
    const account = await this.scope.run(clinicId, () => this.staff.takeTry({ email: address }));
    const right = await isPassword(account?.passwordHash, password);
    if (account === undefined) throw refusal('wrong');
    return this.scope.run(clinicId, () => (right ? this.enter(account, code) : this.refuse(account, 'wrong')), {
      kind: 'staff',
      id: account.id,
      channel: 'rest',
      ip,
    });
  }

  /** For acts that ask again who it is. @throws AppError `validation_failed` naming `field`, `rate_limited` when locked. */
  async confirmPassword(staffId: string, password: string, field = 'password'): Promise<void> {
    const account = await this.staff.takeTry({ id: staffId });
    if (account === undefined)
      throw new AppError('rate_limited', 'Too many tries; wait a quarter of an hour.', { retryAfter: 900 });
    if (!(await isPassword(account.passwordHash, password))) throw AppError.field(field, 'is not your password');
    await this.staff.forgiveTries(staffId, false);
  }

  /** The second factor and the session in one transaction: a code is used up exactly when it opened one. */
  private async enter(account: Credentials, code: string | undefined): Promise<Session> {
    const outcome = await this.database.transaction(async () => {
      const verdict = await this.judgeCode(account.id, code);
      if (verdict !== 'right') return verdict;
      await this.staff.forgiveTries(account.id, true);
      await this.audit.record({ action: 'staff.sign_in', subject: { kind: 'staff', id: account.id } });
      return this.sessions.open(account.id, 'password');
    });
    return typeof outcome === 'string' ? this.refuse(account, outcome) : outcome;
  }

  private async judgeCode(staffId: string, code: string | undefined): Promise<Verdict> {
    if (!(await this.secondFactors.inUse(staffId))) return 'right';
    if (code === undefined) return 'code_missing';
    return (await this.secondFactors.take(staffId, code)) ? 'right' : 'code_wrong';
  }

  private async refuse(account: Credentials, verdict: Verdict): Promise<never> {
    const subject = { kind: 'staff', id: account.id };
    await this.audit.record({ action: 'staff.sign_in', subject, outcome: 'refused', details: { verdict } });
    if (account.locked) await this.audit.record({ action: 'staff.locked', subject });
    throw refusal(verdict);
  }
}

function refusal(verdict: Verdict): AppError {
  if (verdict === 'code_missing') {
    return new AppError('unauthenticated', 'The code of your authenticator is needed as well.', {
      secondFactor: 'totp',
    });
  }
  if (verdict === 'code_wrong') {
    return new AppError('unauthenticated', 'The code is wrong or was used before.', { secondFactor: 'totp' });
  }
  return new AppError('unauthenticated', 'Email or password is wrong, or the account is locked for a while.');
}
