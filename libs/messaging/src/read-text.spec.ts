import { readText } from './read-text';

const form = { MessageSid: 'SM1', From: '+12125550199', To: '+12125550100', Body: 'Hi' };

describe('reading the webhook', () => {
  it('takes what it needs and no more than anybody writes', () => {
    expect(readText(form)).toEqual({
      messageSid: 'SM1',
      from: '+12125550199',
      to: '+12125550100',
      body: 'Hi',
      mediaCount: 0,
      fromE164: true,
    });
    expect(readText({ ...form, Body: 'a\0b' + 'x'.repeat(20_000) })?.body).toBe('ab' + 'x'.repeat(9_998));
    expect(readText({ ...form, Body: '', NumMedia: '2' })).toMatchObject({ body: '', mediaCount: 2 });
  });

  it('knows a sender that cannot be answered, and what is no text at all', () => {
    expect(readText({ ...form, From: 'HARBOR' })?.fromE164).toBe(false);
    expect(readText({ ...form, From: '72345' })?.fromE164).toBe(false);
    expect(readText({ From: '+12125550199', To: '+12125550100' })).toBeUndefined();
    expect(readText({})).toBeUndefined();
  });
});
