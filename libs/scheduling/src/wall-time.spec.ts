import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayOf, instantOf, rfc3339, weekdayOf } from './wall-time';

describe('wall time', () => {
  it('is an instant with the offset that holds then', () => {
    const summer = instantOf('2027-05-04T14:30', 'America/New_York');
    expect(summer?.toISOString()).toBe('2027-05-04T18:30:00.000Z');
    expect(rfc3339(summer ?? new Date(0), 'America/New_York')).toBe('2027-05-04T14:30:00-04:00');
    expect(rfc3339(new Date('2027-01-04T18:30:00Z'), 'Asia/Kathmandu')).toBe('2027-01-05T00:15:00+05:45');
  });

  it('is written as Temporal writes it, at every change too', () => {
    const zones = [
      'America/New_York',
      'Europe/Madrid',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'UTC',
    ];
    const start = Date.UTC(2024, 0, 1);
    const changes = [
      Date.UTC(2027, 2, 14, 7),
      Date.UTC(2027, 10, 7, 6),
      Date.UTC(2027, 2, 28, 1),
      Date.UTC(2027, 3, 3, 15),
    ];
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 7 * 365 * 86_400 }).map((second) => start + second * 1000),
      fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 })).map(([at, second]) => at + second * 1000),
    );
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, timezone) => {
        const temporal = Temporal.Instant.fromEpochMilliseconds(at).toString({
          timeZone: timezone,
          smallestUnit: 'second',
        });
        expect(rfc3339(new Date(at), timezone)).toBe(temporal);
      }),
      { numRuns: 500 },
    );
  });

  it('that the clocks jump over is none, and one shown twice is the first', () => {
    expect(instantOf('2027-03-14T02:30', 'America/New_York')).toBeUndefined();
    expect(instantOf('2027-11-07T01:30', 'America/New_York')?.toISOString()).toBe('2027-11-07T05:30:00.000Z');
  });

  it('knows days in the clinic’s zone, not the process’s', () => {
    expect(dayOf(new Date('2027-05-04T03:00:00Z'), 'America/New_York')).toBe('2027-05-03');
    expect([addDays('2028-02-28', 1), weekdayOf('2027-05-04')]).toEqual(['2028-02-29', 2]);
  });
});
