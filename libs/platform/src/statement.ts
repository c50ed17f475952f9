import { Query } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** The driver's connection, as far as a statement speaks to it. */
interface Wire {
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  execute(message: object): void;
  sync(): void;
}

type Read = (text: string) => unknown;

/** What the driver's own query has and its types do not tell. */
interface DriverQuery {
  name: string | undefined;
  callback: (error: Error | undefined, answer?: Answer) => void;
  readonly values: readonly unknown[] | undefined;
  readonly _result: { readonly _types: { getTypeParser(oid: number, format: string): Read } };
  submit(connection: unknown): Error | null;
  prepare(connection: Wire): void;
}

interface Column {
  readonly name: string;
  readonly read: Read;
}

export interface Answer {
  readonly rows: readonly unknown[];
  /** Of the last one, where the text has several: SELECT, COMMIT … */
  readonly command: string;
}

/** A prepared statement answers in the same columns as long as it stands, or PostgreSQL refuses it: they are asked for once. */
const known = new WeakMap<Wire, Map<string, readonly Column[]>>();

/**
 * A statement on a pipelined connection. The driver's own has the columns of every answer described anew and makes each row
 * by way of an object without a shape, which takes more processor time than all else that is done with a short answer.
 */
export class Statement extends (Query as unknown as new (
  text: string,
  values: readonly unknown[] | undefined,
) => DriverQuery) {
  private readonly found: unknown[] = [];
  private command = '';
  private columns: readonly Column[] = [];
  private learnsFrom: Wire | undefined;
  private failure: Error | undefined;

  /**
   * @param statementName under which it stays prepared; its text never changes.
   * @param done is called once. An error is the driver's, with its SQLSTATE in `code`.
   */
  constructor(
    text: string,
    values: readonly unknown[] | undefined,
    statementName: string | undefined,
    done: (error: Error | undefined, answer?: Answer) => void,
  ) {
    super(text, values);
    this.name = statementName;
    this.callback = done;
  }

  override prepare(connection: Wire): void {
    const { name = '', values = [] } = this;
    const columns = known.get(connection)?.get(name);
    if (columns === undefined) {
      this.learnsFrom = connection;
      super.prepare(connection);
      return;
    }
    this.columns = columns;
    connection.bind({ statement: name, values, valueMapper: prepareValue });
    connection.execute({});
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number; format: string }[] }): void {
    const { _types: types } = this._result;
    this.columns = fields.map(({ name, dataTypeID, format }) => ({
      name,
      read: types.getTypeParser(dataTypeID, format),
    }));
    const { learnsFrom, name } = this;
    if (learnsFrom === undefined || name === undefined) return;
    const here = known.get(learnsFrom) ?? new Map<string, readonly Column[]>();
    known.set(learnsFrom, here.set(name, this.columns));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    try {
      this.columns.forEach(({ name, read }, at) => {
        const text = fields[at] ?? null;
        row[name] = text === null ? null : read(text);
      });
    } catch (error) {
      this.failure ??= error as Error;
    }
    this.found.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.command = text.split(' ', 1)[0] ?? '';
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    if (this.failure === undefined) this.callback(undefined, { rows: this.found, command: this.command });
    else this.callback(this.failure);
  }
}
