import { silenceToEndTurn } from './endpointing';

const after = (words: string | undefined, asked: string[] = [], language: 'en' | 'es' = 'en') =>
  silenceToEndTurn({ words, asked, language });

describe('how much silence ends a turn', () => {
  it('is short after a yes or a choice, in both languages', () => {
    const sentence = after('I would like to see a cardiologist.');
    for (const words of ['Yes.', 'Yes please', 'the second one please', 'No, thank you.']) {
      expect(after(words, ['dob'])).toBeLessThan(sentence);
    }
    expect(after('Sí, por favor.', [], 'es')).toBeLessThan(sentence);
  });

  it('is long while a number, a date or a name is dictated', () => {
    expect(after('March third')).toBeLessThan(after('March third', ['dob']));
    expect(after('two one two', ['phone'])).toBeGreaterThan(1_000);
  });

  it('is longest after words that cannot end a sentence', () => {
    for (const words of ['I need an appointment for my', 'Tuesday or', 'um']) {
      expect(after(words)).toBeGreaterThan(after('I need an appointment', ['dob']));
    }
    expect(after('necesito una cita para', [], 'es')).toBeGreaterThan(1_500);
  });

  it('keeps within the settings', () => {
    const settings = { minDelayMs: 400, maxDelayMs: 900 };
    expect(silenceToEndTurn({ words: 'Yes.', asked: [], language: 'en' }, settings)).toBe(400);
    expect(silenceToEndTurn({ words: 'my', asked: [], language: 'en' }, settings)).toBe(900);
  });

  it('waits for a caller who is known to pause, but not after a yes, and never beyond the clinic’s bound', () => {
    const of = (words: string, usualPauseMs: number) =>
      silenceToEndTurn({ language: 'en', asked: [], words, usualPauseMs }, { minDelayMs: 200, maxDelayMs: 1_500 });
    expect(of('I need an appointment.', 0)).toBe(500);
    expect(of('I need an appointment.', 900)).toBe(900);
    expect(of('Yes.', 900)).toBe(300);
    expect(of('I need an appointment.', 9_000)).toBe(1_500);
  });
});
