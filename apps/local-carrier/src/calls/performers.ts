import { busySignal } from '../audio/tones';
import { muLawSilence, readWav } from '@clinicall/audio';
import { toLine } from '../audio/line';
import { rest } from '../clock';
import { NETWORK_VOICE } from '../speech-service';
import { secondsOf, type Verb } from '../twiml';
import { textOf } from '../xml';
import { connect } from './connect';
import { dial } from './dial';
import { gather } from './gather';
import { record } from './record-verb';
import { absolute, GO_ON, methodOf, type Next, type Performer, playTo, type Scene } from './scene';

/** Every verb the network knows; another one is another line. */
export const performers: Readonly<Record<string, Performer>> = {
  Say: say,
  Play: play,
  Pause: pause,
  Redirect: redirect,
  Reject: reject,
  Hangup: async () => Promise.resolve({ kind: 'hangup' }),
  Gather: gather,
  Dial: dial,
  Record: record,
  Connect: connect,
};

async function say(scene: Scene, verb: Verb): Promise<Next> {
  const text = textOf(verb).replace(/\s+/g, ' ').trim();
  if (text === '') return GO_ON;
  const spoken = await scene.speech.speak(text, NETWORK_VOICE);
  const { record } = scene.call;
  const startMs = record.lengthMs;
  record.note('say', { text });
  // Without a voice the words are shown and their time passes in silence.
  const sound = spoken ?? muLawSilence(Math.min(20_000, 400 + text.length * 60));
  if (!spoken)
    scene.call.line?.tell({ type: 'words', who: 'clinic', text, startMs, endMs: startMs + sound.length / 8 });
  const times = Math.max(1, secondsOf(verb, 'loop', 1));
  for (let time = 0; time < times && !scene.signal.aborted; time += 1) await playTo(scene, sound);
  record.note('said', { text });
  return GO_ON;
}

async function play(scene: Scene, verb: Verb): Promise<Next> {
  const url = absolute(scene, textOf(verb).trim());
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([scene.signal, AbortSignal.timeout(15_000)]) });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    await playTo(scene, toLine(readWav(Buffer.from(await answer.arrayBuffer()))));
  } catch (error) {
    if (!scene.signal.aborted) scene.network.events.alert(12300, scene.call.sid, `<Play> ${url}: ${String(error)}`);
  }
  return GO_ON;
}

async function pause(scene: Scene, verb: Verb): Promise<Next> {
  await rest(scene.network.clock, secondsOf(verb, 'length', 1) * 1_000, scene.signal);
  return GO_ON;
}

function redirect(scene: Scene, verb: Verb): Promise<Next> {
  const url = absolute(scene, textOf(verb).trim() || scene.base);
  return Promise.resolve({ kind: 'go', url, method: methodOf(verb), form: {} });
}

async function reject(scene: Scene, verb: Verb): Promise<Next> {
  const busy = verb.attributes.reason === 'busy';
  if (scene.call.answeredAt !== null) {
    if (busy) await playTo(scene, busySignal());
    return { kind: 'hangup' };
  }
  return { kind: 'hangup', status: busy ? 'busy' : 'no-answer' };
}
