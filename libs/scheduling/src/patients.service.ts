import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { foldName } from '@clinicall/language';
import { AppError, Clock, Database } from '@clinicall/platform';
import { AuditService, TasksService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import { likelySame, onlyMatch } from './name-match';
import { birthFault, nameFault, phoneFault, tidyName } from './patient-fields';
import { matchPatients } from './patient-match';
import type { Matching, SaidPatient } from './patient-match';
import { PatientsRepository } from './patients.repository';
import type { PatientFilter, PatientRow, PatientView } from './patients.repository';
import { dayOf } from './wall-time';

export interface NewPatient {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** E.164. */
  readonly phone?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
}

const MOST_CANDIDATES = 100;

/** `code_needed`: name and birth date are one patient's, but the number is not: a code sent to `phone` must come back. */
export type Identification =
  | { readonly ok: true; readonly patient: PatientView }
  | { readonly ok: false; readonly reason: 'no_match' | 'ambiguous' }
  | { readonly ok: false; readonly reason: 'code_needed'; readonly patientId: string; readonly phone: string };

/** The clinic's patients, and the rule by which somebody is taken for one of them. */
@Injectable()
export class PatientsService {
  constructor(
    private readonly patients: PatientsRepository,
    private readonly database: Database,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
    private readonly tasks: TasksService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Makes a record, always a new one: somebody who resembles a known patient becomes a task for staff to merge and
   * learns nothing of the other record. @throws AppError `validation_failed` naming the field under `path`.
   */
  async register(patient: NewPatient, path = ''): Promise<PatientView> {
    await this.check(patient, path);
    const name = tidyName(patient.name);
    const phones = patient.phone === undefined || patient.phone === null ? [] : [patient.phone];
    const language = patient.language ?? null;
    const record = {
      id: randomUUID(),
      name,
      nameKey: foldName(name),
      dateOfBirth: patient.dateOfBirth,
      phones,
      language,
    };
    await this.database.transaction(async () => {
      const twins = await this.twinsOf(record);
      await this.patients.insert([record]);
      await this.audit.record({ action: 'patient.register', subject: { kind: 'patient', id: record.id } });
      if (twins.length > 0) {
        await this.tasks.open(
          'merge_patients',
          { patientIds: [record.id, ...twins.map((twin) => twin.id)] },
          { patientId: record.id },
        );
      }
    });
    return viewOf({ ...record, phone: phones[0] ?? null, contactConsent: true, mergedIntoId: null, version: 1 });
  }

  /**
   * Identified means: full name and birth date are exactly one patient's, and that patient has this number
   * (docs/security.md). Names may be a little off, dates may not; a tie is never guessed.
   */
  async identify(who: {
    name: string;
    dateOfBirth: string;
    phone?: string | null;
    /** Patients whom whoever has this number may act for (ProxiesService.actsFor); asked for in the same round trip. */
    actsFor?: Promise<readonly string[]>;
  }): Promise<Identification> {
    const { phone: number = null } = who;
    const [born, actsFor = []] = await Promise.all([this.patients.bornOn(who.dateOfBirth), who.actsFor]);
    const withNumber = born.filter(
      (patient) => (number !== null && patient.phones.includes(number)) || actsFor.includes(patient.id),
    );
    const near = onlyMatch(who.name, withNumber);
    if (near.match !== undefined) return { ok: true, patient: viewOf(near.match) };
    if (near.ambiguous) return { ok: false, reason: 'ambiguous' };
    const anywhere = onlyMatch(who.name, born);
    if (anywhere.match === undefined) return { ok: false, reason: anywhere.ambiguous ? 'ambiguous' : 'no_match' };
    const { id, phone } = anywhere.match;
    return phone === null
      ? { ok: false, reason: 'no_match' }
      : { ok: false, reason: 'code_needed', patientId: id, phone };
  }

  /** For callers trusted with the clinic's data: the patient that these particulars surely name, else a new record. */
  async matchOrRegister(patient: NewPatient, path = ''): Promise<PatientView> {
    await this.check(patient, path);
    const found = await this.identify(patient);
    return found.ok ? found.patient : this.register(patient, path);
  }

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<PatientView> {
    const patient = await this.patients.find(id);
    if (patient === undefined) throw AppError.notFound('patient');
    return viewOf(patient);
  }

  /** Who is meant by imperfect particulars, among all who share the date, the number or the name. */
  async match(said: SaidPatient): Promise<Matching<PatientView>> {
    const { name, dateOfBirth, phone } = said;
    const found = [
      ...(dateOfBirth === undefined || dateOfBirth === null ? [] : await this.patients.bornOn(dateOfBirth)),
      ...(phone === undefined || phone === null ? [] : await this.patients.list({ phone, limit: MOST_CANDIDATES })),
      ...(await this.patients.list({ nameKey: foldName(tidyName(name)), limit: MOST_CANDIDATES })),
    ];
    const unique = [...new Map(found.map((patient) => [patient.id, viewOf(patient)])).values()];
    return matchPatients(said, unique);
  }

  /** A record and those merged into it: whose conversations and audit are this patient's history. */
  async idsOf(id: string): Promise<string[]> {
    return this.patients.idsOf(id);
  }

  /** The record that stands for one that was merged away; undefined when that one stands itself or never was. */
  async standsFor(id: string): Promise<string | undefined> {
    return this.patients.mergedInto(id);
  }

  /** By name; `last` goes into the next call's `after`. */
  async list(filter: PatientFilter): Promise<{ items: PatientView[]; last?: { nameKey: string; id: string } }> {
    const rows = await this.patients.list({ ...filter, limit: filter.limit + 1 });
    const page = rows.slice(0, filter.limit);
    const end = page.at(-1);
    const more = rows.length > filter.limit && end !== undefined;
    return { items: page.map(viewOf), ...(more ? { last: { nameKey: end.nameKey, id: end.id } } : {}) };
  }

  private async check(patient: NewPatient, path: string): Promise<void> {
    const today = dayOf(this.clock.now(), await this.zone.timezone());
    const faults = {
      name: nameFault(patient.name),
      dateOfBirth: birthFault(patient.dateOfBirth, today),
      phone: patient.phone === undefined || patient.phone === null ? undefined : phoneFault(patient.phone),
    };
    for (const [field, fault] of Object.entries(faults))
      if (fault !== undefined) throw AppError.field(`${path}${field}`, fault);
  }

  private async twinsOf(record: {
    name: string;
    nameKey: string;
    dateOfBirth: string;
    phones: readonly string[];
  }): Promise<PatientRow[]> {
    const [phone] = record.phones;
    const born = await this.patients.bornOn(record.dateOfBirth);
    const reached = phone === undefined ? [] : await this.patients.list({ phone, limit: 50 });
    const sameDay = born.filter((other) =>
      likelySame(
        record.name,
        other.name,
        other.phones.some((one) => record.phones.includes(one)),
      ),
    );
    const slipped = reached.filter(
      (other) => other.nameKey === record.nameKey && other.dateOfBirth !== record.dateOfBirth,
    );
    return [...sameDay, ...slipped];
  }
}

function viewOf(patient: PatientView): PatientView {
  const { id, name, dateOfBirth, phone, phones, language, contactConsent, mergedIntoId, version } = patient;
  return { id, name, dateOfBirth, phone, phones, language, contactConsent, mergedIntoId, version };
}
