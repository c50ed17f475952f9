import { Injectable } from '@nestjs/common';
import { AppError } from './app-error';
import { ClinicScope } from './clinic-scope';
import { Database } from './database';

export interface StoredAnswer {
  readonly status: number;
  readonly response: unknown;
}

interface KeyRow {
  requestHash: string;
  status: number | null;
  response: unknown;
  stale: boolean;
}

/** An in-flight key whose instance died is free again after this many seconds. */
const ABANDONED_AFTER_SECONDS = 60;

/** Idempotency-Key as Stripe means it: the first answer is kept at least 24 h and given again to the same request. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Claims a key. Returns the stored answer when the same request was answered before, else undefined: go on.
   * @throws AppError `idempotency_key_reused` for another body, `idempotency_in_flight` while the twin is under way.
   */
  async claim(principal: string, key: string, requestHash: string): Promise<StoredAnswer | undefined> {
    const clinicId = this.scope.clinicId();
    const fresh = await this.database.query(
      `INSERT INTO idempotency_keys (clinic_id, principal, key, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [clinicId, principal, key, requestHash],
    );
    if (fresh.length > 0) return undefined;
    const [row] = await this.database.query<KeyRow>(
      `SELECT request_hash AS "requestHash", status, response,
              created_at < now() - make_interval(secs => $4) AS stale
         FROM idempotency_keys WHERE clinic_id = $1 AND principal = $2 AND key = $3`,
      [clinicId, principal, key, ABANDONED_AFTER_SECONDS],
    );
    if (row === undefined) return this.claim(principal, key, requestHash);
    if (row.requestHash !== requestHash) {
      throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used before with another request.');
    }
    if (row.status !== null) return { status: row.status, response: row.response };
    if (!row.stale)
      throw new AppError('idempotency_in_flight', 'The first request with this Idempotency-Key is still under way.');
    await this.release(principal, key);
    return this.claim(principal, key, requestHash);
  }

  async store(principal: string, key: string, answer: StoredAnswer): Promise<void> {
    await this.database.query(
      `UPDATE idempotency_keys SET status = $4, response = $5 WHERE clinic_id = $1 AND principal = $2 AND key = $3`,
      [this.scope.clinicId(), principal, key, answer.status, JSON.stringify(answer.response ?? null)],
    );
  }

  /** Frees a key whose request wrote nothing, so that it may be tried again. */
  async release(principal: string, key: string): Promise<void> {
    await this.database.query(
      `DELETE FROM idempotency_keys WHERE clinic_id = $1 AND principal = $2 AND key = $3 AND status IS NULL`,
      [this.scope.clinicId(), principal, key],
    );
  }
}
