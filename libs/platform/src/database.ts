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
    if (open !== undefined) return open.session.query<Row>(sql, parameters, name);
    return this.session(beginIn(this.scope.clinicId(), this.scope.clockOffsetMs())).only<Row>(sql, parameters, name);
  }

  /**
   * All or nothing. Joins an open transaction. Nothing outside the database may be awaited inside.
   * @throws whatever `work` throws, after rolling back; the driver's error with its SQLSTATE in `driverError.code`.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope.transaction() !== undefined) return work();
    const begin = beginIn(this.scope.clinicId(), this.scope.clockOffsetMs());
    return this.open(begin, (transaction) => this.scope.withTransaction(transaction, work));
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
    if (open !== undefined) return open.session.query<Row>(sql, parameters);
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

type EnterClinic = <T>(clinicId: string, inside: () => Promise<T>) => Promise<T>;

/** Literals, checked by the scope: a UUID and a number. The offset is zero on every clinic whose clock was not moved. */
function settingsOf(clinicId: string, offsetMs: number): string {
  const clinic = `SET LOCAL app.clinic_id = '${clinicId}'`;
  return offsetMs === 0 ? clinic : `${clinic}; SET LOCAL app.clock_offset_ms = '${Math.round(offsetMs)}'`;
}

const beginIn = (clinicId: string, offsetMs: number): string => `BEGIN; ${settingsOf(clinicId, offsetMs)}`;
