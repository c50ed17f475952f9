import { AppError } from './app-error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MICROSECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Where a page ended: its last row's place in the order, and that row. Opaque to whoever gets it. */
export function writeCursor(place: string, id: string): string {
  return Buffer.from(JSON.stringify([place, id])).toString('base64url');
}

/** Of a list ordered by time. @throws AppError `validation_failed` naming `cursor`. */
export function readCursor(cursor: string): { at: Date; id: string } {
  const [place, id] = pairOf(cursor);
  const at = new Date(place);
  if (Number.isNaN(at.getTime())) throw notOurs();
  return { at, id };
}

/** Of a list whose times are told to the microsecond, which a Date cannot hold. @throws AppError `validation_failed` naming `cursor`. */
export function readExactCursor(cursor: string): { at: string; id: string } {
  const [at, id] = pairOf(cursor);
  if (!MICROSECOND.test(at) || Number.isNaN(Date.parse(at))) throw notOurs();
  return { at, id };
}

/** Of a list ordered by name. @throws AppError `validation_failed` naming `cursor`. */
export function readNameCursor(cursor: string): { nameKey: string; id: string } {
  const [nameKey, id] = pairOf(cursor);
  return { nameKey, id };
}

function pairOf(cursor: string): [string, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string' && UUID.test(parsed[1]))
      return [parsed[0], parsed[1]];
  } catch {
    // Falls through to the refusal below: a cursor is opaque, so how it is broken does not matter.
  }
  throw notOurs();
}

function notOurs(): AppError {
  return AppError.field('cursor', 'is not one this list gave');
}
