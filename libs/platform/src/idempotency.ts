import { Injectable, SetMetadata } from '@nestjs/common';
import { AppError } from './app-error';
import { ClinicScope } from './clinic-scope';
import type { KeyLead } from './clinic-scope';
import { Database, sqlState } from './database';

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

type KeyLook = Partial<Omit<KeyRow, 'stale'>> & { taken: boolean };

/** An in-flight key whose instance died is free again after this many seconds. */
const ABANDONED_AFTER_SECONDS = 120;

export const IN_ONE_TRANSACTION = 'clinicall:in-one-transaction';

/**
 * Marks a controller, or a route, that touches nothing but the database: under an Idempotency-Key its effect and its stored
 * answer are committed together, so that no crash can come between them.
 */
export const InOneTransaction = (): ClassDecorator & MethodDecorator => SetMetadata(IN_ONE_TRANSACTION, true);

export const SAFE_TO_REPEAT = 'clinicall:safe-to-repeat';

/**
 * Marks a controller, or a route, that does no harm when it is asked again after any failure, as it changes nothing but
 * counters. Its key is free then at once, where else an unknown outcome keeps it.
 */
export const SafeToRepeat = (): ClassDecorator & MethodDecorator => SetMetadata(SAFE_TO_REPEAT, true);

/** Whose key it is and for which request. */
export interface KeyUse {
  readonly principal: string;
  readonly key: string;
  /** SHA-256 of method, path and body, hex. */
  readonly requestHash: string;
}

export type Outcome<T> =
  | { readonly replayed: StoredAnswer; readonly value?: undefined }
  | { readonly replayed?: undefined; readonly value: T };

/**
 * serialization_failure, deadlock_detected, unique_violation: the whole request may well succeed the next time. The last is
 * the key's own, when its twin was answered between the look at the key and the lock.
 */
const TRY_AGAIN = new Set(['40001', '40P01', '23505']);
const MOST_TRIES = 4;

/** Ends the transaction of a request that was answered before. */
class Replay extends Error {
  constructor(readonly answer: StoredAnswer) {
    super('answered before');
  }
}

/** Idempotency-Key as Stripe means it: the first answer is kept at least 24 h and given again to the same request. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Runs `work` and keeps its answer in one transaction, or gives the answer that the same request got before. While it
   * runs, its twin is told so at once: an advisory lock of the transaction stands for "under way", and goes with it however
   * it ends. A throw of `work` leaves nothing, and the key is free; so it is
   * when there is no answer to keep, as of a refusal that wrote nothing.
   * @throws AppError `idempotency_key_reused` for another body, `idempotency_in_flight` while the twin is under way.
   */
  async once<T>(
    use: KeyUse,
    work: () => Promise<T>,
    answerOf: (value: T) => StoredAnswer | undefined,
  ): Promise<Outcome<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(() => this.attempt(use, work, answerOf));
      } catch (error) {
        if (error instanceof Replay) return { replayed: error.answer };
        if (attempt >= MOST_TRIES || !TRY_AGAIN.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  private async attempt<T>(
    use: KeyUse,
    work: () => Promise<T>,
    answerOf: (value: T) => StoredAnswer | undefined,
  ): Promise<Outcome<T>> {
    const { principal, key, requestHash } = use;
    const open = this.scope.transaction();
    let looking: Promise<KeyLook | undefined> | undefined;
    const look = (): Promise<KeyLook | undefined> => {
      if (open !== undefined) open.lead = undefined;
      return (looking ??= this.look(use));
    };
    const lead: KeyLead = { principal, key, look: () => void look().catch(ignore), clear: false };
    // The key is nearly always new, so the work begins in the same round trip; else it goes with the transaction.
    if (open !== undefined) open.lead = lead;
    const [worked] = await Promise.allSettled([work()]);
    // A refusal at a glance wrote nothing, and the glance saw no answer under the key.
    const refused = lead.clear && looking === undefined;
    if (refused && worked.status === 'rejected') throw worked.reason;
    if (refused && worked.status === 'fulfilled' && answerOf(worked.value) === undefined)
      return { value: worked.value };
    const row = await look();
    if (row?.requestHash != null && row.requestHash !== requestHash) throw reused();
    if (row?.status != null) throw new Replay({ status: row.status, response: row.response });
    if (row?.taken !== true) throw inFlight();
    if (worked.status === 'rejected') throw worked.reason;
    const { value } = worked;
    const answer = answerOf(value);
    if (answer === undefined) return { value };
    await this.database.query(
      `INSERT INTO idempotency_keys (clinic_id, principal, key, request_hash, status, response)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [this.scope.clinicId(), principal, key, requestHash, answer.status, JSON.stringify(answer.response ?? null)],
      'idempotency.keep',
    );
    return { value };
  }

  /** Locks the key for the length of the transaction, unless its twin has, and looks what was answered under it. */
  private async look({ principal, key }: KeyUse): Promise<KeyLook | undefined> {
    const [row] = await this.database.query<KeyLook>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('idempotency ' || $1 || ' ' || $2 || ' ' || $3, 0)) AS taken,
              k.request_hash AS "requestHash", k.status, k.response
         FROM (SELECT) one LEFT JOIN idempotency_keys k ON k.clinic_id = $1::uuid AND k.principal = $2 AND k.key = $3`,
      [this.scope.clinicId(), principal, key],
      'idempotency.find',
    );
    return row;
  }

  /**
   * For routes that await the world outside (a model, a mail server). Claims a key. Returns the stored answer when the same request was answered before, else undefined: go on.
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
    if (row.requestHash !== requestHash) throw reused();
    if (row.status !== null) return { status: row.status, response: row.response };
    if (!row.stale) throw inFlight();
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

function ignore(): void {
  return undefined;
}

function reused(): AppError {
  return new AppError('idempotency_key_reused', 'This Idempotency-Key was used before with another request.');
}

function inFlight(): AppError {
  return new AppError('idempotency_in_flight', 'The first request with this Idempotency-Key is still under way.');
}
