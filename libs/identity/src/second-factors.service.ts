import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { Secret, TOTP } from 'otpauth';
import { AuditService } from './audit.service';
import { SealedSecrets } from './sealed-secrets';
import { secretHash } from './secret-hash';

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;

interface FactorRow {
  readonly secret: string;
  readonly lastStep: string;
  readonly confirmed: boolean;
}

/** Codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s) and the recovery codes beside them. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly sealed: SealedSecrets,
    private readonly audit: AuditService,
  ) {}

  /** Makes a secret that counts once a code of it was shown. @throws AppError `conflict` when one is in use. */
  async begin(staffId: string, email: string): Promise<{ secret: string; otpauthUrl: string }> {
    const secret = new Secret({ size: 20 }).base32;
    const made = await this.database.query(
      `INSERT INTO staff_second_factors (clinic_id, staff_id, secret) VALUES ($1, $2, $3)
       ON CONFLICT (clinic_id, staff_id) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = now()
         WHERE staff_second_factors.confirmed_at IS NULL RETURNING staff_id`,
      [this.scope.clinicId(), staffId, this.sealed.seal(secret, this.place(staffId))],
    );
    if (made.length === 0) throw new AppError('conflict', 'A second factor is in use; remove it first.');
    return { secret, otpauthUrl: totp(secret, email).toString() };
  }

  /** Turns the factor on with its first code. @returns recovery codes, shown this once. */
  async confirm(staffId: string, code: string): Promise<string[]> {
    return this.database.transaction(async () => {
      const factor = await this.find(staffId);
      if (factor === undefined || factor.confirmed)
        throw new AppError('conflict', 'No second factor waits for its code.');
      if (!(await this.takeCode(staffId, factor, code))) throw AppError.field('code', 'is not the code of now');
      await this.database.query(
        'UPDATE staff_second_factors SET confirmed_at = clock_timestamp() WHERE clinic_id = $1 AND staff_id = $2',
        [this.scope.clinicId(), staffId],
      );
      await this.audit.record({ action: 'second_factor.on', subject: { kind: 'staff', id: staffId } });
      return this.writeRecoveryCodes(staffId);
    });
  }

  async inUse(staffId: string): Promise<boolean> {
    return (await this.find(staffId))?.confirmed === true;
  }

  /** Takes an authenticator code or a recovery code, once. False when it is neither, or was used. */
  async take(staffId: string, code: string): Promise<boolean> {
    const factor = await this.find(staffId);
    if (factor?.confirmed !== true) return false;
    return /^\d{6}$/.test(code) ? this.takeCode(staffId, factor, code) : this.takeRecoveryCode(staffId, code);
  }

  /** New recovery codes; the old ones end. */
  async renewRecoveryCodes(staffId: string): Promise<string[]> {
    return this.database.transaction(async () => {
      if (!(await this.inUse(staffId))) throw new AppError('conflict', 'There is no second factor in use.');
      await this.audit.record({ action: 'second_factor.recovery_codes', subject: { kind: 'staff', id: staffId } });
      return this.writeRecoveryCodes(staffId);
    });
  }

  async remove(staffId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(
        `WITH codes AS (DELETE FROM staff_recovery_codes WHERE clinic_id = $1 AND staff_id = $2)
         DELETE FROM staff_second_factors WHERE clinic_id = $1 AND staff_id = $2`,
        [this.scope.clinicId(), staffId],
      );
      await this.audit.record({ action: 'second_factor.off', subject: { kind: 'staff', id: staffId } });
    });
  }

  async recoveryCodesLeft(staffId: string): Promise<number> {
    const [row] = await this.database.query<{ left: number }>(
      'SELECT count(*)::int AS left FROM staff_recovery_codes WHERE clinic_id = $1 AND staff_id = $2 AND used_at IS NULL',
      [this.scope.clinicId(), staffId],
    );
    return row?.left ?? 0;
  }

  private async find(staffId: string): Promise<FactorRow | undefined> {
    const [row] = await this.database.query<FactorRow>(
      `SELECT secret, last_step AS "lastStep", confirmed_at IS NOT NULL AS confirmed FROM staff_second_factors
        WHERE clinic_id = $1 AND staff_id = $2`,
      [this.scope.clinicId(), staffId],
    );
    return row;
  }

  /** One step before and after now counts; a step that was used does not (RFC 6238 section 5.2). */
  private async takeCode(staffId: string, factor: FactorRow, code: string): Promise<boolean> {
    const now = Date.now();
    const secret = this.sealed.open(factor.secret, this.place(staffId));
    const offset = totp(secret).validate({ token: code, timestamp: now, window: 1 });
    if (offset === null) return false;
    const taken = await this.database.query(
      'UPDATE staff_second_factors SET last_step = $3 WHERE clinic_id = $1 AND staff_id = $2 AND last_step < $3 RETURNING staff_id',
      [this.scope.clinicId(), staffId, Math.floor(now / 1000 / PERIOD_SECONDS) + offset],
    );
    return taken.length > 0;
  }

  private async takeRecoveryCode(staffId: string, code: string): Promise<boolean> {
    const taken = await this.database.query(
      `UPDATE staff_recovery_codes SET used_at = clock_timestamp()
        WHERE clinic_id = $1 AND staff_id = $2 AND code_hash = $3 AND used_at IS NULL RETURNING code_hash`,
      [this.scope.clinicId(), staffId, secretHash(plainCode(code))],
    );
    if (taken.length > 0) {
      await this.audit.record({ action: 'second_factor.recovery_code_used', subject: { kind: 'staff', id: staffId } });
    }
    return taken.length > 0;
  }

  private async writeRecoveryCodes(staffId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.database.query('DELETE FROM staff_recovery_codes WHERE clinic_id = $1 AND staff_id = $2', [
      this.scope.clinicId(),
      staffId,
    ]);
    await this.database.query(
      `INSERT INTO staff_recovery_codes (clinic_id, staff_id, code_hash) SELECT $1, $2, unnest($3::text[])`,
      [this.scope.clinicId(), staffId, codes.map((code) => secretHash(plainCode(code)))],
    );
    return codes;
  }

  private place(staffId: string): string {
    return `totp:${this.scope.clinicId()}:${staffId}`;
  }
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Clinicall', label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret });
}

/** 80 random bits in base32, in groups of four. */
function newRecoveryCode(): string {
  const text = new Secret({ buffer: Uint8Array.from(randomBytes(10)).buffer }).base32.toLowerCase();
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

const plainCode = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');
