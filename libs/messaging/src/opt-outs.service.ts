import { Injectable } from '@nestjs/common';
import { AuditService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import type { OptOutSource } from './entities/opt-out.entity';

/** Who wants no texts from this clinic. */
@Injectable()
export class OptOutsService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  async has(phone: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM opt_outs WHERE clinic_id = $1 AND phone = $2', [
      this.scope.clinicId(),
      phone,
    ]);
    return rows.length > 0;
  }

  /** Twice is the same as once. @returns whether it is news. */
  async add(phone: string, source: OptOutSource): Promise<boolean> {
    return this.database.transaction(async () => {
      const rows = await this.database.query(
        `INSERT INTO opt_outs (clinic_id, phone, source, opted_out_at) VALUES ($1, $2, $3, app.now())
         ON CONFLICT DO NOTHING RETURNING phone`,
        [this.scope.clinicId(), phone, source],
      );
      if (rows.length > 0) await this.audit.record({ action: 'texts.opt_out', details: { source } });
      return rows.length > 0;
    });
  }

  async remove(phone: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const rows = await this.database.query(
        'DELETE FROM opt_outs WHERE clinic_id = $1 AND phone = $2 RETURNING phone',
        [this.scope.clinicId(), phone],
      );
      if (rows.length > 0) await this.audit.record({ action: 'texts.opt_in' });
      return rows.length > 0;
    });
  }
}
