import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { sessionTimes, wantedSlots } from './session-slots';
import type { SessionException, WeeklySession } from './session-rules';

const NEW_YORK = 'America/New_York';

function walls(
  session: { fromTime: string; toTime: string; slotMinutes: number },
  day: string,
  timezone: string,
): string[] {
  return sessionTimes(session, day, timezone).map(({ startsAt }) =>
    Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toString({ timeZone: timezone, smallestUnit: 'minute' }),
  );
}

describe('the times of a session', () => {
  it('follow the wall clock across a change', () => {
    const session = { fromTime: '09:00', toTime: '10:00', slotMinutes: 30 };
    expect(walls(session, '2027-03-13', NEW_YORK)).toEqual(['2027-03-13T09:00-05:00', '2027-03-13T09:30-05:00']);
    expect(walls(session, '2027-03-14', NEW_YORK)).toEqual(['2027-03-14T09:00-04:00', '2027-03-14T09:30-04:00']);
  });

  it('leave out what the clocks jump over', () => {
    const session = { fromTime: '01:00', toTime: '04:00', slotMinutes: 30 };
    expect(walls(session, '2027-03-14', NEW_YORK)).toEqual([
      '2027-03-14T01:00-05:00',
      '2027-03-14T01:30-05:00',
      '2027-03-14T03:00-04:00',
      '2027-03-14T03:30-04:00',
    ]);
  });

  it('leave out what would overlap its predecessor behind a jump', () => {
    expect(walls({ fromTime: '01:00', toTime: '04:20', slotMinutes: 40 }, '2027-03-14', NEW_YORK)).toEqual([
      '2027-03-14T01:00-05:00',
      '2027-03-14T01:40-05:00',
      '2027-03-14T03:40-04:00',
    ]);
  });

  it('take the first of a time shown twice', () => {
    expect(walls({ fromTime: '00:30', toTime: '02:30', slotMinutes: 60 }, '2027-11-07', NEW_YORK)).toEqual([
      '2027-11-07T00:30-04:00',
      '2027-11-07T01:30-04:00',
    ]);
  });

  it('end with the session, also at midnight', () => {
    const late = { fromTime: '23:00', toTime: '24:00', slotMinutes: 25 };
    expect(walls(late, '2027-05-04', NEW_YORK)).toEqual(['2027-05-04T23:00-04:00', '2027-05-04T23:25-04:00']);
  });

  it('agree with a search through every instant, in zones with odd changes', () => {
    const changes = [
      [NEW_YORK, '2027-03-14'],
      [NEW_YORK, '2027-11-07'],
      ['Europe/Madrid', '2027-10-31'],
      ['Australia/Lord_Howe', '2027-04-04'],
      ['Australia/Lord_Howe', '2027-10-03'],
      ['Africa/Cairo', '2027-04-30'],
      ['Asia/Kathmandu', '2028-02-29'],
    ] as const;
    const clock = (minute: number) =>
      Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
        .toString()
        .slice(0, 5);
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 1, max: 239 }),
        fc.integer({ min: 5, max: 90 }),
        ([timezone, day], from, length, slotMinutes) => {
          const session = { fromTime: clock(from), toTime: clock(from + length), slotMinutes };
          const found = sessionTimes(session, day, timezone).map(({ startsAt, endsAt }) => [
            startsAt.getTime(),
            endsAt.getTime(),
          ]);
          expect(found).toEqual(bySearch(from, from + length, slotMinutes, day, timezone));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** The slow way: look at the wall clock every minute of two real days. */
function bySearch(from: number, to: number, length: number, day: string, timezone: string): number[][] {
  const found: number[][] = [];
  for (const [minute, at] of minutesOf(day, timezone)) {
    const onGrid = minute >= from && (minute - from) % length === 0 && minute + length <= to;
    const before = found.at(-1);
    if (!onGrid || (before?.[1] !== undefined && at < before[1])) continue;
    found.push([at, at + length * 60_000]);
  }
  return found;
}

const looked = new Map<string, Map<number, number>>();

/** Minute of the day → the first instant at which the zone's clocks show it. */
function minutesOf(day: string, timezone: string): Map<number, number> {
  const known = looked.get(day + timezone);
  if (known !== undefined) return known;
  const minutes = new Map<number, number>();
  let at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone });
  for (; at.toPlainDate().toString() === day; at = at.add({ minutes: 1 })) {
    const minute = at.hour * 60 + at.minute;
    if (!minutes.has(minute)) minutes.set(minute, at.epochMilliseconds);
  }
  looked.set(day + timezone, minutes);
  return minutes;
}

describe('the slots that the rules ask for', () => {
  const rule: WeeklySession = {
    id: 'rule',
    doctorId: 'ruth',
    specialtyId: 'cardiology',
    weekday: 2,
    fromTime: '09:00:00',
    toTime: '11:00:00',
    startsOn: '2027-05-04',
    endsOn: '2027-05-11',
    slotMinutes: 60,
    capacity: 2,
    visitTypeIds: null,
  };
  const made = (exceptions: SessionException[]) =>
    wantedSlots([rule], exceptions, '2027-05-01', '2027-05-31', NEW_YORK).map(
      (slot) => `${slot.startsAt.toISOString()} ${slot.lane}`,
    );
  const closed = {
    id: 'x',
    kind: 'closed',
    doctorId: null,
    startsOn: '2027-05-04',
    endsOn: '2027-05-04',
    fromTime: null,
    toTime: null,
  } as const;

  it('hold on their weekday while the rule is valid, once a lane', () => {
    expect(made([])).toEqual([
      '2027-05-04T13:00:00.000Z 1',
      '2027-05-04T13:00:00.000Z 2',
      '2027-05-04T14:00:00.000Z 1',
      '2027-05-04T14:00:00.000Z 2',
      '2027-05-11T13:00:00.000Z 1',
      '2027-05-11T13:00:00.000Z 2',
      '2027-05-11T14:00:00.000Z 1',
      '2027-05-11T14:00:00.000Z 2',
    ]);
  });

  it('fall out on a holiday, in the hours of a leave, and of that doctor alone', () => {
    expect(made([closed])).toHaveLength(4);
    expect(made([{ ...closed, doctorId: 'ruth', fromTime: '10:30:00', toTime: '12:00:00' }])).toHaveLength(6);
    expect(made([{ ...closed, doctorId: 'omar' }])).toHaveLength(8);
  });

  it('come in an extra session, also on a closed day', () => {
    const extra: SessionException = {
      ...rule,
      id: 'extra',
      kind: 'extra',
      startsOn: '2027-05-04',
      endsOn: '2027-05-04',
      capacity: 1,
      fromTime: '18:00:00',
      toTime: '19:00:00',
    };
    expect(made([closed, extra])).toContain('2027-05-04T22:00:00.000Z 1');
  });
});
