import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../permissions';

/** A person who works at the clinic and signs in. */
@Entity('staff')
@Index('staff_email_key', ['clinicId', 'email'], { unique: true })
export class Staff {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** Lower case. */
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  /** argon2id, PHC string. */
  @Column('text') passwordHash: string;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** One link of a chain of refresh tokens; using a link twice ends the whole family. */
@Entity('refresh_tokens')
@Index('refresh_tokens_hash_key', ['clinicId', 'tokenHash'], { unique: true })
export class RefreshToken {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') staffId: string;
  @Column('uuid') familyId: string;
  /** SHA-256 of the token, hex. */
  @Column('text') tokenHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
