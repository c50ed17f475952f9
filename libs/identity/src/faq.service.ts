import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, requireVersion } from '@clinicall/platform';
import { AuditService } from './audit.service';

export interface FaqView {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** BCP 47. */
  readonly language: string;
  readonly version: number;
}

export type FaqContent = Omit<FaqView, 'id' | 'version'>;

const COLUMNS = 'id, question, answer, language, version';

/** The answers a clinic gives in its own words. */
@Injectable()
export class FaqService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  /** By question. */
  async list(): Promise<FaqView[]> {
    return this.database.query<FaqView>(
      `SELECT ${COLUMNS} FROM faq_entries WHERE clinic_id = $1 ORDER BY question, id`,
      [this.scope.clinicId()],
    );
  }

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<FaqView> {
    const [entry] = await this.database.query<FaqView>(
      `SELECT ${COLUMNS} FROM faq_entries WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id],
    );
    if (entry === undefined) throw AppError.notFound('answer');
    return entry;
  }

  async add(entries: readonly FaqContent[]): Promise<FaqView[]> {
    return this.database.transaction(async () => {
      const added = entries.map((entry) => ({ id: randomUUID(), ...entry, version: 1 }));
      for (const { id, question, answer, language } of added) {
        await this.database.query(
          'INSERT INTO faq_entries (clinic_id, id, question, answer, language) VALUES ($1, $2, $3, $4, $5)',
          [this.scope.clinicId(), id, question, answer, language],
        );
        await this.audit.record({ action: 'faq.add', subject: { kind: 'faq', id } });
      }
      return added;
    });
  }

  /** @throws AppError `not_found`, or `precondition_failed` when it is at another version than the one asked for. */
  async change(id: string, change: Partial<FaqContent>, version?: number): Promise<FaqView> {
    return this.database.transaction(async () => {
      await this.lock(id, version);
      const [entry] = await this.database.query<FaqView>(
        `UPDATE faq_entries SET question = COALESCE($3, question), answer = COALESCE($4, answer), language = COALESCE($5, language),
                version = version + 1 WHERE clinic_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
        [this.scope.clinicId(), id, change.question ?? null, change.answer ?? null, change.language ?? null],
      );
      if (entry === undefined) throw AppError.notFound('answer');
      await this.audit.record({
        action: 'faq.change',
        subject: { kind: 'faq', id },
        details: { version: entry.version },
      });
      return entry;
    });
  }

  /** @throws AppError `not_found`, `precondition_failed`. */
  async remove(id: string, version?: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(id, version);
      await this.database.query('DELETE FROM faq_entries WHERE clinic_id = $1 AND id = $2', [
        this.scope.clinicId(),
        id,
      ]);
      await this.audit.record({ action: 'faq.remove', subject: { kind: 'faq', id } });
    });
  }

  private async lock(id: string, version?: number): Promise<void> {
    const [entry] = await this.database.query<{ version: number }>(
      'SELECT version FROM faq_entries WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
      [this.scope.clinicId(), id],
    );
    if (entry === undefined) throw AppError.notFound('answer');
    requireVersion(version, entry.version);
  }
}
