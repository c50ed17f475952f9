import { Injectable } from '@nestjs/common';
import { ClinicScope, CronJob, Database, Logger } from '@clinicall/platform';
import { SignInLimiter } from './sign-in.limiter';

/** Days an ended session stays to be looked at. */
const KEEP_DAYS = 60;

/** Every night removes refresh tokens, links and sessions that could not be used any more. */
@Injectable()
export class SignInSweep {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly limiter: SignInLimiter,
    private readonly logger: Logger,
  ) {}

  @CronJob('sign-in-sweep', '41 2 * * *')
  async everywhere(): Promise<void> {
    await this.limiter.sweep();
    const clinics = await this.database.directory<{ clinic_id: string }>(
      'SELECT DISTINCT clinic_id FROM directory.sign_ins',
    );
    for (const { clinic_id: clinicId } of clinics) {
      try {
        await this.scope.run(clinicId, () => this.sweep());
      } catch (error) {
        this.logger.error('old sign-ins of a clinic could not be removed', { clinicId, error });
      }
    }
  }

  /** Used refresh tokens stay until they are over: a second use must be noticed. */
  async sweep(): Promise<void> {
    const clinicId = this.scope.clinicId();
    await this.database.transaction(async () => {
      await this.database.query(
        `WITH chain AS (
           DELETE FROM refresh_tokens WHERE clinic_id = $1 AND expires_at < clock_timestamp() RETURNING token_hash),
         letters AS (
           DELETE FROM staff_links WHERE clinic_id = $1 AND expires_at < clock_timestamp() RETURNING token_hash)
         DELETE FROM directory.tokens WHERE token_hash IN (SELECT token_hash FROM chain UNION SELECT token_hash FROM letters)`,
        [clinicId],
      );
      await this.database.query(
        `DELETE FROM staff_sessions x WHERE clinic_id = $1 AND created_at < clock_timestamp() - make_interval(days => $2)
            AND NOT EXISTS (SELECT FROM refresh_tokens r WHERE r.clinic_id = x.clinic_id AND r.family_id = x.id)`,
        [clinicId, KEEP_DAYS],
      );
    });
  }
}
