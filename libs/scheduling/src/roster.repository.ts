import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface LockedDoctor {
  readonly id: string;
  readonly name: string;
  readonly specialtyId: string;
  readonly languages: readonly string[];
  readonly active: boolean;
  readonly acceptsNewPatients: boolean;
  readonly version: number;
}

/** A visit that a doctor gives; minutes null: the visit type's own. */
export interface OwnVisit {
  readonly visitTypeId: string;
  readonly minutes: number | null;
}

export interface DoctorDetail {
  readonly id: string;
  readonly name: string;
  readonly specialty: string;
  readonly languages: readonly string[];
  readonly acceptsNewPatients: boolean;
  readonly active: boolean;
  readonly version: number;
  /** Null: every visit type, at its own length. */
  readonly visitTypes: readonly { readonly id: string; readonly name: string; readonly minutes: number }[] | null;
}

export interface VisitTypeDetail {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly active: boolean;
  readonly version: number;
}

/** The writing of doctors and visit types. */
@Injectable()
export class RosterRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async doctor(id: string): Promise<DoctorDetail | undefined> {
    const [row] = await this.database.query<DoctorDetail>(
      `SELECT d.id, d.name, sp.name AS specialty, d.languages, d.accepts_new_patients AS "acceptsNewPatients", d.active, d.version,
              (SELECT json_agg(json_build_object('id', v.id, 'name', v.name, 'minutes', COALESCE(own.minutes, v.minutes)) ORDER BY v.name)
                 FROM doctor_visit_types own JOIN visit_types v ON v.clinic_id = own.clinic_id AND v.id = own.visit_type_id
                WHERE own.clinic_id = $1 AND own.doctor_id = d.id) AS "visitTypes"
         FROM doctors d JOIN specialties sp ON sp.clinic_id = d.clinic_id AND sp.id = d.specialty_id
        WHERE d.clinic_id = $1 AND d.id = $2`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** See SlotRowsRepository.lockDoctors. */
  async lockDoctor(id: string): Promise<LockedDoctor | undefined> {
    const [row] = await this.database.query<LockedDoctor>(
      `SELECT id, name, specialty_id AS "specialtyId", languages, active, accepts_new_patients AS "acceptsNewPatients", version
         FROM doctors WHERE clinic_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  async saveDoctor(doctor: Omit<LockedDoctor, 'version'>): Promise<void> {
    await this.database.query(
      `INSERT INTO doctors (clinic_id, id, name, specialty_id, languages, active, accepts_new_patients)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (clinic_id, id) DO UPDATE SET name = excluded.name, specialty_id = excluded.specialty_id,
         languages = excluded.languages, active = excluded.active, accepts_new_patients = excluded.accepts_new_patients,
         version = doctors.version + 1`,
      [
        this.scope.clinicId(),
        doctor.id,
        doctor.name,
        doctor.specialtyId,
        doctor.languages,
        doctor.active,
        doctor.acceptsNewPatients,
      ],
    );
  }

  /** Replaces which visits the doctor gives; none: all. */
  async setVisits(doctorId: string, visits: readonly OwnVisit[]): Promise<void> {
    const clinicId = this.scope.clinicId();
    await this.database.query('DELETE FROM doctor_visit_types WHERE clinic_id = $1 AND doctor_id = $2', [
      clinicId,
      doctorId,
    ]);
    await this.database.query(
      `INSERT INTO doctor_visit_types (clinic_id, doctor_id, visit_type_id, minutes)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::smallint[])`,
      [clinicId, doctorId, visits.map((one) => one.visitTypeId), visits.map((one) => one.minutes)],
    );
  }

  async visitType(id: string, lock = false): Promise<VisitTypeDetail | undefined> {
    const [row] = await this.database.query<VisitTypeDetail>(
      `SELECT id, name, minutes, active, version FROM visit_types WHERE clinic_id = $1 AND id = $2 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** Undefined: the name is taken. */
  async addVisitType(name: string, minutes: number): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO visit_types (clinic_id, id, name, minutes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), name, minutes],
    );
    return row?.id;
  }

  async changeVisitType({ id, name, minutes, active }: Omit<VisitTypeDetail, 'version'>): Promise<void> {
    await this.database.query(
      `UPDATE visit_types SET name = $3, minutes = $4, active = $5, version = version + 1 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, name, minutes, active],
    );
  }
}
