import type { Pool, PoolClient } from 'pg';
import { QueryFailedError } from 'typeorm';
import { Statement } from './statement';
import type { Answer } from './statement';

/**
 * One connection, taken at the first statement and given back at the end. Statements are sent as they are asked for,
 * without waiting for one another's answers (the pool's connections are pipelined): what is asked for together is one
 * round trip, and so is the opening with the first statement.
 */
export class Session {
  private taken: Promise<PoolClient> | undefined;
  private opening: Promise<unknown> | undefined;
  private closing: Promise<Answer> | undefined;
  private ended = false;

  /**
   * @param prepares whether named statements stay prepared on their connection (not behind a transaction pooler).
   * @param begin SQL before the first statement, such as BEGIN; empty: every statement stands for itself.
   */
  constructor(
    private readonly pool: Pool,
    private readonly prepares: boolean,
    private readonly begin: string,
  ) {}

  /** Whether a statement was asked for. */
  get begun(): boolean {
    return this.taken !== undefined;
  }

  /**
   * @param name of a statement whose text never changes: it is parsed and planned once a connection.
   * @throws QueryFailedError with the driver's error, and its SQLSTATE, in `driverError`.
   */
  async query<Row>(sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> {
    const client = await this.connection();
    const opened = this.open(client);
    const asked = this.ask<Row>(client, sql, parameters, name);
    // In this order: when the opening failed, every statement after it did, and its reason is the one to tell.
    const [, rows] = await Promise.all([opened, asked]);
    return rows;
  }

  /** A transaction of one statement: opening, statement and COMMIT go out together. */
  async only<Row>(sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> {
    const client = await this.connection();
    this.ended = true;
    const opened = this.begin === '' ? undefined : send(client, this.begin);
    const asked = this.ask<Row>(client, sql, parameters, name);
    const closed = this.begin === '' ? undefined : send(client, 'COMMIT');
    const results = await Promise.allSettled([opened, asked, closed]);
    giveBack(client);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    return asked;
  }

  /** Sends COMMIT right behind what was asked for so far, in the same write; `commit` then waits for its answer alone. */
  commitBehind(): void {
    this.ended = true;
    if (this.taken === undefined || this.closing !== undefined) return;
    this.closing = this.taken.then((client) => send(client, 'COMMIT'));
    this.closing.catch(ignore);
  }

  /** The connection is given back either way. @throws when a statement before had failed, so that nothing was kept. */
  async commit(): Promise<void> {
    this.commitBehind();
    if (this.taken === undefined) return;
    const client = await this.taken;
    try {
      const { command } = (await this.closing) ?? {};
      if (command !== 'COMMIT') throw new Error('A statement of the transaction had failed: nothing of it was kept.');
    } finally {
      giveBack(client);
    }
  }

  /** The connection is given back either way. */
  async rollback(): Promise<void> {
    this.ended = true;
    const client = await this.taken?.catch(ignore);
    if (client === undefined) return;
    // A COMMIT that is under way ends a transaction that failed as ROLLBACK does.
    await (this.closing ?? send(client, 'ROLLBACK')).catch(ignore);
    giveBack(client);
  }

  private connection(): Promise<PoolClient> {
    if (this.ended) throw new Error('A statement was asked for after its transaction had ended.');
    return (this.taken ??= take(this.pool));
  }

  private open(client: PoolClient): Promise<unknown> {
    return (this.opening ??= this.begin === '' ? Promise.resolve() : send(client, this.begin));
  }

  private async ask<Row>(
    client: PoolClient,
    text: string,
    parameters: readonly unknown[],
    name: string | undefined,
  ): Promise<Row[]> {
    const { rows } = await send(client, text, parameters as unknown[], this.prepares ? name : undefined);
    return rows as Row[];
  }
}

async function take(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  // A connection that dies tells the statements under way; without a listener it would end the process as well.
  client.on('error', ignore);
  return client;
}

/** The pool drops a connection that died or is still inside a transaction. */
function giveBack(client: PoolClient): void {
  client.off('error', ignore);
  client.release(client.getTransactionStatus() !== 'I');
}

/** Errors are wrapped, so that the log never shows the driver's own message: it may quote a patient's words. */
async function send(client: PoolClient, text: string, values?: unknown[], name?: string): Promise<Answer> {
  // One write to the socket for all that is asked for together: the write is most of what a statement costs here.
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  try {
    return await new Promise((resolve, reject) => {
      const statement = new Statement(text, values, name, (error, answer) => {
        if (answer === undefined) reject(error ?? new Error('A statement ended without an answer.'));
        else resolve(answer);
      });
      client.query(statement);
    });
  } catch (error) {
    throw new QueryFailedError(text, [], error as Error);
  }
}

function ignore(): void {
  return undefined;
}
