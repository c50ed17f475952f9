import { AppError } from '@clinicall/platform';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where a page ordered by time ended. */
export function writeCursor(startsAt: string, id: string): string {
  return Buffer.from(JSON.stringify([startsAt, id])).toString('base64url');
}

/** @throws AppError `validation_failed` naming `cursor`. */
export function readCursor(cursor: string): { at: Date; id: string } {
  const [startsAt, id] = pairOf(cursor);
  const at = new Date(startsAt);
  if (Number.isNaN(at.getTime()) || !UUID.test(id)) throw AppError.field('cursor', 'is not one this list gave');
  return { at, id };
}

/** Where a page ordered by name ended. @throws AppError `validation_failed` naming `cursor`. */
export function readNameCursor(cursor: string): { nameKey: string; id: string } {
  const [nameKey, id] = pairOf(cursor);
  if (!UUID.test(id)) throw AppError.field('cursor', 'is not one this list gave');
  return { nameKey, id };
}

function pairOf(cursor: string): [string, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string')
      return [parsed[0], parsed[1]];
  } catch {
    // Falls through to the refusal below: a cursor is opaque, so how it is broken does not matter.
  }
  throw AppError.field('cursor', 'is not one this list gave');
}

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
