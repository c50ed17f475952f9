import { twiml, xmlText } from '@clinicall/platform';
import type { CarrierWords, WaitingRoom } from './ports/call-control';

export type Words = CarrierWords;

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

/** The carrier hears and speaks, text goes between us; the way back is the same. @param relay its `language` is BCP 47 with region. */
export function relayTwiml(
  relay: { url: string; token: string; language: string; heard: readonly string[] },
  after: { words: Words; pauseSeconds: number; url: string },
): string {
  return twiml([
    `<Connect><ConversationRelay url="${xmlText(relay.url)}" language="${relay.language}" interruptible="any" dtmfDetection="true"` +
      ` partialPrompts="true">${relay.heard.map((code) => `<Language code="${code}"/>`).join('')}<Parameter name="token" value="${xmlText(relay.token)}"/>` +
      `</ConversationRelay></Connect>${resumption(after.words, after.pauseSeconds, after.url)}`,
  ]);
}

export function hangUpTwiml(words?: Words): string {
  return twiml([`${words === undefined ? '' : say(words)}<Hangup/>`]);
}

/** @param after its address is asked when the person has hung up, or nobody answered in time. */
export function transferTwiml(words: Words, number: string, after: { url: string; ringSeconds: number }): string {
  return twiml([
    `${say(words)}<Dial timeout="${after.ringSeconds}" action="${xmlText(after.url)}" method="POST"><Number>${xmlText(number)}</Number></Dial>`,
  ]);
}

/** The caller waits in a room that begins when a person comes, and ends when either goes. */
export function waitTwiml(words: Words, room: WaitingRoom): string {
  return twiml([
    `${say(words)}<Dial action="${xmlText(room.afterUrl)}" method="POST">` +
      conference(room.name, {
        startConferenceOnEnter: 'false',
        endConferenceOnExit: 'true',
        beep: 'false',
        waitUrl: room.holdUrl,
        waitMethod: 'POST',
        statusCallback: room.statusUrl,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: 'start end join leave',
      }) +
      '</Dial>',
  ]);
}

/** The person hears what it is about and is then with the caller. */
export function joinTwiml(words: Words, room: Pick<WaitingRoom, 'name'>): string {
  const attributes = { startConferenceOnEnter: 'true', endConferenceOnExit: 'true', beep: 'false' };
  return twiml([`${say(words)}<Dial>${conference(room.name, attributes)}</Dial>`]);
}

/** Heard while waiting: a word, then music; the carrier asks again when it is over. */
export function holdTwiml(words: Words, musicUrl: string, again: string): string {
  return twiml([`${say(words)}<Play>${xmlText(musicUrl)}</Play><Redirect method="POST">${xmlText(again)}</Redirect>`]);
}

/** Asks for one key, twice; without one it goes on to what stands behind. @param next further verbs. */
export function keyTwiml(words: Words, action: string, next = '<Hangup/>', times = 2): string {
  const gather = `<Gather input="dtmf" numDigits="1" timeout="5" action="${xmlText(action)}" method="POST">${say(words)}</Gather>`;
  return twiml([gather.repeat(times) + next]);
}

/** The caller's words after a tone; without any it goes on to `otherwiseUrl`. */
export function recordTwiml(
  words: Words,
  record: { doneUrl: string; statusUrl: string; otherwiseUrl: string; longestSeconds: number },
): string {
  return twiml([
    `${say(words)}<Record playBeep="true" finishOnKey="#" timeout="5" maxLength="${record.longestSeconds}" trim="do-not-trim"` +
      ` action="${xmlText(record.doneUrl)}" method="POST" recordingStatusCallback="${xmlText(record.statusUrl)}"` +
      ` recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"/>` +
      `<Redirect method="POST">${xmlText(record.otherwiseUrl)}</Redirect>`,
  ]);
}

/** The carrier speaks for us, then the call comes back. */
export function resumeTwiml(words: Words | undefined, url: string): string {
  return twiml([`${words === undefined ? '' : say(words)}<Redirect method="POST">${xmlText(url)}</Redirect>`]);
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

function conference(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  return `<Conference${written.join('')}>${xmlText(name)}</Conference>`;
}

function say({ text, language }: Words): string {
  return `<Say language="${xmlText(language)}">${xmlText(text)}</Say>`;
}
