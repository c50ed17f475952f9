import { twiml, xmlText } from '@clinicall/platform';

interface Words {
  readonly text: string;
  /** BCP 47 with region, as Twilio wants it. */
  readonly language: string;
}

/** The call's sound goes to our stream; what follows is at the carrier before a server dies. */
export function connectTwiml(
  stream: { url: string; token: string },
  after: { words: Words; pauseSeconds: number; url: string },
): string {
  return twiml([
    `<Connect><Stream url="${xmlText(stream.url)}"><Parameter name="token" value="${xmlText(stream.token)}"/></Stream></Connect>` +
      resumption(after.words, after.pauseSeconds, after.url),
  ]);
}

export function hangUpTwiml(words?: Words): string {
  return twiml([`${words === undefined ? '' : say(words)}<Hangup/>`]);
}

export function transferTwiml(words: Words, number: string): string {
  return twiml([`${say(words)}<Dial>${xmlText(number)}</Dial>`]);
}

/** The carrier speaks for us, then the call comes back. */
export function resumeTwiml(words: Words, url: string): string {
  return twiml([`${say(words)}<Redirect method="POST">${xmlText(url)}</Redirect>`]);
}

function resumption(words: Words, pauseSeconds: number, url: string): string {
  const pause = pauseSeconds > 0 ? `<Pause length="${pauseSeconds}"/>` : '';
  return `${say(words)}${pause}<Redirect method="POST">${xmlText(`${url}#rc=5&rp=ct,5xx`)}</Redirect>`;
}

function say({ text, language }: Words): string {
  return `<Say language="${xmlText(language)}">${xmlText(text)}</Say>`;
}
