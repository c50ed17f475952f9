import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from '../permissions';

/** A key of another system; the secret is shown once and kept as its hash. */
@Entity('api_keys')
@Index('api_keys_hash_key', ['clinicId', 'keyHash'], { unique: true })
@Check('api_keys_rate_check', 'requests_per_minute BETWEEN 1 AND 1000000')
export class ApiKey {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** First characters of the key, for people to tell keys apart. */
  @Column('text') prefix: string;
  /** SHA-256 of the key (256 random bits), hex. */
  @Column('text') keyHash: string;
  @Column('text', { array: true }) scopes: Scope[];
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  /** Networks it may come from; empty: from anywhere. */
  @Column('cidr', { array: true, default: [] }) allowedAddresses: string[];
  @Column('integer', { nullable: true }) requestsPerMinute: number | null;
}
