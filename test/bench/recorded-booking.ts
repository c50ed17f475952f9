import { Client } from 'pg';

/** One statement as it went over the wire. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the driver sends while `work` runs, in order; the benches' peers send the very same. */
export async function recording(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const prototype = Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: Client, ...args: unknown[]): unknown {
    const [statement, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    if (typeof statement === 'string') sent.push({ text: statement, values: values ?? [] });
    else sent.push({ text: statement.text, values: statement.values ?? [] });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent.flatMap(({ text, values }) =>
    // The driver takes several statements in one text, as long as none has values.
    values.length > 0 ? [{ text, values }] : text.split(/;\s*/).map((one) => ({ text: one, values: [] })),
  );
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const hex = (n: number): string => n.toString(16).padStart(12, '0');

/** Ids that the n-th booking of a bench uses; in SQL and in TypeScript the same. */
export const slotIdOf = (n: number): string => `00000000-0000-4000-8000-${hex(n)}`;
export const patientIdOf = (n: number): string => `00000000-0000-4000-9000-${hex(n)}`;
const freshIdOf = (kind: number, n: number): string => `0000000${kind}-0000-4000-a000-${hex(n)}`;

type Part = string | { readonly prefix: string };

/** The n-th booking made from a recorded one: same statements, its own slot, patient and new ids. */
export class BookingScript {
  private readonly fresh = new Map<string, number>();
  private readonly statements: { text: string; values: (Part[] | null)[] }[];

  /** @param fixed ids that every booking shares. */
  constructor(
    recorded: readonly Sent[],
    private readonly n: number,
    private readonly fixed: ReadonlySet<string>,
  ) {
    this.statements = recorded.map(({ text, values }) => ({ text, values: values.map((value) => this.parts(value)) }));
  }

  /** The statements of the n-th booking. */
  of(n: number): { name: string; text: string; values: (string | null)[] }[] {
    return this.statements.map(({ text, values }, index) => ({
      name: `peer_${index}`,
      text,
      values: values.map((parts) =>
        parts === null ? null : parts.map((part) => (typeof part === 'string' ? part : part.prefix + hex(n))).join(''),
      ),
    }));
  }

  /** For pgbench, which computes the same ids from its variable `n`. */
  forPgbench(): string {
    const sql = this.statements.map(({ text, values }) =>
      text.replace(/\$(\d+)/g, (_all, position: string) => {
        const parts = values[Number(position) - 1];
        if (parts === null || parts === undefined) return 'NULL';
        const terms = parts.map((part) =>
          typeof part === 'string'
            ? literal(part)
            : `(${literal(part.prefix)} || lpad(to_hex(:n::bigint), 12, '0'))${parts.length === 1 ? '::uuid' : ''}`,
        );
        return terms.length === 1 ? (terms[0] ?? 'NULL') : `(${terms.join(' || ')})${jsonCast(parts)}`;
      }),
    );
    return sql.map((statement) => `${statement};`).join('\n');
  }

  private parts(value: unknown): Part[] | null {
    if (value === null || value === undefined) return null;
    const text = textOf(value);
    const ids = [...text.matchAll(UUID)];
    const parts: Part[] = [];
    let from = 0;
    for (const { 0: id, index } of ids) {
      if (this.fixed.has(id)) continue;
      if (index > from) parts.push(text.slice(from, index));
      parts.push({ prefix: this.prefixOf(id) });
      from = index + id.length;
    }
    if (from < text.length || parts.length === 0) parts.push(text.slice(from));
    return parts;
  }

  private prefixOf(id: string): string {
    if (id === slotIdOf(this.n)) return slotIdOf(0).slice(0, 24);
    if (id === patientIdOf(this.n)) return patientIdOf(0).slice(0, 24);
    const kind = this.fresh.get(id) ?? this.fresh.size + 1;
    this.fresh.set(id, kind);
    return freshIdOf(kind, 0).slice(0, 24);
  }
}

/** pgbench takes `:word` for a variable wherever it stands, so no colon is written. */
function literal(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a').replaceAll('\n', '\\n');
  return `E'${escaped}'`;
}

const jsonCast = (parts: readonly Part[]): string => {
  const [first] = parts;
  return typeof first === 'string' && first.startsWith('{"') ? '::jsonb' : '';
};

/** As the driver writes it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? `{${value.join(',')}}` : JSON.stringify(value);
}
