/** An answer to Twilio that does nothing. */
export const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** The media type Twilio reads TwiML from. */
export const TWIML_TYPE = 'text/xml; charset=utf-8';

/** A TwiML document of verbs that are XML already. */
export function twiml(verbs: readonly string[]): string {
  if (verbs.length === 0) return EMPTY_TWIML;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text or an attribute's value inside XML 1.0; characters that XML cannot hold at all are dropped. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
