import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager, QueryRunner } from 'typeorm';
import { ClinicScope } from './clinic-scope';
import type { OpenTransaction } from './clinic-scope';

/**
 * The way to PostgreSQL. Every statement runs in a transaction that has app.clinic_id set from the clinic scope, so
 * row-level security sees it; transactions are short, join one another, and are never passed around by hand.
 */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly scope: ClinicScope,
  ) {}

  /** Joins the open transaction, else runs in a short one of its own. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const open = this.scope.transaction();
    if (open !== undefined) return rowsOf<Row>(await open.runner.query(sql, [...parameters], true));
    return this.transaction(() => this.query<Row>(sql, parameters));
  }

  /**
   * All or nothing. Joins an open transaction. Nothing outside the database may be awaited inside.
   * @throws whatever `work` throws, after rolling back; the driver's error with its SQLSTATE in `driverError.code`.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope.transaction() !== undefined) return work();
    const clinicId = this.scope.clinicId();
    return this.open(async (transaction) => {
      await enterClinic(transaction.runner, clinicId, this.scope.clockOffsetMs());
      return this.scope.withTransaction(transaction, work);
    });
  }

  /** The entity manager of the open transaction, for plain reads and writes of entities. */
  manager(): EntityManager {
    const open = this.scope.transaction();
    if (open === undefined) throw new Error('Database.manager() needs an open transaction.');
    return open.runner.manager;
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
    if (open !== undefined) return rowsOf<Row>(await open.runner.query(sql, [...parameters], true));
    const runner = this.source.createQueryRunner();
    try {
      return rowsOf<Row>(await runner.query(sql, [...parameters], true));
    } finally {
      await runner.release();
    }
  }

  /** A transaction that belongs to no clinic yet; `enter` binds it to one (the outbox dispatcher's way). */
  async unscoped<T>(work: (runner: QueryRunner, enter: EnterClinic) => Promise<T>): Promise<T> {
    return this.open((transaction) =>
      work(transaction.runner, (clinicId, inside) =>
        this.scope.run(clinicId, async () => {
          await enterClinic(transaction.runner, clinicId, this.scope.clockOffsetMs());
          return this.scope.withTransaction(transaction, inside);
        }),
      ),
    );
  }

  private async open<T>(work: (transaction: OpenTransaction) => Promise<T>): Promise<T> {
    const transaction: OpenTransaction = { runner: this.source.createQueryRunner(), afterCommit: [] };
    const { runner } = transaction;
    try {
      await runner.startTransaction();
      const result = await work(transaction);
      await runner.commitTransaction();
      for (const action of transaction.afterCommit) action();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** SQLSTATE of a driver error (https://www.postgresql.org/docs/current/errcodes-appendix.html), if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : undefined;
}

type EnterClinic = <T>(clinicId: string, inside: () => Promise<T>) => Promise<T>;

async function enterClinic(runner: QueryRunner, clinicId: string, offsetMs: number): Promise<void> {
  await runner.query(`SELECT set_config('app.clinic_id', $1, true), set_config('app.clock_offset_ms', $2, true)`, [
    clinicId,
    String(offsetMs),
  ]);
}

function rowsOf<Row>(result: unknown): Row[] {
  return (result as { records?: Row[] }).records ?? [];
}
