import { COMMON_PASSWORDS } from './common-passwords';
import { isPassword, isWeakPassword, passwordHash, refuseWeakPassword } from './passwords';

describe('a password', () => {
  it('is kept as argon2id and known again', async () => {
    const stored = await passwordHash('a long walk by the sea');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(stored, 'a long walk by the sea')).toBe(true);
    expect(await isPassword(stored, 'a long walk by the see')).toBe(false);
  });

  it('opens nothing where none is set, not even the one that stands for nobody', async () => {
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
    expect(await isPassword(undefined, '')).toBe(false);
  });

  it.each(['aaaaaaaaaaaa', 'password1234', 'boss@example.org', 'clinicall123', 'abababababababab', 'qwerty123456'])(
    'may not be %s',
    (password) => expect(() => refuseWeakPassword(password, 'boss@example.org')).toThrow('password'),
  );

  it.each([
    'leavemealone',
    '1qaz2wsx3edc',
    'Sunshine2024!!',
    '!!!Baseball1999',
    'F00tb@ll!2025',
    'dragonmaster',
    'MonkeyMonkey1',
    '1qaz2wsxfootball',
  ])('may not be %s, which leaked lists hold or which is made of such', (password) =>
    expect(() => refuseWeakPassword(password, 'boss@example.org')).toThrow('commonest'),
  );

  it('is held against the three thousand commonest that it could be', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(3_000);
    expect([...COMMON_PASSWORDS].filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  it.each([
    'a long walk by the sea',
    'Tr4mway-to-Harbor',
    'correct horse',
    'dragon master of none',
    '7 football teams',
  ])('may be %s', (password) => expect(() => refuseWeakPassword(password, 'boss@example.org')).not.toThrow());

  it.each([
    ['short and odd', true, 'x7#Kq'],
    ['common', true, 'Sunshine2024!!'],
    ['long', false, 'a long walk by the sea'],
  ])('that is set already and %s is weak: %s', (_which, weak, password) =>
    expect(isWeakPassword(password, 'boss@example.org')).toBe(weak),
  );
});
