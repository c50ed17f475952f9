import { addDays, dayOf, instantOf, isTimezone, rfc3339, weekdayOf } from './wall-time';

describe('wall time', () => {
  it('is an instant with the offset that holds then', () => {
    const summer = instantOf('2027-05-04T14:30', 'America/New_York');
    expect(summer?.toISOString()).toBe('2027-05-04T18:30:00.000Z');
    expect(rfc3339(summer ?? new Date(0), 'America/New_York')).toBe('2027-05-04T14:30:00-04:00');
    expect(rfc3339(new Date('2027-01-04T18:30:00Z'), 'Asia/Kathmandu')).toBe('2027-01-05T00:15:00+05:45');
  });

  it('that the clocks jump over is none, and one shown twice is the first', () => {
    expect(instantOf('2027-03-14T02:30', 'America/New_York')).toBeUndefined();
    expect(instantOf('2027-11-07T01:30', 'America/New_York')?.toISOString()).toBe('2027-11-07T05:30:00.000Z');
  });

  it('knows days in the clinic’s zone, not the process’s', () => {
    expect(dayOf(new Date('2027-05-04T03:00:00Z'), 'America/New_York')).toBe('2027-05-03');
    expect([addDays('2028-02-28', 1), weekdayOf('2027-05-04')]).toEqual(['2028-02-29', 2]);
    expect([isTimezone('Europe/Madrid'), isTimezone('Mars/Olympus'), isTimezone('')]).toEqual([true, false, false]);
  });
});
