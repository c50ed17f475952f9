import { Keypad } from './keypad';
import type { KeyMeaning } from './keypad';

function keyed(keys: string, asked: readonly string[], language: 'en' | 'es' = 'en'): (KeyMeaning | undefined)[] {
  const keypad = new Keypad();
  const meanings = Array.from(keys, (key) => keypad.press(key, asked, language));
  return [...meanings, keypad.flush()].filter((meaning) => meaning !== undefined);
}

describe('the keypad', () => {
  it.each([[], ['anything_else'], ['option'], ['confirm'], ['name'], ['time']].map((asked) => [asked] as const))(
    'has a person at 0 when %j was asked',
    (asked) => expect(keyed('0', asked)).toEqual(['person']),
  );

  it.each(['phone', 'code', 'dob'])('gathers a %s until pound or a pause, and takes it back with star', (asked) => {
    expect(keyed('0412', [asked])).toEqual([{ words: '0412' }]);
    expect(keyed('19*0412#', [asked])).toEqual([{ words: '0412' }]);
    expect(keyed('0', [asked])).toEqual(['person']);
  });

  it('goes on with a row when the question has changed in the meantime', () => {
    const keypad = new Keypad();
    keypad.press('5', ['phone'], 'en');
    expect(keypad.press('0', ['option'], 'en')).toBeUndefined();
    expect(keypad.flush()).toEqual({ words: '50' });
  });

  it('answers yes and no in the caller’s language, and chooses options by their number', () => {
    expect(keyed('12', ['confirm'])).toEqual([{ words: 'yes' }, { words: 'no' }]);
    expect(keyed('12', ['new_patient'], 'es')).toEqual([{ words: 'sí' }, { words: 'no' }]);
    expect(keyed('39', ['confirm'])).toEqual([]);
    expect(keyed('2', ['option'])).toEqual([{ words: '2' }]);
  });

  it('is a menu where nothing of this was asked', () => {
    expect(keyed('1', [])).toEqual([{ words: 'I would like to book an appointment.' }]);
    expect(keyed('3', ['anything_else'], 'es')).toEqual([{ words: 'Quiero cancelar una cita.' }]);
    expect(keyed('*', [])).toEqual(['menu']);
    expect(keyed('9#', [])).toEqual([]);
  });
});
