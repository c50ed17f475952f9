import { describeOpeningHours, parseOpeningHours } from './opening-hours';

describe('opening hours', () => {
  it('reads a span of days', () => {
    const hours = parseOpeningHours('Monday to Friday 08:00 to 18:00');
    expect(hours).toHaveLength(5);
    expect(hours[4]).toEqual({ weekday: 5, opens: '08:00', closes: '18:00' });
  });

  it('reads several parts and single-digit hours, and says them again', () => {
    const hours = parseOpeningHours('Monday - Thursday 8:00-17:30, Saturday 9:00 to 13:00');
    expect(describeOpeningHours(hours)).toBe('Monday to Thursday 08:00 to 17:30, Saturday 09:00 to 13:00');
  });

  it('wraps over the end of the week', () => {
    expect(parseOpeningHours('Saturday to Monday 10:00 to 12:00').map((one) => one.weekday)).toEqual([6, 7, 1]);
  });

  it.each(['whenever', 'Monday 18:00 to 08:00', 'Monday 25:00 to 26:00', 'Mo-Fr 08:00 to 18:00'])(
    'refuses %p',
    (text) => {
      expect(() => parseOpeningHours(text)).toThrow(/hours must read like/);
    },
  );
});
