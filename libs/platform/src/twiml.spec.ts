import { EMPTY_TWIML, twiml, xmlText } from './twiml';

describe('TwiML', () => {
  it('is one response, empty when there is nothing to do', () => {
    expect(twiml([])).toBe(EMPTY_TWIML);
    expect(twiml(['<Hangup/>'])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>');
  });

  it('escapes markup and drops what XML cannot hold', () => {
    expect(xmlText(`<b> & "it's"`)).toBe('&lt;b&gt; &amp; &quot;it&apos;s&quot;');
    expect(xmlText('a\u0000\u0008b\uD800c\uFFFEd\n😀 שלום')).toBe('abcd\n😀 שלום');
  });
});
