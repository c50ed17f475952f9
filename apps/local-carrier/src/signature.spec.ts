import fc from 'fast-check';
import twilio from 'twilio';
import { decodeForm, encodeForm, signRequest } from './signature';

describe('signRequest', () => {
  it("is what Twilio's own validator accepts, whatever the fields", () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((key) => key !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (form) => {
        const url = 'http://127.0.0.1:3000/api/v1/sms/webhook?a=b';
        expect(twilio.validateRequest('token', signRequest('token', url, form), url, form)).toBe(true);
      }),
    );
  });

  it('leaves the fragment out, and changes with the token, the URL and the fields', () => {
    const url = 'https://clinic.example/hook';
    const signature = signRequest('token', `${url}#rc=5`, { Body: 'x' });
    expect(signature).toBe(signRequest('token', url, { Body: 'x' }));
    const others = [
      signRequest('other', url, { Body: 'x' }),
      signRequest('token', `${url}/`, { Body: 'x' }),
      signRequest('token', url, { Body: 'y' }),
    ];
    expect(others).not.toContain(signature);
  });

  it('signs a WebSocket URL as written', () => {
    const url = 'wss://clinic.example/media-stream';
    expect(twilio.validateRequest('token', signRequest('token', url), url, {})).toBe(true);
  });
});

test('form bodies keep plus signs, emoji and new lines', () => {
  const form = { From: '+12025550123', Body: 'a & b\n😀 100%' };
  expect(decodeForm(encodeForm(form))).toEqual(form);
});
