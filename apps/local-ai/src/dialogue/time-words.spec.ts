import { joinWhen, timeWords, whenIn } from './time-words';
import { english } from './words/en';
import { spanish } from './words/es';

describe('words about time', () => {
  it.each([
    ['Do you have a cardiologist tomorrow afternoon?', 'tomorrow', 'afternoon'],
    ['No, Thursday', 'Thursday', undefined],
    ['I would like to come on Tuesday at 3', 'on Tuesday', 'at 3'],
    ['on May 4 at half past two', 'on May 4', 'at half past two'],
    ['the 4th of May in the morning please', 'the 4th of May', 'in the morning'],
    ['anything after 3 pm next week?', 'next week', 'after 3 pm'],
    ['a week from Tuesday', 'a week from Tuesday', undefined],
    ['in two weeks', 'in two weeks', undefined],
    ['half 3 today will do', 'today', 'half 3'],
    ['half past four tomorrow suits me', 'tomorrow', 'half past four'],
    ['quarter past nine Friday', 'Friday', 'quarter past nine'],
    ['ten thirty', undefined, undefined],
    ['at ten thirty', undefined, 'at ten thirty'],
    ['as soon as possible', undefined, 'as soon as possible'],
    ['between 2 and 4 on Friday', 'on Friday', 'between 2 and 4'],
    ['not before ten on Monday', 'on Monday', 'not before ten'],
    ['2:30', undefined, '2:30'],
    ['I have two kids and a dog', undefined, undefined],
    ['the day after tomorrow at 9 a.m.', 'the day after tomorrow', 'at 9 a.m'],
    ['Tuesday, May 4 at 2:30 PM', 'Tuesday, May 4', 'at 2:30 PM'],
  ])('%s', (text, day, clock) => {
    const found = timeWords(text, english.time);
    expect([found?.day, found?.clock]).toEqual([day, clock]);
  });

  it.each([
    ['¿Tienen cardiólogo mañana por la tarde?', 'mañana', 'por la tarde'],
    ['mañana por la mañana', 'mañana', 'por la mañana'],
    ['el martes 4 de mayo a las tres y media', 'el martes 4 de mayo', 'a las tres y media'],
    ['pasado mañana', 'pasado mañana', undefined],
    ['No, el jueves', 'el jueves', undefined],
    ['el lunes que viene a las 10', 'el lunes que viene', 'a las 10'],
    ['lo antes posible', undefined, 'lo antes posible'],
    ['quiero una cita', undefined, undefined],
  ])('%s', (text, day, clock) => {
    const found = timeWords(text, spanish.time);
    expect([found?.day, found?.clock]).toEqual([day, clock]);
  });

  const CLINIC = { now: '2027-05-03T13:00:00Z', timezone: 'America/New_York', country: 'US' };
  it.each([
    ['en', "I'm off on Wednesdays. The 12th would do me, at ten", 'The 12th at ten', undefined],
    ['en', 'tomorrow at four or Thursday at nine', 'tomorrow at four', 'Thursday at nine'],
    [
      'es',
      'mañana por la tarde o el jueves por la mañana, lo que haya',
      'mañana por la tarde',
      'el jueves por la mañana',
    ],
    ['en', 'Monday or Tuesday', 'Monday or Tuesday', undefined],
    [
      'en',
      "Friday at nine if he's free, and if he hasn't got it then ten the same day",
      'Friday at nine',
      'Friday at ten',
    ],
  ] as const)('of several sentences and of two times, %s: %s', (language, text, said, or) => {
    const { time } = language === 'en' ? english : spanish;
    const when = whenIn(text, time, false, { ...CLINIC, language });
    expect([when && joinWhen(when), when?.or]).toEqual([said, or]);
  });
});
