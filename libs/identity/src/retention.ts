import { Injectable } from '@nestjs/common';
import { ClinicScope, Clock, CronJob, Database, JobHandler, Jobs, Logger } from '@clinicall/platform';
import { AuditChain } from './audit-chain';
import { AuditService } from './audit.service';
import { ClinicsService } from './clinics.service';
import { KEPT_DAYS } from './data-kinds';
import type { DataKind } from './data-kinds';
import { LegalHolds } from './legal-holds.service';
import { ParticularsReader } from './particulars';
import type { Particulars } from './particulars';
import { PersonalData } from './personal-data';
import type { PurgeStep } from './personal-data';

const BATCH = 1_000;
/** A job must end within two minutes (job-runner.ts); what is left is a job of its own. */
const WORK_MS = 45_000;
const DAY_MS = 86_400_000;
const GIVEN = `SELECT $2::timestamptz AS before, $3::uuid[] AS held_patients, $4::text[] AS held_numbers, $5::uuid[] AS held_conversations`;

/** Lets go what a clinic need not keep any longer, kind by kind, every night; legal holds stay out of it. */
@Injectable()
export class Retention {
  constructor(
    private readonly personal: PersonalData,
    private readonly particulars: ParticularsReader,
    private readonly holds: LegalHolds,
    private readonly clinics: ClinicsService,
    private readonly chain: AuditChain,
    private readonly audit: AuditService,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  @CronJob('retention', '17 3 * * *')
  async everywhere(): Promise<void> {
    for (const clinicId of await this.chain.clinics()) {
      await this.scope.run(clinicId, () => this.jobs.add('retention.purge', {}, { jobKey: 'retention' }));
    }
  }

  @JobHandler('retention.purge')
  async purge(): Promise<Partial<Record<DataKind, number>>> {
    const until = Date.now() + WORK_MS;
    const { retention } = (await this.clinics.current()).settings;
    const held = await this.particulars.of(await this.holds.patients(), true);
    const gone: Partial<Record<DataKind, number>> = {};
    for (const kind of Object.keys(KEPT_DAYS) as DataKind[]) {
      const before = new Date(this.clock.now().getTime() - retention[kind] * DAY_MS);
      const rows =
        kind === 'audit' ? await this.purgeAudit(before, held) : await this.purgeKind(kind, before, held, until);
      if (rows > 0) gone[kind] = rows;
    }
    if (Object.keys(gone).length > 0) {
      await this.audit.record({ action: 'retention.purge', details: { rows: gone } });
      this.logger.info('data whose time was over was let go', { clinicId: this.scope.clinicId(), rows: gone });
    }
    if (Date.now() >= until) await this.jobs.add('retention.purge', {}, { jobKey: 'retention' });
    return gone;
  }

  private async purgeKind(kind: DataKind, before: Date, held: Particulars, until: number): Promise<number> {
    let sum = 0;
    for (const step of this.personal.steps(kind)) {
      for (let rows = BATCH; rows === BATCH && Date.now() < until; sum += rows) {
        rows = await this.batch(step, before, held);
      }
    }
    return sum;
  }

  /** A batch is a transaction of its own. */
  private async batch({ table, over, set }: PurgeStep, before: Date, held: Particulars): Promise<number> {
    const change = set === undefined ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${set}`;
    const rows = await this.database.query(
      `WITH given AS (${GIVEN}), gone AS (
         SELECT t.ctid FROM ${table} t, given WHERE t.clinic_id = $1 AND (${over}) LIMIT ${BATCH})
       ${change} WHERE clinic_id = $1 AND ctid = ANY(ARRAY(SELECT ctid FROM gone)) RETURNING 1`,
      [this.scope.clinicId(), before, held.patients, held.numbers, held.conversations],
    );
    return rows.length;
  }

  /** Audit rows are no table of ours to delete from: the database's own function lets go the oldest, never before six years. */
  private async purgeAudit(before: Date, held: Particulars): Promise<number> {
    const [row] = await this.database.query<{ rows: number }>('SELECT app.purge_audit($1, $2) AS rows', [
      before,
      held.patients,
    ]);
    return row?.rows ?? 0;
  }
}
