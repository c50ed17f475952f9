import { fold } from '@clinicall/language';
import { fits, mentionedDates } from './mentioned-dates';
import { mentionedTimes } from './mentioned-times';

const minutes = (text: string) =>
  mentionedTimes(fold(text)).times.map((time) =>
    time.minutes.map((m) => `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}`).join('|'),
  );

describe('times in words', () => {
  it.each<[string, string[]]>([
    ['See you at 3:00 PM', ['15:00']],
    ['at 3 p.m. on Tuesday', ['15:00']],
    ['three o’clock', ['3:00|15:00']],
    ['half past two in the afternoon', ['14:30']],
    ['quarter to four', ['3:45|15:45']],
    ['three thirty works', ['3:30|15:30']],
    ['two forty-five PM', ['14:45']],
    ['at three', ['3:00|15:00']],
    ['noon', ['12:00']],
    ['15:30', ['15:30']],
    ['between 2 and 4', ['2:00|14:00', '4:00|16:00']],
    ['2:30 PM or 3 PM', ['14:30', '15:00']],
    ['a las tres y media de la tarde', ['15:30']],
    ['a las 3:00 p. m.', ['15:00']],
    ['a la una', ['1:00|13:00']],
    ['las cuatro menos cuarto', ['3:45|15:45']],
    ['cuarto para las cuatro', ['3:45|15:45']],
    ['a las 10 de la mañana', ['10:00']],
    ['al mediodía', ['12:00']],
    ['I have two options for you', []],
    ['please give me ten minutes', []],
    ['at one of our clinics', []],
    ['las dos opciones', []],
    ['Of the three, which one?', []],
    ['option 3', []],
    ['I need the six-digit code', []],
  ])('%s', (text, expected) => {
    expect(minutes(text).sort()).toEqual([...expected].sort());
  });
});

describe('days in words', () => {
  const today = '2027-05-03'; // a Monday
  it.each<[string, string[]]>([
    ['Tuesday, May 4', ['2027-05-04']],
    ['tomorrow', ['2027-05-04']],
    ['the 4th of May', ['2027-05-04']],
    ['May fourth', ['2027-05-04']],
    ['mañana martes 4 de mayo', ['2027-05-04', '2027-05-04']],
    ['el cuatro de mayo', ['2027-05-04']],
    ['2027-05-04', ['2027-05-04']],
    ['5/4', ['2027-05-04']],
    ['on the 4th', ['2027-05-04']],
    ['in two days', ['2027-05-05']],
    ['pasado mañana', ['2027-05-05']],
    ['el miércoles', ['2027-05-05']],
    ['this afternoon', ['2027-05-03']],
    ['You may call us', []],
    ['por la mañana', []],
    ['the second one', []],
    ['which of the first two', []],
  ])('%s', (text, expected) => {
    const { dates } = mentionedDates(fold(text), today);
    expect(dates).toHaveLength(expected.length);
    dates.forEach((date, at) => expect(fits(date, expected[at] ?? '')).toBe(true));
  });

  it('a wrong weekday before a right date fits nothing', () => {
    const [mention] = mentionedDates('wednesday, may 4', today).dates;
    expect(fits(mention!, '2027-05-04')).toBe(false);
    expect(fits(mention!, '2027-05-05')).toBe(false);
  });
});
