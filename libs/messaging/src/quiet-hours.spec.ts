import { afterQuiet, isQuiet, reminderTime } from './quiet-hours';

const zone = 'America/New_York';
const at = (local: string, offset = '-04:00') => new Date(`${local}:00${offset}`);
const now = at('2027-05-01T09:00');

describe('quiet hours', () => {
  it('last from nine in the evening to eight in the morning of the clinic', () => {
    const quiet = ['20:59', '21:00', '23:59', '00:00', '07:59', '08:00'].map((time) =>
      isQuiet(at(`2027-05-03T${time}`), zone),
    );
    expect(quiet).toEqual([false, true, true, true, true, false]);
    expect(afterQuiet(at('2027-05-03T22:30'), zone)).toEqual(at('2027-05-04T08:00'));
    expect(afterQuiet(at('2027-05-03T02:30'), zone)).toEqual(at('2027-05-03T08:00'));
    expect(afterQuiet(at('2027-05-03T12:30'), zone)).toEqual(at('2027-05-03T12:30'));
  });

  it.each([
    ['a day before', '2027-05-04T14:30', 24, '2027-05-03T14:30'],
    ['in the morning, when a day before is at night', '2027-05-04T07:00', 24, '2027-05-03T08:00'],
    ['the evening before, when the morning is too late', '2027-05-04T08:30', 1, '2027-05-03T20:00'],
  ])('reminds %s', (_name, startsAt, hours, expected) => {
    expect(reminderTime(at(startsAt), hours, now, zone)).toEqual(at(expected));
  });

  it('does not remind of what was booked nearer than that', () => {
    expect(reminderTime(at('2027-05-02T09:00'), 24, now, zone)).toBeUndefined();
    expect(reminderTime(at('2027-05-02T09:01'), 24, now, zone)).toEqual(at('2027-05-01T09:01'));
  });

  it('counts real hours over a change of the clocks', () => {
    // 14 March 2027, 02:00: New York goes from -05:00 to -04:00.
    expect(reminderTime(at('2027-03-14T14:00'), 24, now0, zone)).toEqual(at('2027-03-13T13:00', '-05:00'));
  });
});

const now0 = at('2027-03-01T09:00', '-05:00');
