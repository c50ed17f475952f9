import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Events, requireVersion } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { changedFields, patchDocument } from './clinic-document';
import type { ClinicDocument } from './clinic-document';

export interface ClinicVersionView {
  readonly version: number;
  readonly changedAt: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly document: ClinicDocument;
}

interface StoredClinic {
  readonly document: ClinicDocument;
  readonly version: number;
}

/** Changes of a clinic: one version each, kept for good, audited, and told to the rooms above (ClinicChanged). */
@Injectable()
export class ClinicDocuments {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
    private readonly events: Events,
  ) {}

  /**
   * @param patch JSON merge patch. @param version the version it was made from, when the caller says.
   * @param newNumbers whether numbers of no clinic may be taken.
   * @throws AppError `validation_failed`, `precondition_failed`, `forbidden`, or `conflict` for another clinic's number.
   */
  async change(patch: unknown, options: { version?: number; newNumbers: boolean }): Promise<void> {
    await this.database.transaction(async () => {
      const { document: before, version } = await this.locked();
      requireVersion(options.version, version);
      const after = patchDocument(before, patch);
      const fields = changedFields(before, after);
      if (fields.length === 0) return;
      await this.reroute(before.phones, after.phones, options.newNumbers);
      await this.keep({ document: before, version }, { kind: 'system', id: 'clinicall' });
      await this.write(after);
      await this.keep({ document: after, version: version + 1 }, this.scope.actor());
      await this.audit.record({
        action: 'clinic.change',
        subject: { kind: 'clinic', id: this.scope.clinicId() },
        details: { fields, version: version + 1 },
      });
      await this.events.emit('ClinicChanged', { fields, version: version + 1 });
    });
  }

  /** Newest first. */
  async versions(limit: number, before?: number): Promise<ClinicVersionView[]> {
    return this.database.query<ClinicVersionView>(
      `SELECT version, changed_at AS "changedAt", json_build_object('kind', actor_kind, 'id', actor_id) AS actor, document
         FROM clinic_versions WHERE clinic_id = $1 AND ($2::integer IS NULL OR version < $2)
        ORDER BY version DESC LIMIT $3`,
      [this.scope.clinicId(), before ?? null, limit],
    );
  }

  private async locked(): Promise<StoredClinic> {
    const [row] = await this.database.query<StoredClinic>(
      `SELECT version, json_build_object('name', name, 'timezone', timezone, 'country', country, 'language', language,
                'phones', phones, 'transferNumber', transfer_number, 'hours', hours, 'settings', settings) AS document
         FROM clinics WHERE clinic_id = $1 FOR UPDATE`,
      [this.scope.clinicId()],
    );
    if (row === undefined) throw AppError.notFound('clinic');
    return row;
  }

  private async write(after: ClinicDocument): Promise<void> {
    await this.database.query(
      `UPDATE clinics SET name = $2, timezone = $3, country = $4, language = $5, phones = $6, transfer_number = $7, hours = $8,
              settings = $9, version = version + 1 WHERE clinic_id = $1`,
      [
        this.scope.clinicId(),
        after.name,
        after.timezone,
        after.country,
        after.language,
        after.phones,
        after.transferNumber,
        JSON.stringify(after.hours),
        JSON.stringify(after.settings),
      ],
    );
  }

  /** The first change also keeps what stood before it. */
  private async keep({ document, version }: StoredClinic, actor: { kind: string; id: string }): Promise<void> {
    await this.database.query(
      `INSERT INTO clinic_versions (clinic_id, version, document, actor_kind, actor_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [this.scope.clinicId(), version, JSON.stringify(document), actor.kind, actor.id],
    );
  }

  /** A number leads to one clinic. Which new ones are the product's is known to its operator alone, who has them at the carrier. */
  private async reroute(before: readonly string[], after: readonly string[], newNumbers: boolean): Promise<void> {
    const clinicId = this.scope.clinicId();
    const added = after.filter((phone) => !before.includes(phone));
    const removed = before.filter((phone) => !after.includes(phone));
    if (added.length > 0 && !newNumbers) {
      throw new AppError('forbidden', 'Numbers are added by the operator’s own administrator.');
    }
    await this.database.query('DELETE FROM directory.phone_routes WHERE clinic_id = $1 AND phone = ANY($2)', [
      clinicId,
      removed,
    ]);
    const routed = await this.database.query(
      `INSERT INTO directory.phone_routes (phone, clinic_id) SELECT unnest($2::text[]), $1 ON CONFLICT DO NOTHING RETURNING phone`,
      [clinicId, added],
    );
    if (routed.length < added.length) throw new AppError('conflict', 'A phone number already belongs to a clinic.');
  }
}
