import { mayBeOver, silenceToEndTurn } from './endpointing';

const after = (words: string | undefined, asked: string[] = [], language: 'en' | 'es' = 'en') =>
  silenceToEndTurn({ words, asked, language });

describe('how much silence ends a turn', () => {
  it('is short after a yes, a choice and whole sentences, in both languages', () => {
    for (const words of [
      'Yes.',
      'Yes please',
      'the second one please',
      'No, thank you.',
      'I would like to see a cardiologist',
    ]) {
      expect(after(words)).toBe(300);
    }
    expect(after('Sí, por favor.', [], 'es')).toBe(300);
    expect(after('quisiera una cita con el cardiólogo', [], 'es')).toBe(300);
  });

  it('is long while a number, a date or a name is dictated, and short once it is whole', () => {
    expect(after('March third')).toBeLessThan(after('March third', ['dob']));
    expect(after('March third nineteen', ['dob'])).toBeGreaterThan(1_000);
    expect(after('March third nineteen eighty four', ['dob'])).toBe(300);
    expect(after('March third, 1984,', ['dob'])).toBe(300);
    expect(after('March third,', ['dob'])).toBeGreaterThan(1_000);
    expect(after('two one two', ['phone'])).toBeGreaterThan(1_000);
    expect(after('two one two five five five oh one nine nine', ['phone'])).toBe(300);
    expect(after('Peter', ['name'])).toBeGreaterThan(1_000);
    expect(after('Peter Lang', ['name'])).toBe(300);
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
    const of = (words: string, more: { usualPauseMs?: number; cutPauseMs?: number }) =>
      silenceToEndTurn({ language: 'en', asked: [], words, ...more }, { minDelayMs: 200, maxDelayMs: 1_800 });
    expect(of('I need an appointment.', {})).toBe(300);
    expect(of('I need an appointment.', { usualPauseMs: 1_700 })).toBe(300);
    expect(of('I need an appointment.', { cutPauseMs: 900 })).toBe(900);
    expect(of('I need an appointment with', { usualPauseMs: 1_700 })).toBe(1_700);
    expect(of('Yes.', { usualPauseMs: 900, cutPauseMs: 900 })).toBe(300);
    expect(of('I need an appointment.', { cutPauseMs: 9_000 })).toBe(1_800);
  });

  it('an answer may be begun to words that can be all, to others not', () => {
    const of = (words: string | undefined, asked: string[] = []) => mayBeOver({ words, asked, language: 'en' });
    expect([of('I need an appointment'), of('yes'), of('Peter Lang', ['name'])]).toEqual([true, true, true]);
    expect([of(undefined), of(''), of('I need an'), of('two one two', ['phone']), of('um')]).not.toContain(true);
  });
});
