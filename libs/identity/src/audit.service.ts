import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface AuditRecord {
  /** A verb on a thing: appointment.cancel, patient.read. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly outcome?: 'done' | 'refused' | 'failed';
  /** Ids, codes and counts; never words or numbers of patients. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the act's own transaction: no act without its row, no row without its act. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async record(record: AuditRecord): Promise<void> {
    const actor = this.scope.actor();
    await this.database.query(
      `INSERT INTO audit_entries (clinic_id, id, actor_kind, actor_id, action, subject_kind, subject_id, outcome, details, channel, ip)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        this.scope.clinicId(),
        randomUUID(),
        actor.kind,
        actor.id,
        record.action,
        record.subject?.kind ?? null,
        record.subject?.id ?? null,
        record.outcome ?? 'done',
        JSON.stringify(record.details ?? {}),
        actor.channel ?? 'internal',
        actor.ip ?? null,
      ],
      'audit.record',
    );
  }
}
