import { Injectable } from '@nestjs/common';
import { ClinicScope, Database, sqlState } from '@clinicall/platform';

const MOST_TRIES = 4;
/** serialization_failure, deadlock_detected: the same work may well succeed the next time. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const EXCLUSION_VIOLATION = '23P01';

/** Runs a booking's writes so that a refusal leaves nothing behind, whoever's transaction it is in. */
@Injectable()
export class BookingAttempt {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** One transaction, tried again when PostgreSQL broke a deadlock with it; inside a caller's transaction tried once. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const tries = this.scope.transaction() === undefined ? MOST_TRIES : 1;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(work);
      } catch (error) {
        if (attempt >= tries || !TRY_AGAIN.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** Inside a transaction: what `work` wrote before it refused is undone, and the transaction goes on. */
  async undoable<T extends { readonly ok: boolean }>(work: () => Promise<T>): Promise<T> {
    await this.database.query('SAVEPOINT booking');
    const result = await work();
    await this.database.query(result.ok ? 'RELEASE SAVEPOINT booking' : 'ROLLBACK TO SAVEPOINT booking');
    return result;
  }

  /** Whether a constraint let the write pass. A refused write is undone and the transaction goes on. */
  async passes(write: () => Promise<void>): Promise<boolean> {
    await this.database.query('SAVEPOINT write');
    try {
      await write();
      await this.database.query('RELEASE SAVEPOINT write');
      return true;
    } catch (error) {
      if (sqlState(error) !== EXCLUSION_VIOLATION) throw error;
      await this.database.query('ROLLBACK TO SAVEPOINT write');
      return false;
    }
  }
}
