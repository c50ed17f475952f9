import { Environment, Secrets } from '@clinicall/platform';
import { SealedSecrets } from './sealed-secrets';

const sealedUnder = (JWT_SECRET: string) => new SealedSecrets(new Secrets(Environment.read({ JWT_SECRET })));

describe('a sealed secret', () => {
  const secrets = sealedUnder('one');
  const sealed = secrets.seal('JBSWY3DPEHPK3PXP', 'totp:a:b');

  it('opens in its own place', () => expect(secrets.open(sealed, 'totp:a:b')).toBe('JBSWY3DPEHPK3PXP'));
  it('says nothing', () => expect(Buffer.from(sealed, 'base64url').includes('JBSWY3DPEHPK3PXP')).toBe(false));
  it('differs each time', () => expect(secrets.seal('JBSWY3DPEHPK3PXP', 'totp:a:b')).not.toBe(sealed));
  it('does not open in another row', () => expect(() => secrets.open(sealed, 'totp:a:c')).toThrow());
  it('does not open under another root', () => expect(() => sealedUnder('two').open(sealed, 'totp:a:b')).toThrow());
  it('does not open when a bit was changed', () => {
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(() => secrets.open(bytes.toString('base64url'), 'totp:a:b')).toThrow();
  });
});
