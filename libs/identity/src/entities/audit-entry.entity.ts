import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did or read what, on whom, when, from where, with what outcome. Append-only for the application's role. */
@Entity('audit_entries')
@Index('audit_entries_at_idx', ['clinicId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at: Date;
  /** staff, api_key, patient, agent or system. */
  @Column('text') actorKind: string;
  @Column('text') actorId: string;
  /** A verb on a thing, such as appointment.cancel. */
  @Column('text') action: string;
  @Column('text', { nullable: true }) subjectKind: string | null;
  @Column('text', { nullable: true }) subjectId: string | null;
  /** done, refused or failed. */
  @Column('text') outcome: string;
  /** Ids, codes and counts only. */
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
}
