import { Injectable } from '@nestjs/common';
import { markPhi } from '@clinicall/platform';
import type { DataKind } from './data-kinds';

/** SQL over a row `t` and `given.patients` (uuid[]), `given.numbers` (text[], theirs alone), `given.conversations` (uuid[]). */
type PatientCondition = string;
/**
 * SQL over a row `t`, `given.before` (timestamptz: things that ended earlier may go) and what is under legal hold:
 * `given.held_patients` (uuid[]), `given.held_numbers` (text[]), `given.held_conversations` (uuid[]).
 */
type OverCondition = string;

/** What a table holds of patients, and what is done with it. */
export interface TableData {
  readonly table: string;
  /** Columns that hold or could quote a patient's data; their names are kept out of logs, traces and metrics. */
  readonly phi?: readonly string[];
  /** Columns of words, days or JSON that hold none. One that stands in neither list fails a test. */
  readonly plain?: readonly string[];
  /** The patient's rows: what their export shows. Absent: the table holds nothing of patients. */
  readonly ofPatient?: PatientCondition;
  /** What erasure does to those rows. */
  readonly erase?: 'delete' | { readonly set: string } | { readonly keep: string };
  /** What lets rows go when their time is over: a data kind's purge, a person's erasure alone, or nothing, and why. */
  readonly purgedBy?: DataKind | 'erasure' | { readonly never: string };
}

/** One table's part of a purge: rows that are over are deleted, or lose what `set` takes from them. */
export interface PurgeStep {
  readonly table: string;
  readonly over: OverCondition;
  readonly set?: string;
}

export interface Purge {
  readonly kind: DataKind;
  /** In order. */
  readonly steps: readonly PurgeStep[];
}

/** Who the patients are. SQL with $1 clinic id and $2 patient ids (uuid[]). */
export interface Subject {
  /** Rows {id}: the patients themselves and records that were merged into them. */
  readonly records: string;
  /** Rows {number, alone}: their numbers, and whether no other patient has them. */
  readonly numbers: string;
  /** A row when erasing must wait, such as for an appointment that is still to come. */
  readonly busy: string;
}

/** What every room says of its own tables. Rooms add theirs when their module is made; this one knows none of them. */
@Injectable()
export class PersonalData {
  private readonly known = new Map<string, TableData>();
  private readonly purges = new Map<DataKind, readonly PurgeStep[]>();
  private who: Subject | undefined;
  private talks: string | undefined;

  add(tables: readonly TableData[], purges: readonly Purge[] = []): void {
    for (const table of tables) {
      this.known.set(table.table, table);
      markPhi(table.phi ?? []);
    }
    for (const { kind, steps } of purges) this.purges.set(kind, steps);
  }

  setSubject(subject: Subject): void {
    this.who = subject;
  }

  /** @param sql rows {id}: conversations of patients; $1 clinic id, $2 patient ids, $3 numbers that are theirs alone. */
  setConversations(sql: string): void {
    this.talks = sql;
  }

  /** @throws when no room has said who the patients are. */
  get subject(): Subject {
    if (this.who === undefined) throw new Error('No room has said who the patients are.');
    return this.who;
  }

  get conversations(): string | undefined {
    return this.talks;
  }

  tables(): readonly TableData[] {
    return [...this.known.values()];
  }

  steps(kind: DataKind): readonly PurgeStep[] {
    return this.purges.get(kind) ?? [];
  }
}
