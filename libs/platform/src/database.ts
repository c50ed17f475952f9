import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Pool } from 'pg';
import { ClinicScope } from './clinic-scope';
import type { OpenTransaction } from './clinic-scope';
import { DatabaseAddress } from './database-address';
import { Session } from './session';

/**
 * The way to PostgreSQL. Every statement runs in a transaction that has app.clinic_id set from the clinic scope, so
 * row-level security sees it; transactions are short, join one another, and are never passed around by hand.
 */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly scope: ClinicScope,
    private readonly address: DatabaseAddress,
  ) {}

  /**
   * Joins the open transaction, else runs in a short one of its own. Statements that are asked for together (with
   * Promise.all) go out together and are answered in that order.
   * @param name of a statement on the hot path whose text never changes: it stays prepared.
   */
  async query<Row>(sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> {
    const open = this.scope.transaction();
    if (open !== undefined) {
      open.lead?.look();
      return open.session.query<Row>(sql, parameters, name);
    }
    return this.session(beginIn(this.scope.clinicId(), this.scope.clockOffsetMs())).only<Row>(sql, parameters, name);
  }

  /**
   * All or nothing. Joins an open transaction. Nothing outside the database may be awaited inside.
   * @param work may call `last` when it has asked for its last statements and before it awaits them: COMMIT goes out in
   * the same write. From then on only what PostgreSQL itself refuses undoes it, so that a statement which must have found
   * its row has to raise. Without effect where an open transaction was joined.
   * @throws whatever `work` throws, after rolling back; the driver's error with its SQLSTATE in `driverError.code`.
   * @param statementMs the longest that one statement of it may take; not where an open transaction was joined.
   */
  async transaction<T>(work: (last: () => void) => Promise<T>, statementMs?: number): Promise<T> {
    if (this.scope.transaction() !== undefined) return work(() => undefined);
    const opening = beginIn(this.scope.clinicId(), this.scope.clockOffsetMs());
    const begin = statementMs === undefined ? opening : `${opening}; SET LOCAL statement_timeout = ${statementMs}`;
    return this.open(begin, (transaction) =>
      this.scope.withTransaction(transaction, () => work(() => transaction.session.commitBehind())),
    );
  }

  /**
   * Looks whether a request can be answered with nothing written: one statement that brings its clinic along, ahead of the
   * transaction while that has sent nothing, so that most of a crowd costs neither BEGIN nor COMMIT. Under an
   * Idempotency-Key that was answered it finds nothing, for the answer is given again.
   * @param sql a SELECT that reads `scope.clinic_id` where it names its clinic, with its own parameters from $5 on ($1 is
   * the clinic, uuid): what stands behind `scope` is read after the clinic is set, which row-level security needs.
   * @param name of the statement, which stays prepared.
   * @returns rows as JSON has them, instants in ISO 8601: one column is much cheaper to read than many.
   */
  async glance<Row>(sql: string, parameters: readonly unknown[], name: string): Promise<Row[]> {
    const open = this.scope.transaction();
    const lead = open?.lead;
    const values = [this.scope.clinicId(), Math.round(this.scope.clockOffsetMs()), lead?.principal, lead?.key];
    const begun = open?.session.begun === true;
    const session = begun ? open.session : this.session('');
    const text = `${SCOPE} CROSS JOIN LATERAL (${sql}) found ${UNANSWERED}`;
    const rows = await session[begun ? 'query' : 'only']<{ row: Row }>(text, [...values, ...parameters], name);
    if (lead !== undefined && rows.length > 0) lead.clear = true;
    return rows.map(({ row }) => row);
  }

  /** Runs `action` once the open transaction is committed; at once when there is none. Lost in a crash: for hints only. */
  afterCommit(action: () => void): void {
    const open = this.scope.transaction();
    if (open === undefined) action();
    else open.afterCommit.push(action);
  }

  /** Without a clinic: only schema `directory` and functions can be reached; every other table shows no rows. */
  async directory<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const open = this.scope.transaction();
    if (open !== undefined) {
      open.lead?.look();
      return open.session.query<Row>(sql, parameters);
    }
    return this.session('').only<Row>(sql, parameters);
  }

  /** A transaction that belongs to no clinic yet; `enter` binds it to one (the outbox dispatcher's way). */
  async unscoped<T>(work: (session: Session, enter: EnterClinic) => Promise<T>): Promise<T> {
    return this.open('BEGIN', (transaction) =>
      work(transaction.session, (clinicId, inside) =>
        this.scope.run(clinicId, async () => {
          await transaction.session.query(settingsOf(clinicId, this.scope.clockOffsetMs()));
          return this.scope.withTransaction(transaction, inside);
        }),
      ),
    );
  }

  private async open<T>(begin: string, work: (transaction: OpenTransaction) => Promise<T>): Promise<T> {
    const transaction: OpenTransaction = { session: this.session(begin), afterCommit: [] };
    const result = await work(transaction).catch(async (error: unknown) => {
      await transaction.session.rollback();
      throw error;
    });
    await transaction.session.commit();
    for (const action of transaction.afterCommit) action();
    return result;
  }

  private session(opening: string): Session {
    return new Session(this.pool, this.address.app === this.address.direct, opening);
  }

  private get pool(): Pool {
    return (this.source.driver as PostgresDriver).master as Pool;
  }
}

/** SQLSTATE of a driver error (https://www.postgresql.org/docs/current/errcodes-appendix.html), if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : undefined;
}

/** OFFSET keeps the planner from moving a condition in front of the settings. */
const SCOPE = `SELECT to_json(found) AS row FROM (
  SELECT set_config('app.clinic_id', $1::uuid::text, true)::uuid AS clinic_id,
         set_config('app.clock_offset_ms', $2::text, true) AS clock_offset_ms OFFSET 0) scope`;
const UNANSWERED = `WHERE NOT EXISTS (
  SELECT FROM idempotency_keys k WHERE k.clinic_id = scope.clinic_id AND k.principal = $3::text AND k.key = $4::text)`;

type EnterClinic = <T>(clinicId: string, inside: () => Promise<T>) => Promise<T>;

/** Literals, checked by the scope: a UUID and a number. The offset is zero on every clinic whose clock was not moved. */
function settingsOf(clinicId: string, offsetMs: number): string {
  const clinic = `SET LOCAL app.clinic_id = '${clinicId}'`;
  return offsetMs === 0 ? clinic : `${clinic}; SET LOCAL app.clock_offset_ms = '${Math.round(offsetMs)}'`;
}

const beginIn = (clinicId: string, offsetMs: number): string => `BEGIN; ${settingsOf(clinicId, offsetMs)}`;
