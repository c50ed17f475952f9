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

/** @param afterUrl asked when the person has hung up, or nobody answered within twenty seconds. */
export function transferTwiml(words: Words, number: string, afterUrl: string): string {
  return twiml([
    `${say(words)}<Dial timeout="20" action="${xmlText(afterUrl)}" method="POST"><Number>${xmlText(number)}</Number></Dial>`,
  ]);
}

/** The carrier speaks for us, then the call comes back. */
export function resumeTwiml(words: Words, url: string): string {
  return twiml([`${say(words)}<Redirect method="POST">${xmlText(url)}</Redirect>`]);
}

/** The call asks again after a pause, without a word: this instance is leaving, another will answer. */
export function laterTwiml(pauseSeconds: number, url: string): string {
  return twiml([`<Pause length="${pauseSeconds}"/>${patientRedirect(url)}`]);
}

function resumption(words: Words, pauseSeconds: number, url: string): string {
  const pause = pauseSeconds > 0 ? `<Pause length="${pauseSeconds}"/>` : '';
  return `${say(words)}${pause}${patientRedirect(url)}`;
}

/** Tried again when nobody answers, or a server that is just going. */
function patientRedirect(url: string): string {
  return `<Redirect method="POST">${xmlText(`${url}#rc=5&rp=ct,5xx`)}</Redirect>`;
}

function say({ text, language }: Words): string {
  return `<Say language="${xmlText(language)}">${xmlText(text)}</Say>`;
}
