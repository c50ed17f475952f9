import { createHmac } from 'node:crypto';
import { Environment } from './environment';
import { hasTwilioSignature } from './twilio-signature.guard';

const url = 'https://clinic.example/api/v1/sms/status?text=1&b=%20x';
const form = { To: '+12125550100', Body: 'Grüße & 😀', Empty: '' };
const environment = Environment.read({ TWILIO_AUTH_TOKEN: 'now', TWILIO_AUTH_TOKEN_NEXT: 'next' });

/** Independent of the SDK: twilio.com/docs/usage/security. */
function sign(token: string, address: string, fields: Record<string, string>): string {
  const text = Object.keys(fields)
    .sort()
    .reduce((sum, name) => sum + name + fields[name]!, address);
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

describe('the signature of Twilio', () => {
  const check = (signature: string | string[] | undefined, address = url, fields: unknown = form) =>
    hasTwilioSignature(environment, address, signature, fields);

  it('holds with the current token and the next one', async () => {
    expect(await check(sign('now', url, form))).toBe(true);
    expect(await check(sign('next', url, form))).toBe(true);
    expect(await check(sign('other', url, form))).toBe(false);
  });

  it.each([
    ['another host', sign('now', url, form), 'https://evil.example/api/v1/sms/status?text=1&b=%20x', form],
    ['another query', sign('now', url, form), url.replace('text=1', 'text=2'), form],
    ['a changed field', sign('now', url, form), url, { ...form, Body: 'x' }],
    ['an added field', sign('now', url, form), url, { ...form, Extra: 'x' }],
    ['a missing field', sign('now', url, form), url, { To: form.To }],
    ['an empty signature', '', url, form],
    ['no signature', undefined, url, form],
    ['two signatures', [sign('now', url, form), 'x'], url, form],
    ['a body that is no form', sign('now', url, {}), url, { a: { toString: 1 } }],
    ['a field that somebody doubled', sign('now', url, form), url, { ...form, To: [form.To, form.To] }],
    ['an address that is none', sign('now', 'no address', form), 'http://[', form],
    ['a body that is a text', sign('now', url, {}), url, 'text'],
  ])('does not hold for %s', async (_name, signature, address, fields) => {
    expect(await check(signature, address, fields)).toBe(false);
  });

  it('holds for a field that is sent twice', async () => {
    const text = `${url}MediaaMediab`;
    const signature = createHmac('sha1', 'now').update(text).digest('base64');
    expect(await check(signature, url, { Media: ['b', 'a'] })).toBe(true);
  });

  it('never holds without a token', async () => {
    const bare = Environment.read({});
    expect(await hasTwilioSignature(bare, url, sign('', url, form), form)).toBe(false);
    expect(await hasTwilioSignature(bare, url, sign('undefined', url, form), form)).toBe(false);
  });
});
