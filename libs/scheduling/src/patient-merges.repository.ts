import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

/** Table to the ids of its rows that changed hands; `phones` holds numbers, `consent` the target's own answer. */
export interface Moved {
  readonly appointments: readonly string[];
  readonly holds: readonly string[];
  readonly waitlist_entries: readonly string[];
  readonly patient_proxies: readonly string[];
  readonly phones: readonly string[];
  readonly consent: readonly string[];
}

export interface MergeRow {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly moved: Moved;
  readonly mergedAt: Date;
  readonly mergedBy: string;
  readonly undoneAt: Date | null;
}

const OWNED = ['appointments', 'holds', 'waitlist_entries', 'patient_proxies'] as const;
const VIEW = `id, source_id AS "sourceId", target_id AS "targetId", moved, merged_at AS "mergedAt", merged_by AS "mergedBy",
  undone_at AS "undoneAt"`;

/** The statements of a merge and of its taking back. */
@Injectable()
export class PatientMergesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Locks records against bookings as well (their foreign key waits), in the order of ids; only those that stand. */
  async lock(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM patients WHERE clinic_id = $1 AND id = ANY($2::uuid[]) AND merged_into_id IS NULL ORDER BY id FOR UPDATE`,
      [this.scope.clinicId(), ids],
    );
    return rows.map((row) => row.id);
  }

  /** @throws the driver's 23P01 when the two have visits at the same time. */
  async moveAll(sourceId: string, targetId: string): Promise<Moved> {
    const moved: Record<(typeof OWNED)[number], string[]> = {
      appointments: [],
      holds: [],
      waitlist_entries: [],
      patient_proxies: [],
    };
    for (const table of OWNED) moved[table] = await this.moveRows(table, sourceId, targetId, null);
    const phones = await this.addPhones(sourceId, targetId);
    return { ...moved, phones, consent: await this.joinConsent(sourceId, targetId) };
  }

  async giveUp(sourceId: string, targetId: string): Promise<void> {
    await this.database.query(
      `UPDATE patients SET merged_into_id = CASE WHEN id = $2 THEN $3::uuid ELSE merged_into_id END, version = version + 1
        WHERE clinic_id = $1 AND id IN ($2, $3)`,
      [this.scope.clinicId(), sourceId, targetId],
    );
  }

  async insert(merge: { id: string; sourceId: string; targetId: string; moved: Moved }): Promise<void> {
    await this.database.query(
      `INSERT INTO patient_merges (clinic_id, id, source_id, target_id, moved, merged_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        this.scope.clinicId(),
        merge.id,
        merge.sourceId,
        merge.targetId,
        JSON.stringify(merge.moved),
        this.scope.actor().id,
      ],
    );
  }

  /** Under a lock. */
  async find(mergeId: string): Promise<MergeRow | undefined> {
    const [row] = await this.database.query<MergeRow>(
      `SELECT ${VIEW} FROM patient_merges WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [this.scope.clinicId(), mergeId],
    );
    return row;
  }

  async of(patientId: string): Promise<MergeRow[]> {
    return this.database.query<MergeRow>(
      `SELECT ${VIEW} FROM patient_merges WHERE clinic_id = $1 AND (source_id = $2 OR target_id = $2) ORDER BY merged_at DESC, id LIMIT 100`,
      [this.scope.clinicId(), patientId],
    );
  }

  /** What is still the target's goes back; what came after the merge stays. */
  async moveBack({ id, sourceId, targetId, moved }: MergeRow): Promise<void> {
    const clinicId = this.scope.clinicId();
    await this.database.query(
      `UPDATE patients SET merged_into_id = CASE WHEN id = $2 THEN NULL ELSE merged_into_id END, version = version + 1,
              contact_consent = CASE WHEN id = $3 AND $4::boolean IS NOT NULL THEN $4 ELSE contact_consent END
        WHERE clinic_id = $1 AND id IN ($2, $3)`,
      [clinicId, sourceId, targetId, moved.consent[0] === undefined ? null : moved.consent[0] === 'true'],
    );
    for (const table of OWNED) await this.moveRows(table, targetId, sourceId, moved[table]);
    await this.database.query(
      `DELETE FROM patient_phones WHERE clinic_id = $1 AND patient_id = $2 AND phone = ANY($3::text[])`,
      [clinicId, targetId, moved.phones],
    );
    await this.database.query(
      `UPDATE patient_merges SET undone_at = app.now(), undone_by = $3 WHERE clinic_id = $1 AND id = $2`,
      [clinicId, id, this.scope.actor().id],
    );
  }

  private async moveRows(
    table: (typeof OWNED)[number],
    fromId: string,
    toId: string,
    only: readonly string[] | null,
  ): Promise<string[]> {
    const grows = table === 'appointments' || table === 'waitlist_entries' ? ', version = version + 1' : '';
    // Nobody becomes their own proxy.
    const besides = table === 'patient_proxies' ? ' AND proxy_patient_id IS DISTINCT FROM $3' : '';
    const rows = await this.database.query<{ id: string }>(
      `UPDATE ${table} SET patient_id = $3${grows} WHERE clinic_id = $1 AND patient_id = $2
          AND ($4::uuid[] IS NULL OR id = ANY($4))${besides} RETURNING id`,
      [this.scope.clinicId(), fromId, toId, only],
    );
    return rows.map((row) => row.id);
  }

  private async addPhones(sourceId: string, targetId: string): Promise<string[]> {
    const rows = await this.database.query<{ phone: string }>(
      `INSERT INTO patient_phones (clinic_id, patient_id, phone, position, verified_at)
       SELECT clinic_id, $3, phone, position + 100, verified_at FROM patient_phones WHERE clinic_id = $1 AND patient_id = $2
       ON CONFLICT DO NOTHING RETURNING phone`,
      [this.scope.clinicId(), sourceId, targetId],
    );
    return rows.map((row) => row.phone);
  }

  /** Who said no on either record said no. @returns what the target had said, when that changed. */
  private async joinConsent(sourceId: string, targetId: string): Promise<string[]> {
    const rows = await this.database.query(
      `UPDATE patients t SET contact_consent = false FROM patients s
        WHERE t.clinic_id = $1 AND t.id = $3 AND s.clinic_id = $1 AND s.id = $2 AND t.contact_consent AND NOT s.contact_consent
        RETURNING t.id`,
      [this.scope.clinicId(), sourceId, targetId],
    );
    return rows.length === 0 ? [] : ['true'];
  }
}
