import { encodeMuLaw } from '@clinicall/audio';
import { Logger, ProviderError } from '@clinicall/platform';
import { eventually } from '../../../platform/spec-support/eventually';
import type { DoubleSession } from '../../spec-support/realtime-double';
import { RealtimeDouble } from '../../spec-support/realtime-double';
import { FailoverSpeechToText } from '../failover-speech';
import { SpeechToText } from '../ports/speech-to-text';
import type { Hearing, HearingOptions } from '../ports/speech-to-text';
import { OpenaiRealtimeSpeechToText } from './openai-realtime-speech-to-text';

/** 20 ms of a wave that is different each time. */
const frame = (number: number) =>
  Int16Array.from({ length: 160 }, (_unused, index) => Math.sin(index / 9 + number) * 8_000);

let double: RealtimeDouble;
let ear: OpenaiRealtimeSpeechToText;
const never = new AbortController().signal;
const options = (more: Partial<HearingOptions> = {}): HearingOptions => ({
  language: 'en',
  hints: ['Dr. Ruth Adler', 'Cardiology'],
  ...more,
});

function open(model: string): OpenaiRealtimeSpeechToText {
  return new OpenaiRealtimeSpeechToText({ name: 'there', baseUrl: double.url, apiKey: 'a-key', model, voice: '' });
}

beforeEach(async () => {
  double = await RealtimeDouble.start();
  ear = open('gpt-live-transcribe');
});
afterEach(async () => {
  expect(double.faults).toEqual([]);
  await double.stop();
});

function say(hearing: Hearing, frames = 10): Buffer {
  const sound = Array.from({ length: frames }, (_unused, number) => frame(number));
  for (const samples of sound) hearing.write(samples);
  return Buffer.concat(sound.map(encodeMuLaw));
}

const session = (number = 0): Promise<DoubleSession> => eventually(() => double.sessions[number], 'a session');

describe('realtime transcription', () => {
  it('passes the carrier’s sound through, and gives the words when we close what was said', async () => {
    const call = {};
    double.onCommit = (one, item) => one.completed('I need a cardiologist.', item);
    const hearing = ear.listen(options({ call }));
    const sound = say(hearing);
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'I need a cardiologist.' });
    const { headers, update, commits } = await session();
    expect(headers['authorization']).toBe('Bearer a-key');
    expect(update).toEqual({
      format: { type: 'audio/pcmu' },
      transcription: { model: 'gpt-live-transcribe', language: 'en', keywords: ['Dr. Ruth Adler', 'Cardiology'] },
      turn_detection: null,
    });
    expect(commits[0]?.equals(sound)).toBe(true);
    ear.leave(call);
  });

  it.each([
    ['gpt-realtime-whisper', undefined],
    ['gpt-4o-transcribe', 'Dr. Ruth Adler, Cardiology'],
  ])('guides %s as it may be guided', async (model, prompt) => {
    const hearing = open(model).listen(options());
    const one = await session();
    await eventually(() => one.update, 'the set-up');
    expect(one.update?.transcription.prompt).toBe(prompt);
    hearing.close();
  });

  it('tells the words while they are spoken, and those of all stretches together', async () => {
    const told: string[] = [];
    const call = {};
    const hearing = ear.listen(options({ call, interim: (words) => told.push(words) }));
    say(hearing);
    const one = await session();
    one.delta('My date ');
    one.delta('of birth');
    await eventually(() => told.includes('My date of birth'), 'words while speaking');
    double.onCommit = (_one, item) =>
      setTimeout(() => one.completed(item === 'item_1' ? 'My date of birth' : 'is March third.', item), 5);
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'My date of birth' });
    say(hearing, 3); // less than may be committed: filled up
    one.delta('is March');
    await eventually(() => told.includes('My date of birth is March'), 'more words');
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'My date of birth is March third.' });
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'My date of birth is March third.' });
    expect(one.commits).toHaveLength(2);
    ear.leave(call);
  });

  it('keeps one connection for a call, where late words of one utterance are none of the next', async () => {
    const call = {};
    const first = ear.listen(options({ call }));
    say(first);
    const stop = new AbortController();
    const wanted = first.transcript(stop.signal);
    const one = await session();
    await eventually(() => one.commits.length === 1, 'the first commit');
    stop.abort(new Error('not wanted any more'));
    await expect(wanted).rejects.toThrow('not wanted any more');
    first.close();
    const second = ear.listen(options({ call }));
    say(second);
    const words = second.transcript(never);
    await eventually(() => one.commits.length === 2, 'the second commit');
    one.completed('late words', 'item_1');
    one.completed('Tomorrow.', 'item_2');
    await expect(words).resolves.toEqual({ text: 'Tomorrow.' });
    expect(double.sessions).toHaveLength(1);
    const other = ear.listen(options({ call: {} }));
    await session(1);
    other.close();
    ear.leave(call);
    await eventually(() => one.isClosed, 'the connection to end with the call');
  });

  it('forgets sound that nobody asked about', async () => {
    const call = {};
    const first = ear.listen(options({ call }));
    say(first);
    first.close();
    const second = ear.listen(options({ call }));
    const sound = say(second);
    double.onCommit = (one, item) => one.completed('Yes.', item);
    await second.transcript(never);
    const one = await session();
    expect(one.commits[0]?.equals(sound)).toBe(true);
    ear.leave(call);
  });

  it.each<[string, (one: DoubleSession) => void]>([
    ['drops the connection', (one) => one.drop()],
    ['refuses the session', (one) => one.refuse('model_not_found')],
    ['cannot transcribe', (one) => one.failed('item_1')],
  ])('fails at once when the server %s, and the next utterance is heard anew', async (_how, fail) => {
    const call = {};
    double.onCommit = fail;
    const hearing = ear.listen(options({ call }));
    say(hearing);
    await expect(hearing.transcript(never)).rejects.toThrow(ProviderError);
    hearing.close();
    double.onCommit = (one, item) => one.completed('Yes.', item);
    const again = ear.listen(options({ call }));
    say(again);
    await expect(again.transcript(never)).resolves.toEqual({ text: 'Yes.' });
    ear.leave(call);
  });

  it('is not believed because it answers pings: words that are late cost it the line, and the next utterance has a new one', async () => {
    class HttpEar extends SpeechToText {
      override listen(): Hearing {
        return {
          write: () => undefined,
          transcript: () => Promise.resolve({ text: 'by HTTP' }),
          close: () => undefined,
        };
      }
    }
    const chain = new FailoverSpeechToText([ear, new HttpEar()], new Logger('silent'));
    const before = double.sessions.length;
    double.onCommit = (one) => one.keepAlive(100);
    const call = {};
    const hearing = chain.listen(options({ call }));
    say(hearing);
    const startedAt = performance.now();
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'by HTTP' });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    hearing.close();
    double.onCommit = (one, item) => one.completed('Yes.', item);
    const again = ear.listen(options({ call }));
    say(again);
    await expect(again.transcript(never)).resolves.toEqual({ text: 'Yes.' });
    expect(double.sessions.length - before).toBe(2);
    chain.leave(call);
  });

  it('keeps its line when the caller goes on before the words are there', async () => {
    const before = double.sessions.length;
    double.onCommit = () => undefined;
    const call = {};
    const hearing = ear.listen(options({ call }));
    say(hearing);
    const goesOn = new AbortController();
    const words = hearing.transcript(goesOn.signal);
    goesOn.abort();
    await expect(words).rejects.toThrow();
    double.onCommit = (one, item) => one.completed('Yes.', item);
    const again = ear.listen(options({ call }));
    say(again);
    await expect(again.transcript(never)).resolves.toEqual({ text: 'Yes.' });
    expect(double.sessions.length - before).toBe(1);
    ear.leave(call);
  });

  it('gives way to transcription over HTTP, which has heard the same sound', async () => {
    class HttpEar extends SpeechToText {
      samples = 0;
      override listen(): Hearing {
        return {
          write: (sound) => void (this.samples += sound.length),
          transcript: () => Promise.resolve({ text: 'by HTTP' }),
          close: () => undefined,
        };
      }
    }
    const http = new HttpEar();
    const chain = new FailoverSpeechToText([ear, http], new Logger('silent'));
    double.onSound = (one) => one.drop();
    const call = {};
    const hearing = chain.listen(options({ call, interim: () => undefined }));
    expect(hearing.isLive).toBe(true);
    say(hearing);
    await expect(hearing.transcript(never)).resolves.toEqual({ text: 'by HTTP' });
    expect(http.samples).toBe(1_600);
    chain.leave(call);
  });
});
