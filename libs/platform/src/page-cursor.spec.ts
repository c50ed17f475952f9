import { AppError } from './app-error';
import { readCursor, readExactCursor, readNameCursor, writeCursor } from './page-cursor';
import { isTimezone } from './timezone';

const ID = '01900000-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('comes back as it was given', () => {
    expect(readCursor(writeCursor('2027-05-04T03:00:00Z', ID))).toEqual({
      at: new Date('2027-05-04T03:00:00Z'),
      id: ID,
    });
    const at = '2027-05-04T03:00:00.123456Z';
    expect(readExactCursor(writeCursor(at, ID))).toEqual({ at, id: ID });
    expect(readNameCursor(writeCursor('ruiz', ID))).toEqual({ nameKey: 'ruiz', id: ID });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['another shape', Buffer.from('{"at":1}').toString('base64url')],
    ['no time', writeCursor('soon', ID)],
    ['no row', writeCursor('2027-05-04T03:00:00.123456Z', "1' OR")],
    ['a day that does not exist', writeCursor('2027-13-45T03:00:00.123456Z', ID)],
  ])('is refused when it is %s', (_what, cursor) => {
    for (const read of [readCursor, readExactCursor]) expect(() => read(cursor)).toThrow(AppError);
  });
});

describe('a time zone', () => {
  it('is a name of the IANA list', () => {
    expect(['Europe/Madrid', 'UTC', 'US/Eastern', 'Japan'].every(isTimezone)).toBe(true);
    expect(['Mars/Olympus', '', '+05:00', '-03'].some(isTimezone)).toBe(false);
  });
});
