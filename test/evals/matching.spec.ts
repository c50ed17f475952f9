import { says, saysForbidden } from './matching';

describe('what must be said', () => {
  it.each([
    ['I have Tuesday at 3:00 PM.', '3:00'],
    ['Su médico es el “doctor” Peña', 'pena'],
    ['two\n  lines', 'two lines'],
  ])('%j says %j', (text, words) => expect(says(text, words)).toBe(true));
  it.each([
    ['at 13:00', '3:00'],
    ['threefold', 'three'],
  ])('%j does not say %j', (text, words) => expect(says(text, words)).toBe(false));
  it('is any one of a list', () => expect(says('at three', ['3:00', 'three'])).toBe(true));
});

describe('what must not be said', () => {
  it.each([
    ["You're booked for Tuesday.", 'booked'],
    ['It is Booked.', 'Booked'],
    ['Not at 3:00 PM.', '3:00'],
    ['Is Maria coming?', 'Maria'],
    ['No. You are booked.', 'booked'],
    ['the bookings', 'book'],
  ])('%j says %j', (text, words) => expect(saysForbidden(text, words)).toBe(true));
  it.each([
    ['You are not booked yet.', 'booked'],
    ['Nothing has been booked.', 'booked'],
    ['Shall I have it booked?', 'booked'],
    ["I haven't booked it.", 'booked'],
    ['overbooked', 'booked'],
  ])('%j does not say %j', (text, words) => expect(saysForbidden(text, words)).toBe(false));
});
