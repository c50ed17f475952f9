import { SpeechSpans } from '../audio/speech-spans';
import { beep } from '../audio/tones';
import { secondsOf, type Verb } from '../twiml';
import { absolute, GO_ON, methodOf, type Next, playTo, type Scene } from './scene';

/** `<Record>`: the caller's words after a beep, until a key, a silence, the longest time, or the call's end. */
export async function record(scene: Scene, verb: Verb): Promise<Next> {
  const { attributes } = verb;
  if (attributes.playBeep !== 'false') await playTo(scene, beep());
  const callback =
    attributes.recordingStatusCallback === undefined
      ? undefined
      : { url: absolute(scene, attributes.recordingStatusCallback), method: 'POST' as const };
  const recording = scene.recordings.start(scene.call, 'RecordVerb', 1, callback);
  const { digit, spoke } = await listen(scene, verb);
  scene.recordings.finish(recording, spoke);
  // Twilio goes on with the next verb when there was nothing to record.
  if (!spoke) return GO_ON;
  if (scene.signal.aborted) return GO_ON;
  const form = {
    RecordingSid: recording.sid,
    RecordingUrl: scene.recordings.url(recording),
    RecordingDuration: String(recording.seconds),
    Digits: digit ?? 'hangup',
  };
  return { kind: 'go', url: absolute(scene, attributes.action ?? scene.base), method: methodOf(verb), form };
}

async function listen(scene: Scene, verb: Verb): Promise<{ digit: string | null; spoke: boolean }> {
  const spans = new SpeechSpans();
  const quietMs = secondsOf(verb, 'timeout', 5) * 1_000;
  const mostMs = secondsOf(verb, 'maxLength', 3_600) * 1_000;
  const keys = verb.attributes.finishOnKey ?? '1234567890*#';
  let spoke = false;
  let ms = 0;
  let silentMs = 0;
  return new Promise((resolve) => {
    const finish = (digit: string | null): void => {
      leaveFrames();
      leaveDigits();
      resolve({ digit, spoke });
    };
    const leaveFrames = scene.call.onFrame((said) => {
      spans.hear(said);
      ms += 20;
      silentMs = spans.speaking ? 0 : silentMs + 20;
      spoke ||= spans.speaking;
      if (silentMs >= quietMs || ms >= mostMs) finish(null);
    });
    const leaveDigits = scene.call.onDigit((digit) => {
      if (keys.includes(digit)) finish(digit);
    });
    scene.signal.addEventListener('abort', () => finish(null), { once: true });
  });
}
