import { childElements, parseXml, textOf, XmlError } from './xml';

describe('parseXml', () => {
  it('reads elements, attributes, text, entities, CDATA and comments', () => {
    const root = parseXml(
      `<?xml version="1.0" encoding="UTF-8"?><!-- hi --><Response><Say voice='x' a="1 &amp; 2">Dr. O&apos;Hara &lt;&#233;&#x41;></Say>` +
        `<Play/><Message><![CDATA[a < b & c]]></Message></Response>`,
    );
    expect(root.name).toBe('Response');
    const [say, play, message] = childElements(root);
    expect(say?.attributes).toEqual({ voice: 'x', a: '1 & 2' });
    expect(textOf(say!)).toBe("Dr. O'Hara <éA>");
    expect(play?.children).toEqual([]);
    expect(textOf(message!)).toBe('a < b & c');
  });

  it.each([
    ['a bare ampersand', '<Response><Say>you & me</Say></Response>'],
    ['an unknown entity', '<Response>&nbsp;</Response>'],
    ['crossed tags', '<Response><Say></Response></Say>'],
    ['an unclosed tag', '<Response><Say>'],
    ['two roots', '<Response/><Response/>'],
    ['an unquoted attribute', '<Response><Pause length=1/></Response>'],
    ['an attribute twice', '<Response><Pause length="1" length="2"/></Response>'],
    ['words', 'OK'],
  ])('refuses %s', (_what, source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  });
});
