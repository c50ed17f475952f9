import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../permissions';

/** A person who works at the clinic and signs in. */
@Entity('staff')
@Index('staff_email_key', ['clinicId', 'email'], { unique: true })
@Index('staff_oidc_subject_key', ['clinicId', 'oidcSubject'], { unique: true, where: 'oidc_subject IS NOT NULL' })
@Check('staff_role_check', `role IN ('owner', 'administrator', 'scheduler', 'clinician', 'viewer', 'auditor')`)
export class Staff {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** Lower case. */
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  /** argon2id, PHC string; none for who was invited and has not come, or signs in at the hospital's provider. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  /** Tries since the last sign-in that was right. */
  @Column('smallint', { default: 0 }) failedSignIns: number;
  @Column('timestamptz', { nullable: true }) lockedUntil: Date | null;
  @Column('timestamptz', { nullable: true }) lastSignInAt: Date | null;
  /** `sub` of the clinic's own provider, bound at the first sign-in there. */
  @Column('text', { nullable: true }) oidcSubject: string | null;
}
