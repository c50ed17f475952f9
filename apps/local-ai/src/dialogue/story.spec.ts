import { withoutAsides } from './story';
import { vocabularies } from './understand';

const left = (text: string, language: 'en' | 'es'): string =>
  withoutAsides(text, vocabularies[language]).replace(/\s+/g, ' ').trim();

describe('the story around a wish', () => {
  it.each([
    ['en', 'I fell off my bike on Sunday. Can Dr. Adler see me on Thursday?', '. Can Dr. Adler see me on Thursday?'],
    [
      'en',
      'The doctor who did my knee in March told me to come back. Put me down for Friday at nine',
      '. Put me down for Friday at nine',
    ],
    ['en', 'Leave my Thursday one as it is. I need a dermatologist on Friday', '. I need a dermatologist on Friday'],
    ['en', 'My sister Ann comes to see Dr. Reyes this week. I want Wednesday at one', '. I want Wednesday at one'],
    [
      'es',
      'En la mutua me pidieron un informe en marzo, así que apuntadme el jueves a las seis',
      ', así que apuntadme el jueves a las seis',
    ],
    ['es', 'Mi comadre Rocío va el lunes con la doctora. Yo quiero el martes', '. Yo quiero el martes'],
  ] as const)('%s: %s', (language, text, rest) => {
    expect(left(text, language)).toBe(rest);
  });

  it('keeps every character in its place', () => {
    const text = 'I fell on Sunday. Can I come on Thursday?';
    expect(withoutAsides(text, vocabularies.en)).toHaveLength(text.length);
  });

  it.each([
    ['en', 'I fell on Sunday and it hurts'],
    ['en', 'They booked me on Monday with Dr. Adler. I told her I was away. Please move it to Friday'],
    ['es', 'Me dieron el lunes con la doctora. Dije que trabajaba. Cámbiela al viernes'],
  ] as const)(
    'is left alone where it is all there is, or tells which visit is to be changed, %s: %s',
    (language, text) => {
      expect(withoutAsides(text, vocabularies[language])).toBe(text);
    },
  );
});
