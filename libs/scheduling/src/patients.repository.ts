import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface PatientView {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** The number texts go to, E.164. */
  readonly phone: string | null;
  readonly phones: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  /** May be texted and called about visits. */
  readonly contactConsent: boolean;
  /** The record this one was given up for. */
  readonly mergedIntoId: string | null;
  /** Grows with every change; the ETag. */
  readonly version: number;
}

export interface PatientRecord {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly dateOfBirth: string;
  readonly phones: readonly string[];
  readonly language: string | null;
}

export interface PatientFilter {
  /** The folded name begins so. */
  readonly nameKey?: string;
  readonly phone?: string;
  readonly dateOfBirth?: string;
  readonly after?: { readonly nameKey: string; readonly id: string };
  readonly limit: number;
}

const VIEW = `SELECT p.id, p.name, p.name_key AS "nameKey", p.date_of_birth::text AS "dateOfBirth", p.language,
    p.contact_consent AS "contactConsent", p.merged_into_id AS "mergedIntoId", p.version,
    COALESCE(phones.list, '{}') AS phones, phones.list[1] AS phone
  FROM patients p LEFT JOIN LATERAL (
    SELECT array_agg(ph.phone ORDER BY ph.position, ph.phone) AS list
      FROM patient_phones ph WHERE ph.clinic_id = p.clinic_id AND ph.patient_id = p.id) phones ON true`;

export type PatientRow = PatientView & { readonly nameKey: string };

@Injectable()
export class PatientsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async find(id: string): Promise<PatientRow | undefined> {
    const [row] = await this.database.query<PatientRow>(`${VIEW} WHERE p.clinic_id = $1 AND p.id = $2`, [
      this.scope.clinicId(),
      id,
    ]);
    return row;
  }

  /** Locks the record against being given up in a merge meanwhile; false when it does not stand. */
  async keepFromMerging(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM patients WHERE clinic_id = $1 AND id = $2 AND merged_into_id IS NULL FOR KEY SHARE`,
      [this.scope.clinicId(), id],
    );
    return rows.length > 0;
  }

  /** Locks records for their owner's several changes, in the order of ids; only those that stand. */
  async lock(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM patients WHERE clinic_id = $1 AND id = ANY($2::uuid[]) AND merged_into_id IS NULL
        ORDER BY id FOR NO KEY UPDATE`,
      [this.scope.clinicId(), ids],
    );
    return rows.map((row) => row.id);
  }

  /** The record that a given-up one was merged into, over as many merges as there were. Undefined: it was not given up. */
  async mergedInto(id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `WITH RECURSIVE chain AS (
         SELECT merged_into_id AS id, 1 AS step FROM patients WHERE clinic_id = $1 AND id = $2
         UNION ALL
         SELECT p.merged_into_id, c.step + 1 FROM chain c JOIN patients p ON p.clinic_id = $1 AND p.id = c.id WHERE c.step < 20
       )
       SELECT id FROM chain WHERE id IS NOT NULL ORDER BY step DESC LIMIT 1`,
      [this.scope.clinicId(), id],
      'patient-merged-into',
    );
    return row?.id;
  }

  async bornOn(dateOfBirth: string): Promise<PatientRow[]> {
    return this.database.query<PatientRow>(
      `${VIEW} WHERE p.clinic_id = $1 AND p.date_of_birth = $2 AND p.merged_into_id IS NULL`,
      [this.scope.clinicId(), dateOfBirth],
      'patients-born-on',
    );
  }

  /** By folded name. */
  async list(filter: PatientFilter): Promise<PatientRow[]> {
    return this.database.query<PatientRow>(
      `${VIEW} WHERE p.clinic_id = $1 AND p.merged_into_id IS NULL
          AND ($2::text IS NULL OR starts_with(p.name_key, $2))
          AND ($3::text IS NULL OR p.id IN (
                SELECT patient_id FROM patient_phones x WHERE x.clinic_id = $1 AND x.phone = $3))
          AND ($4::date IS NULL OR p.date_of_birth = $4)
          AND ($5::text IS NULL OR (p.name_key, p.id) > ($5, $6::uuid))
        ORDER BY p.name_key, p.id LIMIT $7`,
      [
        this.scope.clinicId(),
        filter.nameKey ?? null,
        filter.phone ?? null,
        filter.dateOfBirth ?? null,
        filter.after?.nameKey ?? null,
        filter.after?.id ?? null,
        filter.limit,
      ],
    );
  }

  /** Of a locked record; what is absent stays. */
  async update(
    id: string,
    changes: {
      readonly name?: string;
      readonly nameKey?: string;
      readonly dateOfBirth?: string;
      readonly language?: string | null;
      readonly contactConsent?: boolean;
    },
  ): Promise<void> {
    const { name, nameKey, dateOfBirth, language, contactConsent } = changes;
    await this.database.query(
      `UPDATE patients SET name = COALESCE($3, name), name_key = COALESCE($4, name_key),
              date_of_birth = COALESCE($5::date, date_of_birth), language = CASE WHEN $6 THEN $7 ELSE language END,
              contact_consent = COALESCE($8::boolean, contact_consent), version = version + 1
        WHERE clinic_id = $1 AND id = $2`,
      [
        this.scope.clinicId(),
        id,
        name ?? null,
        nameKey ?? null,
        dateOfBirth ?? null,
        language !== undefined,
        language ?? null,
        contactConsent ?? null,
      ],
    );
  }

  /** In the order given; a number that stays keeps that it was verified. */
  async replacePhones(id: string, phones: readonly string[]): Promise<void> {
    const unique = [...new Set(phones)];
    await this.database.query(
      `WITH gone AS (DELETE FROM patient_phones WHERE clinic_id = $1 AND patient_id = $2 AND phone <> ALL($3::text[]))
       INSERT INTO patient_phones (clinic_id, patient_id, phone, position)
       SELECT $1, $2, g.phone, g.position FROM unnest($3::text[]) WITH ORDINALITY AS g(phone, position)
       ON CONFLICT (clinic_id, patient_id, phone) DO UPDATE SET position = excluded.position`,
      [this.scope.clinicId(), id, unique],
    );
  }

  /** A record and all that were merged into it, over as many merges as there were. */
  async idsOf(id: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH RECURSIVE own AS (
         SELECT id, 1 AS step FROM patients WHERE clinic_id = $1 AND id = $2
         UNION ALL
         SELECT p.id, o.step + 1 FROM own o JOIN patients p ON p.clinic_id = $1 AND p.merged_into_id = o.id WHERE o.step < 20
       )
       SELECT id FROM own`,
      [this.scope.clinicId(), id],
    );
    return rows.map((row) => row.id);
  }

  /** Many at once, with their numbers in the order given. */
  async insert(patients: readonly PatientRecord[]): Promise<void> {
    await this.database.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb)
             AS g(id uuid, name text, "nameKey" text, "dateOfBirth" date, language text, phones jsonb)
       ), added AS (
         INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth, language)
         SELECT $1, id, name, "nameKey", "dateOfBirth", language FROM given
       )
       INSERT INTO patient_phones (clinic_id, patient_id, phone, position)
       SELECT $1, g.id, ph.phone, ph.position FROM given g, jsonb_array_elements_text(g.phones) WITH ORDINALITY AS ph(phone, position)
       ON CONFLICT DO NOTHING`,
      [this.scope.clinicId(), JSON.stringify(patients)],
    );
  }
}
