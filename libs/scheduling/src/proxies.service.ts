import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Clock, Database, Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import type { ProxyRelation } from './entities/patient.entity';
import { nameFault, phoneFault, tidyName } from './patient-fields';
import { PatientsRepository } from './patients.repository';
import { dayOf } from './wall-time';

export interface NewProxy {
  readonly name: string;
  readonly relation: ProxyRelation;
  /** E.164. */
  readonly phone?: string | null;
  /** When the proxy is a patient of the clinic as well. */
  readonly proxyPatientId?: string | null;
  /** May book, move and cancel; false when absent: may be told, no more. */
  readonly mayAct?: boolean;
  /** Last day it holds, YYYY-MM-DD. */
  readonly validUntil?: string | null;
}

export interface ProxyView {
  readonly id: string;
  readonly name: string;
  readonly relation: ProxyRelation;
  readonly phone: string | null;
  readonly proxyPatientId: string | null;
  readonly mayAct: boolean;
  readonly validUntil: string | null;
}

const MOST = 20;
const VIEW = `id, name, relation, phone, proxy_patient_id AS "proxyPatientId", may_act AS "mayAct", valid_until::text AS "validUntil"`;

/** Who may speak for a patient: parents and guardians, and whoever a patient named. */
@Injectable()
export class ProxiesService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly patients: PatientsRepository,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError `not_found` for no such patient. */
  async list(patientId: string): Promise<ProxyView[]> {
    if ((await this.patients.find(patientId)) === undefined) throw AppError.notFound('patient');
    return this.database.query<ProxyView>(
      `SELECT ${VIEW} FROM patient_proxies WHERE clinic_id = $1 AND patient_id = $2 ORDER BY created_at, id`,
      [this.scope.clinicId(), patientId],
    );
  }

  /** @throws AppError `not_found` for no such patient, `validation_failed` naming a wrong field. */
  async add(patientId: string, proxy: NewProxy): Promise<ProxyView> {
    await this.check(patientId, proxy);
    return this.database.transaction(async () => {
      if ((await this.patients.lock([patientId])).length === 0) throw AppError.notFound('patient');
      if ((await this.list(patientId)).length >= MOST) {
        throw new AppError('conflict', `A patient has at most ${MOST} proxies.`);
      }
      const [row] = await this.database.query<ProxyView>(
        `INSERT INTO patient_proxies (clinic_id, id, patient_id, name, relation, phone, proxy_patient_id, may_act, valid_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${VIEW}`,
        [
          this.scope.clinicId(),
          randomUUID(),
          patientId,
          tidyName(proxy.name),
          proxy.relation,
          proxy.phone ?? null,
          proxy.proxyPatientId ?? null,
          proxy.mayAct ?? false,
          proxy.validUntil ?? null,
        ],
      );
      if (row === undefined) throw new Error('A proxy was inserted and gave no row.');
      await this.told(patientId, row.id, 'add_proxy');
      return row;
    });
  }

  /** Removing one that is gone is no mistake. @throws AppError `not_found` for no such patient. */
  async remove(patientId: string, proxyId: string): Promise<void> {
    await this.database.transaction(async () => {
      if ((await this.patients.lock([patientId])).length === 0) throw AppError.notFound('patient');
      const gone = await this.database.query(
        `DELETE FROM patient_proxies WHERE clinic_id = $1 AND patient_id = $2 AND id = $3 RETURNING id`,
        [this.scope.clinicId(), patientId, proxyId],
      );
      if (gone.length > 0) await this.told(patientId, proxyId, 'remove_proxy');
    });
  }

  /** The patients that whoever has this number may act for today; which of them is meant must still be asked. */
  async actsFor(phone: string): Promise<{ readonly patientId: string; readonly relation: ProxyRelation }[]> {
    const today = dayOf(this.clock.now(), await this.zone.timezone());
    return this.database.query(
      `SELECT x.patient_id AS "patientId", x.relation FROM patient_proxies x
         JOIN patients p ON p.clinic_id = x.clinic_id AND p.id = x.patient_id AND p.merged_into_id IS NULL
        WHERE x.clinic_id = $1 AND x.phone = $2 AND x.may_act AND (x.valid_until IS NULL OR x.valid_until >= $3::date)
        ORDER BY x.created_at, x.id`,
      [this.scope.clinicId(), phone, today],
      'proxies-acting',
    );
  }

  private async check(patientId: string, { name, phone, proxyPatientId }: NewProxy): Promise<void> {
    const faultOfName = nameFault(name);
    if (faultOfName !== undefined) throw AppError.field('name', faultOfName);
    const faultOfPhone = phone === undefined || phone === null ? undefined : phoneFault(phone);
    if (faultOfPhone !== undefined) throw AppError.field('phone', faultOfPhone);
    if (proxyPatientId === undefined || proxyPatientId === null) return;
    if (proxyPatientId === patientId) throw AppError.field('proxyPatientId', 'is the patient');
    if ((await this.patients.find(proxyPatientId)) === undefined) {
      throw AppError.field('proxyPatientId', 'is not a patient of this clinic');
    }
  }

  private async told(patientId: string, proxyId: string, verb: string): Promise<void> {
    await this.events.emit('PatientChanged', { patientId, fields: ['proxies'] });
    await this.audit.record({
      action: `patient.${verb}`,
      subject: { kind: 'patient', id: patientId },
      details: { proxyId },
    });
  }
}
