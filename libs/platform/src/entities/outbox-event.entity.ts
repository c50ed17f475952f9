import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event as it was written beside its change; kept after delivery for the audit of what was told to whom. */
@Entity('outbox')
export class OutboxEvent {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') type: string;
  @Column('smallint') version: number;
  @Column('timestamptz') occurredAt: Date;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('smallint', { default: 0 }) attempts: number;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
}

/** The dispatcher's pointer: which clinic has an event waiting, and nothing of what it says. */
@Entity('outbox_pending', { schema: 'directory' })
@Index('outbox_pending_position_idx', ['position'])
export class OutboxPending {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') eventId: string;
  @Column('bigint', { generated: 'increment' }) position: string;
}

/** An answer kept under its Idempotency-Key; `response` never holds a secret. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid') clinicId: string;
  /** Who used the key: keys of different callers never meet. */
  @PrimaryColumn('text') principal: string;
  @PrimaryColumn('text') key: string;
  /** SHA-256 of method, path and body, hex. */
  @Column('text') requestHash: string;
  /** HTTP status of the stored answer; null while the first request is under way. */
  @Column('smallint', { nullable: true }) status: number | null;
  @Column('jsonb', { nullable: true }) response: unknown;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
