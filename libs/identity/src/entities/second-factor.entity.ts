import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Staff } from './staff.entity';

/** An authenticator app (TOTP, RFC 6238) of a member of staff; asked for once it is confirmed. */
@Entity('staff_second_factors')
@ForeignKey(() => Staff, ['clinicId', 'staffId'], ['clinicId', 'id'])
export class StaffSecondFactor {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') staffId: string;
  /** Sealed (sealed-secrets.ts). */
  @Column('text') secret: string;
  /** The last 30-second step a code was taken for: no code works twice. */
  @Column('bigint', { default: 0 }) lastStep: string;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** For who has lost the authenticator: ten codes, each of which works once. */
@Entity('staff_recovery_codes')
@ForeignKey(() => Staff, ['clinicId', 'staffId'], ['clinicId', 'id'])
export class StaffRecoveryCode {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') staffId: string;
  /** SHA-256 (80 random bits), hex. */
  @PrimaryColumn('text') codeHash: string;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

/** The hospital's own OpenID provider, at which its staff may sign in. */
@Entity('sign_in_providers')
export class SignInProvider {
  @PrimaryColumn('uuid') clinicId: string;
  @Column('text') issuer: string;
  @Column('text') clientId: string;
  /** Sealed. */
  @Column('text') clientSecret: string;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}
