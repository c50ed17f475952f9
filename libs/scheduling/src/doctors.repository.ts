import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface DoctorView {
  readonly id: string;
  readonly name: string;
  readonly specialty: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly acceptsNewPatients: boolean;
}

export interface SpecialtyView {
  readonly id: string;
  readonly name: string;
}

export interface VisitTypeView {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
}

export interface NewDoctor {
  readonly id: string;
  readonly name: string;
  readonly specialtyId: string;
  readonly languages: readonly string[];
}

/** Who works at the clinic, in which fields, for which visits. */
@Injectable()
export class DoctorsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async active(): Promise<DoctorView[]> {
    return this.database.query<DoctorView>(
      `SELECT d.id, d.name, sp.name AS specialty, d.languages, d.accepts_new_patients AS "acceptsNewPatients"
         FROM doctors d JOIN specialties sp ON sp.clinic_id = d.clinic_id AND sp.id = d.specialty_id
        WHERE d.clinic_id = $1 AND d.active ORDER BY d.name, d.id`,
      [this.scope.clinicId()],
    );
  }

  async specialties(): Promise<SpecialtyView[]> {
    return this.database.query('SELECT id, name FROM specialties WHERE clinic_id = $1 ORDER BY name', [
      this.scope.clinicId(),
    ]);
  }

  async visitTypes(): Promise<VisitTypeView[]> {
    return this.database.query(
      'SELECT id, name, minutes FROM visit_types WHERE clinic_id = $1 AND active ORDER BY name',
      [this.scope.clinicId()],
    );
  }

  /** @returns the id of each name, those that were there and those made now. */
  async ensureSpecialties(names: readonly string[]): Promise<Map<string, string>> {
    const clinicId = this.scope.clinicId();
    await this.database.query(
      `INSERT INTO specialties (clinic_id, id, name) SELECT $1, * FROM unnest($2::uuid[], $3::text[]) ON CONFLICT DO NOTHING`,
      [clinicId, names.map(() => randomUUID()), names],
    );
    const rows = await this.database.query<SpecialtyView>(
      'SELECT id, name FROM specialties WHERE clinic_id = $1 AND name = ANY($2)',
      [clinicId, names],
    );
    return new Map(rows.map((row) => [row.name, row.id]));
  }

  async ensureVisitTypes(types: readonly { name: string; minutes: number }[]): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_types (clinic_id, id, name, minutes) SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::smallint[])
       ON CONFLICT DO NOTHING`,
      [
        this.scope.clinicId(),
        types.map(() => randomUUID()),
        types.map((type) => type.name),
        types.map((type) => type.minutes),
      ],
    );
  }

  async insert(doctors: readonly NewDoctor[]): Promise<void> {
    await this.database.query(
      `INSERT INTO doctors (clinic_id, id, name, specialty_id, languages)
       SELECT $1, id, name, "specialtyId", ARRAY(SELECT jsonb_array_elements_text(languages))
         FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, name text, "specialtyId" uuid, languages jsonb)`,
      [this.scope.clinicId(), JSON.stringify(doctors)],
    );
  }
}
