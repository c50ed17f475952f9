import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { checkSettings, readSettings } from './clinic-settings';
import type { EffectiveSettings } from './clinic-settings';
import { ClinicDocuments } from './clinic-documents';
import type { OpeningHours } from './entities/clinic.entity';
import { FaqService } from './faq.service';
import type { FaqContent, FaqView } from './faq.service';

export interface ClinicView {
  readonly clinicId: string;
  readonly name: string;
  readonly timezone: string;
  readonly country: string;
  readonly language: string;
  readonly phones: readonly string[];
  readonly transferNumber: string | null;
  readonly hours: readonly OpeningHours[];
  readonly settings: EffectiveSettings & { emergencyNumber: string };
  readonly version: number;
}

export interface NewClinic {
  readonly name: string;
  readonly timezone: string;
  readonly country: string;
  readonly language: string;
  /** E.164. */
  readonly phone: string;
  readonly transferNumber?: string | null;
  readonly hours: readonly OpeningHours[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

type ClinicRow = Omit<ClinicView, 'settings'> & { settings: Record<string, unknown> };

/** The tenants, their settings and the numbers that lead to them. */
@Injectable()
export class ClinicsService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
    private readonly documents: ClinicDocuments,
    private readonly answers: FaqService,
  ) {}

  /** @returns the clinic that a dialled number belongs to; undefined for a number of no clinic. */
  async byPhone(phone: string): Promise<string | undefined> {
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.phone_routes WHERE phone = $1',
      [phone],
    );
    return route?.clinic_id;
  }

  /** @throws AppError `conflict` when the number already leads to a clinic. */
  async create(clinic: NewClinic): Promise<string> {
    const clinicId = randomUUID();
    checkSettings(clinic.settings ?? {}, clinic.country);
    await this.scope.run(clinicId, () =>
      this.database.transaction(async () => {
        const routed = await this.database.query(
          'INSERT INTO directory.phone_routes (phone, clinic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING phone',
          [clinic.phone, clinicId],
        );
        if (routed.length === 0) throw new AppError('conflict', 'This phone number already belongs to a clinic.');
        await this.database.query(
          `INSERT INTO clinics (clinic_id, name, timezone, country, language, phones, transfer_number, hours, settings)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            clinicId,
            clinic.name,
            clinic.timezone,
            clinic.country,
            clinic.language,
            [clinic.phone],
            clinic.transferNumber ?? null,
            JSON.stringify(clinic.hours),
            JSON.stringify(clinic.settings ?? {}),
          ],
        );
        await this.audit.record({ action: 'clinic.create', subject: { kind: 'clinic', id: clinicId } });
      }),
    );
    return clinicId;
  }

  /** The clinic of the scope. @throws AppError `not_found` when it is gone. */
  async current(): Promise<ClinicView> {
    const [row] = await this.database.query<ClinicRow>(
      `SELECT clinic_id AS "clinicId", name, timezone, country, language, phones, transfer_number AS "transferNumber",
              hours, settings, version FROM clinics WHERE clinic_id = $1`,
      [this.scope.clinicId()],
    );
    if (row === undefined) throw AppError.notFound('clinic');
    return { ...row, settings: readSettings(row.settings, row.country) };
  }

  /** Puts settings over the current ones; null takes one back to its default. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.documents.change({ settings }, { newNumbers: false });
  }

  async faq(): Promise<FaqView[]> {
    return this.answers.list();
  }

  async addFaq(entries: readonly FaqContent[]): Promise<void> {
    await this.answers.add(entries);
  }
}
