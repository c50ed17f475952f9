import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person must do (FHIR Task): call back, a message taken, a likely twin to merge, an orphaned booking. */
@Entity('tasks')
@Index('tasks_open_idx', ['clinicId', 'status', 'openedAt'])
@Index('tasks_wish_key', ['clinicId', 'conversationId', 'wish'], {
  unique: true,
  where: `wish IS NOT NULL AND status = 'requested'`,
})
export class Task {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** call_back, message, merge_patients, orphaned_booking, emergency, delivery_failed … */
  @Column('text') kind: string;
  /** requested or completed (FHIR task-status). */
  @Column('text', { default: 'requested' }) status: string;
  @Column('uuid', { nullable: true }) patientId: string | null;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  /** What the person needs to know; patients' words may stand here, so it is read under audit. */
  @Column('jsonb', { default: {} }) data: Record<string, unknown>;
  @Column('timestamptz', { default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('text', { nullable: true }) resolvedBy: string | null;
  /** Who has taken it on; null while anybody may. */
  @Column('text', { nullable: true }) claimedBy: string | null;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  /** What stands once for a conversation, while it is open; null for what may stand more often. */
  @Column('text', { nullable: true }) wish: string | null;
}
