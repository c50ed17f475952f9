import { judgeAnswerAbout } from './answer-about';

const english = {
  now: '2029-03-06T09:20:00-05:00',
  timezone: 'America/New_York',
  country: 'US',
  language: 'en',
} as const;
const spanish = { ...english, language: 'es' } as const;
/** Monday the 12th at 11:00 there. */
const put = { to: 'book', names: ['Zara Sheikh', 'Marcus Delaney'], startsAt: '2029-03-12T11:00:00-04:00' } as const;

describe('a yes that says again what was read back', () => {
  test.each([
    ["yes that's right for Zara"],
    ['Yes, Monday at eleven'],
    ['yes, the 12th is fine'],
    ['perfect, 11 on Monday please'],
    ['Yes please, with Dr. Delaney'],
  ])('%s', (text) => {
    expect(judgeAnswerAbout(text, english, put)).toBe('yes');
  });

  test.each([['sí, para Zara'], ['sí, el lunes a las once'], ['Sí señor, el lunes'], ['vale, con el doctor Delaney']])(
    '%s',
    (text) => {
      expect(judgeAnswerAbout(text, spanish, put)).toBe('yes');
    },
  );

  test.each([
    ['yes, Tuesday at eleven'],
    ['yes, Monday at ten'],
    ['yes, the 13th'],
    ['yes for Imran'],
    ['yes, but Monday'],
    ['yes, Monday?'],
    ['yes, next Monday week'],
    ['Monday'],
    ['Zara'],
  ])('%s is none', (text) => {
    expect(judgeAnswerAbout(text, english, put)).toBe('unclear');
  });

  it('leaves a no a no', () => {
    expect(judgeAnswerAbout('no, not Monday', english, put)).toBe('no');
    expect(judgeAnswerAbout('yes, Monday', english, { ...put, startsAt: undefined })).toBe('unclear');
  });
});

describe('a yes to a cancelling that names the field', () => {
  const ear = { to: 'cancel', names: ['Anton Vale'], startsAt: '2029-03-12T11:00:00-04:00', field: 'ENT' } as const;

  it('is one where that is the field of what was read back', () => {
    expect(judgeAnswerAbout('yes, just the ear one', english, ear)).toBe('yes');
    expect(judgeAnswerAbout('yes, just the heart one', english, ear)).toBe('unclear');
  });
});

describe('a yes to something else than what was read back', () => {
  it.each([
    ['reschedule', 'yes, cancel it'],
    ['book', 'yes cancel it please'],
    ['cancel', 'yes, move it'],
  ] as const)('is none to a %s: %s', (to, text) => {
    expect(judgeAnswerAbout(text, english, { ...put, to })).not.toBe('yes');
  });
});
