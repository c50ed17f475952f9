import { Injectable } from '@nestjs/common';
import { ClinicScope } from './clinic-scope';
import { Database } from './database';
import { Environment } from './environment';

/**
 * Moves a clinic's domain time, for scenarios (CLINICALL_TEST_CLOCK=1 only, never in production). The offset stands in
 * the database so that every instance agrees; waiting jobs of the clinic move with it.
 */
@Injectable()
export class TestClock {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    environment: Environment,
  ) {
    if (environment.values.CLINICALL_TEST_CLOCK) scope.offsetOf = (clinicId) => this.read(clinicId);
  }

  /** @param offsetMs domain time minus real time, in milliseconds. */
  async set(offsetMs: number): Promise<void> {
    const clinicId = this.scope.clinicId();
    const before = await this.read(clinicId);
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO directory.clinic_clocks (clinic_id, offset_ms) VALUES ($1, $2)
         ON CONFLICT (clinic_id) DO UPDATE SET offset_ms = excluded.offset_ms`,
        [clinicId, Math.round(offsetMs)],
      );
      await this.database.query(
        `UPDATE graphile_worker._private_jobs SET run_at = run_at - make_interval(secs => $2::double precision / 1000)
          WHERE payload->>'clinicId' = $1 AND locked_at IS NULL`,
        [clinicId, Math.round(offsetMs - before)],
      );
    });
  }

  private async read(clinicId: string): Promise<number> {
    const [row] = await this.database.directory<{ offset_ms: string }>(
      'SELECT offset_ms FROM directory.clinic_clocks WHERE clinic_id = $1',
      [clinicId],
    );
    return row === undefined ? 0 : Number(row.offset_ms);
  }
}
