import { SpeechSpans } from '../audio/speech-spans';
import { secondsOf, type Verb } from '../twiml';
import { childElements } from '../xml';
import { absolute, GO_ON, methodOf, type Next, type Scene } from './scene';

/** Digits, or SpeechResult and Confidence. */
type Gathered = Record<string, string>;

/** `<Gather>`: prompts until the first key, then digits up to a count, a finishing key or a pause; or one stretch of speech. */
export async function gather(scene: Scene, verb: Verb): Promise<Next> {
  const inputs = (verb.attributes.input ?? 'dtmf').split(/\s+/);
  const started = new AbortController();
  const over = new AbortController();
  const keys = inputs.includes('dtmf') ? readDigits(scene, verb, started, over.signal) : null;
  const words = inputs.includes('speech') ? readSpeech(scene, started, over.signal) : null;
  await scene.perform(childElements(verb), started.signal);
  const callOff = scene.network.clock.after(secondsOf(verb, 'timeout', 5) * 1_000, () => over.abort());
  if (started.signal.aborted) callOff();
  started.signal.addEventListener('abort', callOff);
  scene.signal.addEventListener('abort', () => over.abort(), { once: true });
  if (scene.signal.aborted) over.abort();
  const found = await Promise.race([keys, words].filter((each) => each !== null));
  callOff();
  over.abort();
  if (scene.signal.aborted || (found === null && verb.attributes.actionOnEmptyResult !== 'true')) return GO_ON;
  const url = absolute(scene, verb.attributes.action ?? scene.base);
  return { kind: 'go', url, method: methodOf(verb), form: { ...found } };
}

function readDigits(scene: Scene, verb: Verb, started: AbortController, over: AbortSignal): Promise<Gathered | null> {
  const most = secondsOf(verb, 'numDigits', 1_000);
  const finish = verb.attributes.finishOnKey ?? '#';
  const waitMs = secondsOf(verb, 'timeout', 5) * 1_000;
  return new Promise((resolve) => {
    let digits = '';
    let callOff: (() => void) | undefined;
    const done = (): void => {
      callOff?.();
      leave();
      resolve(digits === '' ? null : { Digits: digits });
    };
    const leave = scene.call.onDigit((digit) => {
      started.abort();
      callOff?.();
      if (!finish.includes(digit)) digits += digit;
      if (finish.includes(digit) || digits.length >= most) done();
      else callOff = scene.network.clock.after(waitMs, done);
    });
    over.addEventListener('abort', done, { once: true });
  });
}

function readSpeech(scene: Scene, started: AbortController, over: AbortSignal): Promise<Gathered | null> {
  const spans = new SpeechSpans();
  let fromMs: number | null = null;
  return new Promise((resolve) => {
    const leave = scene.call.onFrame((said) => {
      fromMs ??= scene.call.record.lengthMs - 20;
      const ended = spans.hear(said);
      if (spans.speaking) started.abort();
      if (!ended) return;
      leave();
      const audio = scene.call.record.audio('said', fromMs + ended.startMs - 100, fromMs + ended.endMs + 100);
      void scene.speech
        .transcribe(audio)
        .then((text) => resolve(text ? { SpeechResult: text, Confidence: '0.9' } : null));
    });
    over.addEventListener(
      'abort',
      () => {
        leave();
        if (!spans.speaking) resolve(null);
      },
      { once: true },
    );
  });
}
