import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

/** One counter to add to, and how far it may go. */
export interface Counter {
  readonly kind: 'text' | 'code' | 'call' | 'spend' | 'speech';
  /** Empty for the whole clinic. */
  readonly numberKey: string;
  readonly amount: number;
  readonly most: number;
}

interface UsedRow {
  readonly kind: string;
  readonly key: string;
  readonly used: string;
  readonly fresh?: boolean;
}

const TODAY = `(clock_timestamp() AT TIME ZONE 'UTC')::date`;
/** Days a counter is kept after its own, for a person who asks what happened. */
const KEPT_DAYS = 7;

/** The counters of one clinic and day. Real time, whatever the clinic's clock says: the carrier's bill runs on it. */
@Injectable()
export class OutboundUseRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Adds to all counters, or to none when one of them would go too far. The rows are locked in the order given, until the
   * caller's transaction ends: give the clinic's first. @returns the first counter that would; undefined when all were added to.
   */
  async add(counters: readonly Counter[]): Promise<Counter | undefined> {
    const kinds = counters.map(({ kind }) => kind);
    const keys = counters.map(({ numberKey }) => numberKey);
    // A counter never goes down on its day: who is over is sent away without a lock, so that an attack costs us reads alone.
    const already = tooFar(counters, await this.read(kinds, keys));
    if (already !== undefined) return already;
    return this.database.transaction(async () => {
      const rows = await this.lock(kinds, keys);
      if (rows.some(({ kind, fresh }) => fresh === true && (kind === 'spend' || kind === 'speech')))
        await this.forget();
      const over = tooFar(counters, rows);
      if (over !== undefined) return over;
      await this.database.query(
        `UPDATE outbound_use SET used = used + given.amount
           FROM unnest($2::text[], $3::text[], $4::bigint[]) AS given (kind, key, amount)
          WHERE clinic_id = $1 AND on_day = ${TODAY} AND outbound_use.kind = given.kind AND number_key = given.key`,
        [this.scope.clinicId(), kinds, keys, counters.map(({ amount }) => amount)],
      );
      return undefined;
    });
  }

  /** @returns true the first time on a day: then somebody must be told. */
  async noteAlert(reason: string): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO outbound_use (clinic_id, on_day, kind, number_key) VALUES ($1, ${TODAY}, 'alert', $2)
       ON CONFLICT DO NOTHING RETURNING kind`,
      [this.scope.clinicId(), reason],
    );
    return rows.length > 0;
  }

  private async read(kinds: readonly string[], keys: readonly string[]): Promise<UsedRow[]> {
    return this.database.query<UsedRow>(
      `SELECT kind, number_key AS key, used FROM outbound_use
        WHERE clinic_id = $1 AND on_day = ${TODAY} AND (kind, number_key) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [this.scope.clinicId(), kinds, keys],
    );
  }

  private async lock(kinds: readonly string[], keys: readonly string[]): Promise<UsedRow[]> {
    return this.database.query<UsedRow>(
      `INSERT INTO outbound_use (clinic_id, on_day, kind, number_key)
       SELECT $1, ${TODAY}, kind, key FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (kind, key, place) ORDER BY place
       ON CONFLICT (clinic_id, on_day, kind, number_key) DO UPDATE SET used = outbound_use.used
       RETURNING kind, number_key AS key, used, xmax = 0 AS fresh`,
      [this.scope.clinicId(), kinds, keys],
    );
  }

  /** At the first use of a day. */
  private async forget(): Promise<void> {
    await this.database.query(`DELETE FROM outbound_use WHERE clinic_id = $1 AND on_day < ${TODAY} - $2::int`, [
      this.scope.clinicId(),
      KEPT_DAYS,
    ]);
  }
}

function tooFar(counters: readonly Counter[], rows: readonly UsedRow[]): Counter | undefined {
  const used = new Map(rows.map((row) => [`${row.kind} ${row.key}`, Number(row.used)]));
  return counters.find(({ kind, numberKey, amount, most }) => (used.get(`${kind} ${numberKey}`) ?? 0) + amount > most);
}
