import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Staff } from './staff.entity';

/** One sign-in of a member of staff, from the password to signing out; its access tokens live no longer than it. */
@Entity('staff_sessions')
@Index('staff_sessions_staff_idx', ['clinicId', 'staffId'])
@Check('staff_sessions_method_check', `method IN ('password', 'oidc')`)
@ForeignKey(() => Staff, ['clinicId', 'staffId'], ['clinicId', 'id'])
export class StaffSession {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') staffId: string;
  @Column('text') method: 'password' | 'oidc';
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) lastUsedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** One link of a session's chain of refresh tokens; using a link twice ends the session. */
@Entity('refresh_tokens')
@Index('refresh_tokens_hash_key', ['clinicId', 'tokenHash'], { unique: true })
@Index('refresh_tokens_family_idx', ['clinicId', 'familyId'])
export class RefreshToken {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') staffId: string;
  /** The session. */
  @Column('uuid') familyId: string;
  /** SHA-256 of the token, hex. */
  @Column('text') tokenHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** An invitation or a password reset: a link that works once, until it ends. */
@Entity('staff_links')
@Index('staff_links_hash_key', ['clinicId', 'tokenHash'], { unique: true })
@Check('staff_links_kind_check', `kind IN ('invitation', 'password_reset')`)
@ForeignKey(() => Staff, ['clinicId', 'staffId'], ['clinicId', 'id'])
export class StaffLink {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') staffId: string;
  @Column('text') kind: 'invitation' | 'password_reset';
  @Column('text') tokenHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
