import type { State } from './state';
import { withWeekdayDates } from './weekday-dates';

const state = { now: '2028-03-08T11:10:00+01:00', timezone: 'Europe/Madrid' } as State;

test.each([
  ['el viernes 10 por la tarde', 'el viernes día 10 por la tarde'],
  ['viernes 10', 'viernes día 10'],
  ['el miércoles 15, por favor', 'el miércoles día 15, por favor'],
  // No such Friday is near: an hour.
  ['el viernes 11', 'el viernes 11'],
  ['el viernes 10:30', 'el viernes 10:30'],
  ['el viernes 10 de la mañana', 'el viernes 10 de la mañana'],
])('%s', (said, read) => {
  expect(withWeekdayDates(said, state)).toBe(read);
});
