import { names } from './spoken-times';

const place = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00' };

test.each([
  ['Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler', true],
  ['tomorrow at three o’clock with doctor Ruth Addler', true],
  ['at 3 p.m. with Dr. Adler or at 4:30', true],
  ['el martes a las tres con la doctora Ruth Adler', true],
  ['Tuesday at 3:30 PM with Dr. Ruth Adler', false],
  ['Wednesday at 3:00 PM with Dr. Ruth Adler', false],
  ['Tuesday at 3:00 PM with Dr. Okonkwo', false],
  ['I have three doctors', false],
])('%p names the place: %p', (heard, expected) => {
  expect(names(heard, place)).toBe(expected);
});

test.each([
  ['at 2:30', '2027-05-04T14:30', true],
  ['at two thirty p.m.', '2027-05-04T14:30', true],
  ['half past two', '2027-05-04T14:30', true],
  ['a las dos y media', '2027-05-04T14:30', true],
  ['at 2:00', '2027-05-04T14:30', false],
  ['at half past two', '2027-05-04T14:00', false],
  ['at 12 noon, at 12 pm', '2027-05-04T12:00', true],
  ['at 9:15', '2027-05-04T09:15', true],
  ['at 10:40', '2027-05-04T10:40', true],
])('%p names the time %p: %p', (heard, startsAt, expected) => {
  expect(names(heard, { startsAt })).toBe(expected);
});
