import { readNameCursor, writeCursor } from '@clinicall/platform';

/** One page of a list that is ordered by name; `read` is asked for one row more, to know whether another page follows. */
export async function pageByName<Row extends { readonly id: string; readonly name: string }>(
  query: { readonly limit: number; readonly cursor?: string },
  read: (page: { limit: number; after?: { nameKey: string; id: string } }) => Promise<Row[]>,
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const after = query.cursor === undefined ? undefined : readNameCursor(query.cursor);
  const rows = await read({ limit: query.limit + 1, after });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return { items, nextCursor: more ? writeCursor(last.name, last.id) : null };
}
