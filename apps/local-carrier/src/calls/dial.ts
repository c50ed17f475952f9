import { ringback } from '../audio/tones';
import { toE164 } from '../phone-numbers';
import { secondsOf, type Verb } from '../twiml';
import { childElements, textOf } from '../xml';
import type { Call } from './call';
import type { Reached } from './callees';
import { joinConference } from './dial-conference';
import { absolute, GO_ON, methodOf, type Next, type Scene } from './scene';

type Outcome = Exclude<Reached, 'answered'> | 'completed' | 'canceled' | 'answered';

/** `<Dial>`: a second leg to a number, its ringing heard by the caller, both bridged until one of them goes. */
export async function dial(scene: Scene, verb: Verb): Promise<Next> {
  const room = childElements(verb).find((child) => child.name === 'Conference');
  if (room !== undefined) {
    await joinConference(scene, room);
    return after(scene, verb, { DialCallStatus: 'answered' });
  }
  const element = childElements(verb).find((child) => child.name === 'Number');
  const to = toE164(textOf(element ?? verb).trim());
  const { clock } = scene.network;
  const startedAt = clock.now();
  let outcome: Outcome = 'failed';
  let leg: Call | null = null;
  if (to) {
    leg = scene.callees.newLeg(
      scene.call,
      to,
      verb.attributes.callerId ?? scene.call.from,
      element?.attributes.statusCallback,
    );
    outcome = await call(scene, leg, secondsOf(verb, 'timeout', 30) * 1_000);
  } else scene.network.events.alert(13223, scene.call.sid, '<Dial> has no number to call');
  const form: Record<string, string> = { DialCallStatus: outcome };
  if (leg) {
    form.DialCallSid = leg.sid;
    form.DialCallDuration = String(leg.seconds ?? Math.round((clock.now() - startedAt) / 1_000));
  }
  return after(scene, verb, form);
}

function after(scene: Scene, verb: Verb, form: Record<string, string>): Next {
  const { action } = verb.attributes;
  if (action === undefined || scene.signal.aborted) return GO_ON;
  return { kind: 'go', url: absolute(scene, action), method: methodOf(verb), form };
}

async function call(scene: Scene, leg: Call, timeoutMs: number): Promise<Outcome> {
  const settled = new AbortController();
  const giveUp = (): void => settled.abort();
  scene.signal.addEventListener('abort', giveUp, { once: true });
  leg.ended.addEventListener('abort', giveUp, { once: true });
  leg.ring();
  void ring(scene, settled.signal);
  const reached = await scene.callees.reach(leg, timeoutMs, settled.signal);
  settled.abort();
  scene.call.heard.clear();
  scene.signal.removeEventListener('abort', giveUp);
  scene.call.record.note('dial', { to: leg.to, reached });
  if (reached !== 'answered') {
    leg.end(reached === 'no-answer' && scene.signal.aborted ? 'canceled' : reached);
    return scene.signal.aborted ? 'canceled' : reached;
  }
  await bridge(scene, leg);
  return 'completed';
}

async function ring(scene: Scene, until: AbortSignal): Promise<void> {
  while (!until.aborted && (await scene.call.heard.play(ringback())));
}

/** Both hear each other until one leg or the document ends. */
async function bridge(scene: Scene, leg: Call): Promise<void> {
  const leave = [
    scene.call.onFrame((said) => leg.heard.push(said)),
    leg.onFrame((said) => scene.call.heard.push(said)),
    scene.call.onDigit((digit) => leg.press(digit)),
  ];
  await new Promise<void>((resolve) => {
    const done = (): void => resolve();
    if (leg.over || scene.signal.aborted) done();
    leg.ended.addEventListener('abort', done, { once: true });
    scene.signal.addEventListener('abort', done, { once: true });
  });
  leave.forEach((each) => each());
  scene.call.heard.clear();
  leg.end('completed');
}
