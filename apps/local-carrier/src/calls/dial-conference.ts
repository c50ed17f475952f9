import { rest } from '../clock';
import { parseTwiml, type Verb } from '../twiml';
import { textOf } from '../xml';
import { callFields } from './call-fields';
import type { Conference, ConferenceCallback } from './conference';
import { absolute, type Scene } from './scene';

/** Between two requests for what is heard while waiting, when it says nothing. */
const WAIT_PAUSE_MS = 1_000;

/** `<Dial><Conference>`: the call is with the others until it, the conference, or the document ends. */
export async function joinConference(scene: Scene, noun: Verb): Promise<void> {
  const { attributes } = noun;
  const conference = scene.conferences.named(textOf(noun).trim());
  const options = {
    startOnEnter: attributes.startConferenceOnEnter !== 'false',
    endOnExit: attributes.endConferenceOnExit === 'true',
    muted: attributes.muted === 'true',
    label: attributes.participantLabel ?? null,
  };
  const participant = conference.join(scene.call, options, readCallback(scene, noun));
  const until = AbortSignal.any([scene.signal, participant.leaving.signal]);
  if (attributes.waitUrl !== '' && attributes.waitUrl !== undefined)
    void wait(scene, absolute(scene, attributes.waitUrl), conference, until);
  const stop = scene.call.onFrame((said) => conference.hear(participant, said));
  await new Promise<void>((resolve) => {
    if (until.aborted) resolve();
    until.addEventListener('abort', () => resolve(), { once: true });
  });
  stop();
  scene.call.heard.clear();
  conference.leave(participant);
}

function readCallback(scene: Scene, { attributes }: Verb): ConferenceCallback | undefined {
  const { statusCallback, statusCallbackEvent = 'start end', statusCallbackMethod } = attributes;
  if (statusCallback === undefined) return undefined;
  return {
    url: absolute(scene, statusCallback),
    method: statusCallbackMethod?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    events: statusCallbackEvent.split(/\s+/),
  };
}

/** What a lone participant hears: the document of `waitUrl`, again and again until the conference begins. */
async function wait(scene: Scene, first: string, conference: Conference, until: AbortSignal): Promise<void> {
  const over = AbortSignal.any([until, conference.started]);
  const { clock } = scene.network;
  let url = first;
  while (!over.aborted) {
    const form = { ...callFields(scene.call, scene.network.environment.accountSid), ConferenceSid: conference.sid };
    const answer = await scene.network.webhooks.send(url, form);
    scene.call.record.note('wait', { url, status: answer.status });
    if (answer.errorCode !== null)
      scene.network.events.alert(answer.errorCode, scene.call.sid, `${url}: ${answer.detail}`);
    const verbs = answer.errorCode === null ? parseTwiml(answer.body.toString('utf8')) : [];
    const startedAt = clock.now();
    const next = await scene.perform(verbs, over);
    if (next.kind === 'go') url = next.url;
    if (clock.now() - startedAt < WAIT_PAUSE_MS) await rest(clock, WAIT_PAUSE_MS, over);
  }
}
