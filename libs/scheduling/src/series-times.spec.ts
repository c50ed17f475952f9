import { seriesTimes } from './series-times';

const iso = (times: ReturnType<typeof seriesTimes>) => times.map(({ at }) => at?.toISOString());

describe('the times of a series', () => {
  it('keep the wall time across both changes of the clocks', () => {
    const weekly = seriesTimes(new Date('2027-03-07T14:00:00Z'), { unit: 'weeks', interval: 1 }, 3, 'America/New_York');
    expect(iso(weekly)).toEqual(['2027-03-07T14:00:00.000Z', '2027-03-14T13:00:00.000Z', '2027-03-21T13:00:00.000Z']);
    const autumn = seriesTimes(new Date('2027-10-30T08:00:00Z'), { unit: 'weeks', interval: 1 }, 2, 'Europe/Madrid');
    expect(iso(autumn)).toEqual(['2027-10-30T08:00:00.000Z', '2027-11-06T09:00:00.000Z']);
  });

  it('know half-hour zones and every second week', () => {
    const times = seriesTimes(
      new Date('2027-09-25T23:30:00Z'),
      { unit: 'weeks', interval: 2 },
      2,
      'Australia/Lord_Howe',
    );
    expect(times.map(({ wall }) => wall)).toEqual(['2027-09-26T10:00', '2027-10-10T10:00']);
    expect(iso(times)).toEqual(['2027-09-25T23:30:00.000Z', '2027-10-09T23:00:00.000Z']);
  });

  it('are the last day of a month that is too short, and do not drift from there', () => {
    const monthly = seriesTimes(
      new Date('2027-01-31T15:00:00Z'),
      { unit: 'months', interval: 1 },
      3,
      'America/New_York',
    );
    expect(monthly.map(({ wall }) => wall)).toEqual(['2027-01-31T10:00', '2027-02-28T10:00', '2027-03-31T10:00']);
  });

  it('have no instant where clocks jump over the wall time', () => {
    const gap = seriesTimes(new Date('2027-03-07T07:30:00Z'), { unit: 'weeks', interval: 1 }, 2, 'America/New_York');
    expect(gap[1]).toEqual({ wall: '2027-03-14T02:30', at: undefined });
  });

  it('do not depend on the zone of the process', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Chatham']) {
        process.env['TZ'] = zone;
        const times = seriesTimes(
          new Date('2027-03-07T14:00:00Z'),
          { unit: 'weeks', interval: 1 },
          2,
          'America/New_York',
        );
        expect(iso(times)).toEqual(['2027-03-07T14:00:00.000Z', '2027-03-14T13:00:00.000Z']);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
