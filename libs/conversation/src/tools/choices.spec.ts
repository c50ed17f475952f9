import { specialtyMeant } from './choices';
import type { ToolContext } from './tool-context';

const asked: string[] = [];
const context = (language: string, ...specialties: string[]): ToolContext =>
  ({
    clinic: { specialties },
    speech: { language },
    ask: (what: string) => asked.push(what),
    say: (key: string, values: { specialties: string }) => `${key}: ${values.specialties}`,
    sentences: { list: (names: string[]) => names.join(', ') },
  }) as unknown as ToolContext;

describe('the field a model passes on in the caller’s own words', () => {
  it.each([
    ['en', 'my knee hurts', 'Orthopedics'],
    ['en', 'palpitations', 'Cardiology'],
    ['en', 'flu symptoms', 'Family Medicine'],
    ['es', 'dolor de panza', 'Family Medicine'],
  ])('%s: %s', (language, words, specialty) => {
    expect(specialtyMeant(words, context(language, 'Cardiology', 'Orthopedics', 'Family Medicine'))).toEqual({
      specialty,
    });
  });

  it('asks which of two that see the same', () => {
    expect(specialtyMeant('I feel anxious', context('en', 'Psychiatry', 'Psychology'))).toMatchObject({
      ok: false,
      reason: 'unknown_specialty',
    });
    expect(asked).toEqual(['specialty']);
  });
});
