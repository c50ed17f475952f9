import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did or read what, on whom, when, from where, with what outcome. Append-only for the application's role. */
@Entity('audit_entries')
@Index('audit_entries_at_idx', ['clinicId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** Real time, whatever the clinic's clock says. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at: Date;
  /** staff, api_key, patient, agent or system. */
  @Column('text') actorKind: string;
  @Column('text') actorId: string;
  /** rest, sms, voice, or internal for the product's own jobs. */
  @Column('text', { default: 'internal' }) channel: string;
  /** Address of the request's sender, where there was one. */
  @Column('text', { nullable: true }) ip: string | null;
  /** A verb on a thing, such as appointment.cancel. */
  @Column('text') action: string;
  @Column('text', { nullable: true }) subjectKind: string | null;
  @Column('text', { nullable: true }) subjectId: string | null;
  /** done, refused or failed. */
  @Column('text') outcome: string;
  /** Ids, codes and counts only. */
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
}

/** A row's place in its clinic's hash chain. */
@Entity('audit_links')
@Index('audit_links_entry_key', ['clinicId', 'entryId'], { unique: true })
@Check('audit_links_position_check', 'position > 0')
export class AuditLink {
  @PrimaryColumn('uuid') clinicId: string;
  /** From 1, without gaps. */
  @PrimaryColumn('bigint') position: string;
  @Column('uuid') entryId: string;
  @Column('timestamptz') entryAt: Date;
  /** SHA-256 of the row, hex. */
  @Column('text') entryHash: string;
  /** SHA-256 of the previous link's hash and `entryHash`, hex. */
  @Column('text') hash: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) linkedAt: Date;
}

/** The rows up to this place of the chain were let go when their time was over; their links stay. */
@Entity('audit_purges')
export class AuditPurge {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('bigint') through: string;
  @Column('integer') entries: number;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) purgedAt: Date;
}
