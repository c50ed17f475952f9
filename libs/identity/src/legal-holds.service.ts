import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';

export interface LegalHoldView {
  readonly patientId: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

/** Patients of whom nothing may be let go: neither by retention nor by erasure. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. */
  async list(): Promise<LegalHoldView[]> {
    return this.database.query<LegalHoldView>(
      `SELECT patient_id AS "patientId", reason, placed_by AS "placedBy", placed_at AS "placedAt"
         FROM legal_holds WHERE clinic_id = $1 ORDER BY placed_at DESC, patient_id`,
      [this.scope.clinicId()],
    );
  }

  /** Placing it again changes the reason. */
  async place(patientId: string, reason: string): Promise<LegalHoldView> {
    return this.database.transaction(async () => {
      const [hold] = await this.database.query<LegalHoldView>(
        `INSERT INTO legal_holds (clinic_id, patient_id, reason, placed_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (clinic_id, patient_id) DO UPDATE SET reason = excluded.reason
         RETURNING patient_id AS "patientId", reason, placed_by AS "placedBy", placed_at AS "placedAt"`,
        [this.scope.clinicId(), patientId, reason, this.scope.actor().id],
      );
      if (hold === undefined) throw AppError.notFound('legal hold');
      await this.audit.record({ action: 'legal_hold.place', subject: { kind: 'patient', id: patientId } });
      return hold;
    });
  }

  /** @throws AppError `not_found`. */
  async lift(patientId: string): Promise<void> {
    await this.database.transaction(async () => {
      const lifted = await this.database.query(
        'DELETE FROM legal_holds WHERE clinic_id = $1 AND patient_id = $2 RETURNING patient_id',
        [this.scope.clinicId(), patientId],
      );
      if (lifted.length === 0) throw AppError.notFound('legal hold');
      await this.audit.record({ action: 'legal_hold.lift', subject: { kind: 'patient', id: patientId } });
    });
  }

  async patients(): Promise<string[]> {
    return (await this.list()).map((hold) => hold.patientId);
  }
}
