import { withoutCode, withoutCodeArgument } from './redaction';
import { newState } from './state';

const pending = { ...newState, codePending: true };

describe('a one-time code', () => {
  it.each([
    ['It is 482913.', 'It is [code].'],
    ['4 8 2, 9 1 3', '[code]'],
    ['four eight two nine one three please', '[code] please'],
    ['Cuatro ocho dos, nueve uno tres', '[code]'],
  ])('in %j is left out of the record while one is awaited', (said, kept) => {
    expect(withoutCode(said, pending)).toEqual({ text: kept, redaction: 'codes' });
  });

  it.each(['the second one', 'at 10:30 on May 4', 'room 12'])('is not seen in %j', (said) => {
    expect(withoutCode(said, pending)).toEqual({ text: said, redaction: 'none' });
  });

  it('is not looked for when none was sent: a phone number and a birth date are needed later', () => {
    expect(withoutCode('+1 212 555 0177', newState)).toEqual({ text: '+1 212 555 0177', redaction: 'none' });
  });

  it('is left out of a tool’s arguments, however they are written', () => {
    expect(withoutCodeArgument('{"name":"Ann","code" : "482913","dob":"1971"}')).toBe(
      '{"name":"Ann","code" : "[code]","dob":"1971"}',
    );
    expect(withoutCodeArgument('{"code":"4829')).toBe('{"code":"[code]');
  });
});
