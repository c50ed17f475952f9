import { askingTime } from './asking-hours';

describe('the hours in which somebody may be asked', () => {
  const asked = (now: string) => askingTime(new Date(now), 'America/New_York').toISOString();

  it('are now by day, and the morning at night, on the days clocks change too', () => {
    expect(asked('2027-05-04T14:00:00Z')).toBe('2027-05-04T14:00:00.000Z');
    expect(asked('2027-05-05T00:00:00Z')).toBe('2027-05-05T12:00:00.000Z');
    expect(asked('2027-05-05T07:00:00Z')).toBe('2027-05-05T12:00:00.000Z');
    expect(asked('2027-03-14T05:30:00Z')).toBe('2027-03-14T12:00:00.000Z');
    expect(asked('2027-11-07T04:30:00Z')).toBe('2027-11-07T13:00:00.000Z');
  });
});
