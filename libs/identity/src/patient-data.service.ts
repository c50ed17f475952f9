import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Events } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { LegalHolds } from './legal-holds.service';
import { ParticularsReader } from './particulars';
import type { Particulars } from './particulars';
import { PersonalData } from './personal-data';
import type { TableData } from './personal-data';

export interface PatientExport {
  readonly patientId: string;
  readonly exportedAt: string;
  /** Table → its rows about the patient, as they are stored. */
  readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

export interface Erasure {
  readonly patientId: string;
  /** Table → rows. */
  readonly deleted: Readonly<Record<string, number>>;
  readonly pseudonymised: Readonly<Record<string, number>>;
  /** Table → why its rows stay. */
  readonly kept: Readonly<Record<string, string>>;
}

const GIVEN = `(SELECT $2::uuid[] AS patients, $3::text[] AS numbers, $4::uuid[] AS conversations) given`;

/** Everything the product holds of one patient, in all rooms: shown, or let go. */
@Injectable()
export class PatientData {
  constructor(
    private readonly personal: PersonalData,
    private readonly particulars: ParticularsReader,
    private readonly holds: LegalHolds,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError `not_found`. */
  async export(patientId: string): Promise<PatientExport> {
    return this.database.transaction(async () => {
      const about = await this.about(patientId);
      const data: Record<string, Record<string, unknown>[]> = {};
      for (const { table, ofPatient } of this.tables()) {
        const rows = await this.database.query<{ row: Record<string, unknown> }>(
          `SELECT to_jsonb(t) - 'clinic_id' AS row FROM ${table} t, ${GIVEN} WHERE t.clinic_id = $1 AND (${ofPatient})`,
          this.parameters(about),
        );
        if (rows.length > 0) data[table] = rows.map(({ row }) => row);
      }
      await this.audit.record({ action: 'patient.export', subject: { kind: 'patient', id: patientId } });
      return { patientId, exportedAt: new Date().toISOString(), data };
    });
  }

  /**
   * Deletes what tells of the patient and pseudonymises what the clinic's history needs, in one transaction.
   * @throws AppError `not_found`; `conflict` under legal hold, or while an appointment is still to come.
   */
  async erase(patientId: string): Promise<Erasure> {
    return this.database.transaction(async () => {
      const about = await this.about(patientId);
      await this.requireFree(about);
      const deleted: Record<string, number> = {};
      const pseudonymised: Record<string, number> = {};
      const kept: Record<string, string> = {};
      for (const { table, ofPatient, erase } of this.tables()) {
        if (typeof erase === 'object' && 'keep' in erase) {
          kept[table] = erase.keep;
          continue;
        }
        const change =
          typeof erase === 'object'
            ? `UPDATE ${table} t SET ${erase.set} FROM ${GIVEN}`
            : `DELETE FROM ${table} t USING ${GIVEN}`;
        const rows = await this.database.query(
          `${change} WHERE t.clinic_id = $1 AND (${ofPatient}) RETURNING 1`,
          this.parameters(about),
        );
        if (rows.length > 0) (typeof erase === 'object' ? pseudonymised : deleted)[table] = rows.length;
      }
      await this.audit.record({
        action: 'patient.erase',
        subject: { kind: 'patient', id: patientId },
        details: { deleted, pseudonymised },
      });
      await this.events.emit('PatientErased', { patientId });
      return { patientId, deleted, pseudonymised, kept };
    });
  }

  /** Patients whom a legal hold may name. @throws AppError `not_found`. */
  async about(patientId: string): Promise<Particulars> {
    const about = await this.particulars.of([patientId], false);
    if (about.patients.length === 0) throw AppError.notFound('patient');
    return about;
  }

  private async requireFree(about: Particulars): Promise<void> {
    const held = await this.holds.patients();
    if (about.patients.some((patient) => held.includes(patient))) {
      throw new AppError('conflict', 'The patient is under legal hold: nothing may be erased.');
    }
    const busy = await this.database.query(this.personal.subject.busy, [this.scope.clinicId(), about.patients]);
    if (busy.length > 0) throw new AppError('conflict', 'The patient has an appointment to come: cancel it first.');
  }

  private tables(): readonly (TableData & { ofPatient: string })[] {
    return this.personal
      .tables()
      .filter((table): table is TableData & { ofPatient: string } => table.ofPatient !== undefined);
  }

  private parameters({ patients, numbers, conversations }: Particulars): unknown[] {
    return [this.scope.clinicId(), patients, numbers, conversations];
  }
}
