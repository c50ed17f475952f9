import { Injectable } from '@nestjs/common';
import { foldName } from '@clinicall/language';
import { AppError, Clock, Database, Events, requireVersion } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import { birthFault, nameFault, phoneFault, tidyName } from './patient-fields';
import { PatientsRepository } from './patients.repository';
import type { PatientView } from './patients.repository';
import { PatientsService } from './patients.service';
import { dayOf } from './wall-time';

/** What stays absent stays as it is. */
export interface PatientChanges {
  readonly name?: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth?: string;
  /** E.164; all of them, the one for texts first. */
  readonly phones?: readonly string[];
  /** BCP 47. */
  readonly language?: string | null;
  /** May be texted and called about visits. */
  readonly contactConsent?: boolean;
}

/** Corrects a patient's particulars. */
@Injectable()
export class PatientUpdates {
  constructor(
    private readonly patients: PatientsRepository,
    private readonly views: PatientsService,
    private readonly database: Database,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /**
   * @throws AppError `not_found` (a record that was merged away does not change), `precondition_failed` when it is not at
   * the version asked for, `validation_failed` naming a wrong field.
   */
  async update(id: string, changes: PatientChanges, version?: number): Promise<PatientView> {
    await this.check(changes);
    return this.database.transaction(async () => {
      if ((await this.patients.lock([id])).length === 0) throw AppError.notFound('patient');
      const before = await this.views.get(id);
      requireVersion(version, before.version);
      const fields = Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]));
      if (fields.length === 0) return before;
      const name = changes.name === undefined ? undefined : tidyName(changes.name);
      await this.patients.update(id, { ...changes, name, nameKey: name === undefined ? undefined : foldName(name) });
      if (changes.phones !== undefined) await this.patients.replacePhones(id, changes.phones);
      await this.events.emit('PatientChanged', { patientId: id, fields });
      await this.audit.record({ action: 'patient.change', subject: { kind: 'patient', id }, details: { fields } });
      return this.views.get(id);
    });
  }

  private async check({ name, dateOfBirth, phones = [] }: PatientChanges): Promise<void> {
    const today = dayOf(this.clock.now(), await this.zone.timezone());
    const faults: [string, string | undefined][] = [
      ['name', name === undefined ? undefined : nameFault(name)],
      ['dateOfBirth', dateOfBirth === undefined ? undefined : birthFault(dateOfBirth, today)],
      ...phones.map((phone, index): [string, string | undefined] => [`phones[${index}]`, phoneFault(phone)]),
    ];
    for (const [field, fault] of faults) if (fault !== undefined) throw AppError.field(field, fault);
  }
}
