import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import OpenAI, { toFile } from 'openai';
import { fromMuLaw } from '../src/audio/g711';
import { resample } from '../src/audio/resample';
import { fromPcm16, offsetOf, peakOf, toPcm16 } from '../src/audio/sound';
import { readWav, wavHeader } from '../src/audio/wav';
import { healthRoutes } from '../src/health';
import { createServer } from '../src/server';
import { registerSpeech } from '../src/speech';
import { speechEngines } from '../src/speech-engines';
import { registerTranscriptions } from '../src/transcriptions';
import { throughTheLine, toMuLaw } from './telephone-line';

// The real models behind the real wire: what Flite says must come back through a telephone line as the same words.

jest.setTimeout(120_000);

let server: FastifyInstance;
let openai: OpenAI;
let address: string;

beforeAll(async () => {
  server = createServer({ routes: [healthRoutes, registerTranscriptions, registerSpeech] });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
  openai = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'none', maxRetries: 0 });
});
afterAll(() => server.close());

async function say(input: string, voice = 'rms', speed = 1): Promise<Float32Array> {
  const answer = await openai.audio.speech.create({ model: 'tts-1', voice, input, response_format: 'pcm', speed });
  return fromPcm16(new Uint8Array(await answer.arrayBuffer()));
}

function asWav(samples: Float32Array, rate: number): Buffer {
  const pcm = toPcm16(samples);
  return Buffer.concat([wavHeader(rate, pcm.length), pcm]);
}

async function write(bytes: Uint8Array, name = 'call.ulaw', prompt?: string): Promise<string> {
  const file = await toFile(bytes, name);
  return (await openai.audio.transcriptions.create({ model: 'whisper-1', file, prompt })).text;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9' ]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

/** Words that must change to make one text of the other. */
function wordErrors(said: string, heard: string): number {
  const [a, b] = [wordsOf(said), wordsOf(heard)];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((word, i) => {
    const next = [i + 1];
    b.forEach((other, j) => next.push(Math.min(row[j]! + (word === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1)));
    row = next;
  });
  return row[b.length]!;
}

const spoken = [
  "I'd like to book an appointment with a cardiologist.",
  'Do you have anything tomorrow afternoon?',
  'I need to cancel my appointment.',
  'I want to reschedule to Friday morning.',
  'What are your opening hours?',
  'No, I would prefer the afternoon.',
  'Can I talk to a person, please?',
  'As soon as possible, please.',
];

describe('what is said', () => {
  it('comes back over the telephone with at most one word in ten wrong', async () => {
    let errors = 0;
    for (const sentence of spoken) errors += wordErrors(sentence, await write(throughTheLine(await say(sentence))));
    expect(errors / spoken.flatMap(wordsOf).length).toBeLessThanOrEqual(0.1);
  });

  it.each([
    ['Yes.', 'rms'],
    ['No.', 'rms'],
    ['Tuesday.', 'rms'],
    ['Three.', 'kal'],
    ['The second one.', 'kal'],
    ['Tomorrow.', 'rms'],
  ])('comes back when it is only "%s" (%s)', async (answer, voice) => {
    expect(wordsOf(await write(throughTheLine(await say(answer, voice))))).toEqual(wordsOf(answer));
  });

  it('has the names of the prompt, and only where they were said', async () => {
    const prompt = 'Ruth Adler, Samuel Okafor, Anika Kowalski, James Whitfield, Cardiology';
    const heard = async (text: string, by?: string) => write(throughTheLine(await say(text, 'awb')), 'call.ulaw', by);
    expect(await heard('Do you have anything with Doctor Kowalski?', prompt)).toContain('Kowalski');
    expect(await heard('Doctor Hargreaves.', `${prompt}, Miriam Hargreaves`)).toContain('Hargreaves');
    expect(await heard('Cancel my appointment.', prompt)).toBe(await heard('Cancel my appointment.'));
  });

  it('is understood as wav of any rate and as mp3', async () => {
    const speech = await say(spoken[0]!);
    for (const rate of [8000, 16_000, 48_000]) {
      expect(
        wordErrors(spoken[0]!, await write(asWav(resample(speech, 24_000, rate), rate), 'call.wav')),
      ).toBeLessThanOrEqual(1);
    }
    const mp3 = readFileSync(join(__dirname, 'recordings', 'mpeg2-24khz-mono.mp3'));
    expect(wordErrors(spoken[0]!, await write(mp3, 'call.mp3'))).toBeLessThanOrEqual(1);
  });

  it('is in verbose_json with honest doubts', async () => {
    const verbose = async (bytes: Uint8Array): Promise<OpenAI.Audio.TranscriptionVerbose> =>
      openai.audio.transcriptions.create({
        model: 'whisper-1',
        file: await toFile(bytes, 'call.ulaw'),
        response_format: 'verbose_json',
      });
    const clear = await verbose(throughTheLine(await say(spoken[2]!)));
    expect(clear).toMatchObject({
      task: 'transcribe',
      language: 'english',
      text: clear.segments?.map((s) => s.text.trim()).join(' '),
    });
    expect(clear.segments?.[0]?.avg_logprob).toBeGreaterThan(-0.3);
    expect(clear.segments?.[0]?.no_speech_prob).toBeLessThan(0.1);
    const speech = fromMuLaw(throughTheLine(await say(spoken[2]!)));
    const noisy = await verbose(toMuLaw(speech.map((sample, i) => 0.5 * sample + 0.1 * Math.sin(i * i))));
    expect(noisy.segments?.[0]?.avg_logprob ?? -9).toBeLessThan(clear.segments?.[0]?.avg_logprob ?? 0);
    const silent = await verbose(new Uint8Array(8000).fill(0xff));
    expect(silent).toMatchObject({ text: '', duration: 1, segments: [{ text: '', no_speech_prob: 1 }] });
  });
});

describe('a yes or a no that could be the other', () => {
  it('is given so little confidence that it is asked again, and a clear one is not', async () => {
    const doubt = async (answer: string, voice: string): Promise<{ right: boolean; confidence: number }> => {
      const heard = await openai.audio.transcriptions.create({
        model: 'whisper-1',
        file: await toFile(throughTheLine(await say(answer, voice)), 'call.ulaw'),
        response_format: 'verbose_json',
      });
      const agreed = /^(yes|yeah|yep|sure|okay)/i.test(heard.text);
      const refused = /^no/i.test(heard.text);
      return {
        right: answer === 'Yes.' ? agreed : refused,
        confidence: Math.exp(heard.segments?.[0]?.avg_logprob ?? 0),
      };
    };
    const answers = ['slt', 'rms', 'kal'].flatMap((voice) => [doubt('Yes.', voice), doubt('No.', voice)]);
    const judged = await Promise.all(answers);
    expect(judged.filter(({ right, confidence }) => !right && confidence > 0.5)).toEqual([]);
    expect(judged.filter(({ right, confidence }) => right && confidence > 0.6).length).toBeGreaterThanOrEqual(4);
  });
});

describe('what is not speech', () => {
  const second = (wave: (i: number) => number): Uint8Array =>
    toMuLaw(Float32Array.from({ length: 8000 }, (_, i) => wave(i)));
  it.each([
    ['nothing at all', new Uint8Array(0)],
    ['silence', second(() => 0)],
    ['an open line', second((i) => 0.002 * Math.sin(i * i))],
    ['noise', second((i) => 0.3 * Math.sin(i * i * 0.7))],
    ['a tone', second((i) => 0.5 * Math.sin(i * 0.35))],
    ['a key', second((i) => 0.3 * (Math.sin(i * 0.605) + Math.sin(i * 1.05)))],
  ])('%s is no words', async (_, bytes) => expect(await write(bytes)).toBe(''));
});

describe('the voice', () => {
  it.each(['slt', 'rms', 'awb', 'kal'])('%s is at -3 dB, unclipped, centred, and as long as it says', async (voice) => {
    const speech = await say('The clinic opens at eight in the morning.', voice);
    const peak = 20 * Math.log10(peakOf(speech));
    expect(peak).toBeGreaterThan(-3.5);
    expect(peak).toBeLessThan(-2.5);
    expect(speech.filter((sample) => Math.abs(sample) > 0.99)).toHaveLength(0);
    expect(Math.abs(offsetOf(speech))).toBeLessThan(0.001);
    expect(speech.length / 24_000).toBeGreaterThan(1.5);
    expect(speech.length / 24_000).toBeLessThan(4);
    expect(Math.abs(speech[0]!) + Math.abs(speech.at(-1)!)).toBeLessThan(0.01);
  });

  it('is a whole wav with its true length', async () => {
    const answer = await openai.audio.speech.create({
      model: 'tts-1',
      voice: 'nova',
      input: 'One. Two. Three.',
      response_format: 'wav',
    });
    const file = Buffer.from(await answer.arrayBuffer());
    expect(file.readUInt32LE(40)).toBe(file.length - 44);
    expect(readWav(file).rate).toBe(24_000);
  });

  it('speaks faster when asked', async () => {
    const [plain, fast] = [await say(spoken[0]!), await say(spoken[0]!, 'rms', 1.5)];
    expect(fast.length / plain.length).toBeCloseTo(1 / 1.5, 1);
  });

  it('begins before a long text is done', async () => {
    const input = Array.from(
      { length: 12 },
      () => 'We have three times for you on Tuesday afternoon with Doctor Adler.',
    ).join(' ');
    const started = Date.now();
    const answer = await openai.audio.speech.create({ model: 'tts-1', voice: 'slt', input, response_format: 'pcm' });
    const reader = answer.body!.getReader();
    await reader.read();
    const first = Date.now() - started;
    while (!(await reader.read()).done);
    expect(first).toBeLessThan((Date.now() - started) / 2);
  });
});

describe('several at once', () => {
  it('are all answered rightly while the server goes on answering others', async () => {
    const files = await Promise.all(spoken.slice(0, 4).map(async (sentence) => throughTheLine(await say(sentence))));
    const health: number[] = [];
    const timer = setInterval(() => {
      const asked = Date.now();
      void fetch(`${address}/health`).then(() => health.push(Date.now() - asked));
    }, 50);
    const heard = await Promise.all([...files, ...files].map((file) => write(file)));
    clearInterval(timer);
    expect(heard.slice(0, 4)).toEqual(heard.slice(4));
    expect(new Set(heard).size).toBe(4);
    expect(Math.max(...health)).toBeLessThan(1000);
  });

  it('give way to one that a caller waits for, when they are patient', async () => {
    const one = await say('I need to cancel my appointment.');
    const long = await say(spoken.join(' '));
    const ended: string[] = [];
    const transcribe = async (name: string, speech: Float32Array, headers: Record<string, string>): Promise<string> => {
      const file = await toFile(throughTheLine(speech), 'call.ulaw');
      const { text } = await openai.audio.transcriptions.create({ model: 'whisper-1', file }, { headers });
      ended.push(name);
      return text;
    };
    const patient = transcribe('patient', long, { 'X-Clinicall-Priority': 'low' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waitedFor = await transcribe('waited for', one, {});
    expect(wordErrors('I need to cancel my appointment.', waitedFor)).toBeLessThan(2);
    expect(await patient).toContain('appointment');
    expect(ended).toEqual(['waited for', 'patient']);
  });

  it('give way when one is no longer wanted', async () => {
    const once = throughTheLine(await say(spoken.join(' ')));
    const began = Date.now();
    await write(once);
    const onceTakes = Date.now() - began;
    const cancelled = new AbortController();
    const file = await toFile(Buffer.concat(Array.from({ length: 20 }, () => once)), 'long.ulaw');
    const endless = openai.audio.transcriptions.create({ model: 'whisper-1', file }, { signal: cancelled.signal });
    const { listening } = speechEngines(server);
    while (listening.load === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    cancelled.abort();
    await expect(endless).rejects.toThrow(/abort/i);
    const started = Date.now();
    expect(await write(throughTheLine(await say(spoken[2]!)))).toMatch(/cancel/i);
    expect(Date.now() - started).toBeLessThan(5 * onceTakes + 2000);
    expect(listening.load).toBe(0);
  });
});

describe('bad requests', () => {
  const form = (fields: Record<string, string | Blob>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const sound = new Blob([new Uint8Array(800).fill(0xff)], { type: 'audio/basic' });
  const hear = (fields: Record<string, string | Blob>): Promise<Response> =>
    fetch(`${address}/v1/audio/transcriptions`, { method: 'POST', body: form(fields) });
  const speak = (body: unknown): Promise<Response> =>
    fetch(`${address}/v1/audio/speech`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each<[string, Record<string, string | Blob>, string | null, string]>([
    ['no file', { model: 'm' }, 'file', 'missing_required_parameter'],
    ['a text for a file', { model: 'm', file: 'hello' }, 'file', 'invalid_type'],
    ['no model', { file: sound }, 'model', 'missing_required_parameter'],
    ['not sound', { model: 'm', file: new Blob(['hello']) }, 'file', 'invalid_value'],
    ['an unknown format', { model: 'm', file: sound, response_format: 'xml' }, 'response_format', 'unsupported_value'],
    ['an unknown field', { model: 'm', file: sound, voice: 'slt' }, 'voice', 'unknown_parameter'],
    ['Spanish without its model', { model: 'm', file: sound, language: 'es' }, 'language', 'language_not_supported'],
    ['a language nobody here knows', { model: 'm', file: sound, language: 'de' }, 'language', 'language_not_supported'],
    ['a temperature of five', { model: 'm', file: sound, temperature: '5' }, 'temperature', 'invalid_value'],
  ])('to listen: %s', async (_, fields, param, code) => {
    const answer = await hear(fields);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', param, code } });
  });

  it.each<[string, unknown, string]>([
    ['no input', { model: 'm', voice: 'slt' }, 'input'],
    ['an empty one', { model: 'm', voice: 'slt', input: ' ' }, 'input'],
    ['too long a one', { model: 'm', voice: 'slt', input: 'x'.repeat(4097) }, 'input'],
    ['no voice', { model: 'm', input: 'x' }, 'voice'],
    ['a number for a voice', { model: 'm', input: 'x', voice: 5 }, 'voice'],
    ['opus', { model: 'm', input: 'x', voice: 'slt', response_format: 'opus' }, 'response_format'],
    ['ten times the speed', { model: 'm', input: 'x', voice: 'slt', speed: 10 }, 'speed'],
    ['an unknown field', { model: 'm', input: 'x', voice: 'slt', pitch: 1 }, 'pitch'],
  ])('to speak: %s', async (_, body, param) => {
    const answer = await speak(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', param } });
  });

  it('to listen, without a form, and larger than the limit', async () => {
    const json = await fetch(`${address}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(400);
    const large = await hear({ model: 'm', file: new Blob([new Uint8Array(26 * 1024 * 1024)]) });
    expect(large.status).toBe(413);
    expect(await large.json()).toHaveProperty('error.message');
  });

  it('say in /health what is loaded', async () => {
    const health: unknown = await (await fetch(`${address}/health`)).json();
    expect(health).toMatchObject({ status: 'ok', speech: { transcriptions: true, speech: true, languages: ['en'] } });
  });
});
