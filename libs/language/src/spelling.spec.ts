import { mendWords } from './spelling';
import { understandWhen } from './dates/understand-when';

describe('words written in haste', () => {
  it.each([
    ['pell 2day 430', 'pell today 430'],
    ['friday b4 9', 'friday before 9'],
    ['Wensday or thrusday', 'wednesday or thursday'],
    ['el juebes, biernes o savado', 'el jueves, viernes o sábado'],
    ['miercolez por la tarde', 'miercoles por la tarde'],
  ])('%s', (written, meant) => {
    expect(mendWords(written)).toBe(meant);
  });

  it.each([
    'Holiday',
    'partes',
    'sábados',
    'Thursdays',
    'yesterday',
    'midday',
    'birthday',
    'some day',
    'Dr. Sundar',
    'mañana',
    'MRI',
    'Martel',
  ])('leaves %s as it is', (word) => {
    expect(mendWords(word)).toBe(word);
  });

  it('gives the same day as the words in full', () => {
    const context = { now: '2027-09-15T16:40:00Z', timezone: 'America/Denver', country: 'US', language: 'en' } as const;
    expect(understandWhen('2day 430', context)).toEqual(understandWhen('today at 4:30', context));
    expect(understandWhen('firday b4 noon', context)).toEqual(understandWhen('Friday before noon', context));
  });
});
