import { callerNumberOf } from './caller-number';

describe('the caller’s number', () => {
  it.each(['+12125550199', ' +442071838750 '])('%p is one', (from) => {
    expect(callerNumberOf(from)).toBe(from.trim());
  });

  it.each([
    '',
    'anonymous',
    'Anonymous',
    'unknown',
    'Restricted',
    'private',
    '+266696687',
    '+7378742833',
    '+2562533',
    '+8656696',
    '+86282452253',
    'client:nurse',
    'sip:ann@example.org',
    '12125550199',
    '+0123456789',
  ])('%p is none: nothing can be sent there', (from) => {
    expect(callerNumberOf(from)).toBeNull();
  });
});
