import type { SpeechContext } from './speech-context';
import { sayDate, sayDay, sayList, sayTime } from './speech';

const at = (language: 'en' | 'es', country: string): SpeechContext => ({
  now: '2027-05-03T13:00:00Z',
  timezone: 'America/New_York',
  language,
  country,
});

describe('how code speaks', () => {
  it('says times as the country does', () => {
    expect(sayTime('2027-05-04T18:30:00Z', at('en', 'US'))).toBe('2:30 PM');
    expect(sayTime('2027-05-04T18:30:00Z', at('en', 'GB'))).toBe('14:30');
    expect(sayTime('2027-05-04T18:30:00Z', at('es', 'US'))).toMatch(/^2:30 p\. ?m\.$/);
    expect(sayTime('2027-05-04T18:30:00Z', at('es', 'ES'))).toBe('14:30');
  });

  it.each([
    ['en', 'US', '2027-05-04T18:30:00Z', 'tomorrow, Tuesday, May 4'],
    ['en', 'US', '2027-05-03T18:30:00Z', 'today, Monday, May 3'],
    ['en', 'US', '2027-05-11T18:30:00Z', 'Tuesday, May 11'],
    ['en', 'US', '2028-05-11T18:30:00Z', 'Thursday, May 11, 2028'],
    ['es', 'US', '2027-05-04T18:30:00Z', 'mañana, martes 4 de mayo'],
    ['es', 'ES', '2027-05-11T18:30:00Z', 'martes 11 de mayo'],
  ] as const)('%s-%s %s', (language, country, instant, said) => {
    expect(sayDay(instant, at(language, country))).toBe(said);
  });

  it('takes the day from the clinic’s zone, not from UTC', () => {
    expect(sayDay('2027-05-05T01:00:00Z', at('en', 'US'))).toBe('tomorrow, Tuesday, May 4');
  });

  it('says dates of birth and lists', () => {
    expect(sayDate('1970-02-01', at('en', 'US'))).toBe('February 1, 1970');
    expect(sayDate('1970-02-01', at('es', 'US'))).toBe('1 de febrero de 1970');
    expect(sayList(['nine', 'ten', 'eleven'], { language: 'en' }, 'or')).toBe('nine, ten, or eleven');
    expect(sayList(['Ana', 'Inés'], { language: 'es' })).toBe('Ana e Inés');
  });
});
