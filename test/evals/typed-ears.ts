import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeMuLaw, readWav, resample } from '@clinicall/audio';
import { toLine } from '../../apps/local-carrier/src/audio/line';

// With typed voice the product's recogniser is this server: it knows which sentences are being spoken and gives the
// words of the one whose sound it is sent. What it cannot place it did not hear.

interface Expected {
  readonly words: string;
  /** The clinic's doctors, whose names the product sends beside the sound. */
  readonly doctors: readonly string[];
  /** As the line carries it, at 8 kHz. */
  readonly sound: Int16Array;
}

/** A sound that is being spoken, found in the sentence: from which sample of it on. */
interface Place {
  readonly one: Expected;
  readonly at: number;
  /** Correlation of the samples: 1 for the very sound. */
  readonly score: number;
}

const expected = new Set<Expected>();
const RATE = 8_000;
/** The line moves frames of 20 ms, so that a sound stands at a whole number of them in what was spoken. */
const FRAME = 160;
/** Samples that are compared, from the first loud one on. */
const COMPARED = 3_200;
/** The very sound has more, any other one less. The only one that is awaited needs no likeness. */
const THE_SAME = 0.5;
/** What of a sentence's sound may be missing at an end: breath, and a consonant that is too quiet. */
const EDGE_SAMPLES = 0.3 * RATE;
const SIGN_LETTERS = 2;
/** A sentence that was said is known for so long still: on a loaded machine its sound comes late, and is not to be taken for another's. */
const KNOWN_AFTER_MS = 15_000;

export interface TypedEars {
  /** Ends in /v1. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Tells the recogniser what will be said next, at a clinic of these doctors. @returns what makes it forget. */
export async function expectWords(words: string, doctors: readonly string[]): Promise<() => void> {
  const response = await fetch(`${speechUrl()}/audio/speech`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'tts-1', voice: 'rms', input: words, response_format: 'pcm' }),
  });
  const pcm = Buffer.from(await response.arrayBuffer());
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, Math.floor(pcm.byteLength / 2));
  const entry = { words, doctors, sound: sounding(decodeMuLaw(toLine({ rate: 24_000, samples }))) };
  expected.add(entry);
  return () => void setTimeout(() => expected.delete(entry), KNOWN_AFTER_MS).unref();
}

let speechUrl: () => string = () => '';

/** @param localAiUrl ends in /v1, asked late: the voice the caller speaks with. */
export async function startTypedEars(localAiUrl: () => string): Promise<TypedEars> {
  speechUrl = localAiUrl;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = request.method === 'POST' ? recognise(Buffer.concat(parts)) : '';
      const answer = {
        text,
        language: 'en',
        duration: 1,
        segments: [{ id: 0, text, avg_logprob: -0.01, no_speech_prob: text === '' ? 0.9 : 0.01 }],
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The words of the sentence that this is the sound of; as many of them as the sound covers. */
function recognise(body: Buffer): string {
  const start = body.indexOf('RIFF');
  if (start < 0) return '';
  const size = body.readUInt32LE(start + 4) + 8;
  const { samples, rate } = readWav(body.subarray(start, start + size));
  const heard = sounding(resample(samples, rate, RATE));
  if (heard.length < 5 * FRAME) return '';
  const names = promptOf(body);
  const own = [...expected].filter(({ doctors }) => doctors.every((doctor) => names.includes(doctor)));
  const here = own.length > 0 ? own : [...expected];
  const [best] = here.map((one) => placeIn(heard, one)).sort((a, b) => b.score - a.score);
  if (best === undefined || (best.score < THE_SAME && here.length > 1)) return '';
  return wordsOf(best, heard.length);
}

/** The names that came with the sound: a sentence said to another clinic is none of this call's. */
function promptOf(body: Buffer): string {
  return /name="prompt"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r]*)/.exec(body.toString('utf8'))?.[1] ?? '';
}

/** The words that lie in so many samples of the sentence, taken to be as long as they have letters; a sign stands for a pause. */
function wordsOf({ one, at }: Place, length: number): string {
  const [from, to] = [at, at + length];
  const words = one.words.split(/\s+/);
  const lengths = words.map((word) => word.length + (/\W$/.test(word) ? SIGN_LETTERS : 0));
  const letters = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  const kept = words.filter((word, index) => {
    const middle = ((before + word.length / 2) / letters) * one.sound.length;
    before += lengths[index] ?? 0;
    return middle >= from && middle <= to;
  });
  const whole = from <= EDGE_SAMPLES && to >= one.sound.length - EDGE_SAMPLES;
  return (whole ? words : kept).join(' ');
}

/** The samples between the first and the last loud frame. */
function sounding(samples: ArrayLike<number>): Int16Array {
  const levels = Array.from({ length: Math.floor(samples.length / FRAME) }, (_unused, frame) =>
    Math.log10(1 + Math.sqrt(energy(samples, frame * FRAME, FRAME) / FRAME)),
  );
  const floor = Math.max(0, ...levels) * 0.55;
  const first = levels.findIndex((level) => level > floor);
  const last = levels.findLastIndex((level) => level > floor);
  return first < 0
    ? new Int16Array(0)
    : Int16Array.from({ length: (last + 1 - first) * FRAME }, (_unused, at) => samples[first * FRAME + at] ?? 0);
}

/** Where in the sentence the beginning of the sound stands. */
function placeIn(heard: Int16Array, one: Expected): Place {
  const length = Math.min(COMPARED, heard.length, one.sound.length);
  const own = energy(heard, 0, length);
  let best: Place = { one, at: 0, score: 0 };
  for (let at = 0; at + length <= one.sound.length; at += FRAME) {
    let dot = 0;
    for (let i = 0; i < length; i++) dot += (heard[i] ?? 0) * (one.sound[at + i] ?? 0);
    const score = dot / Math.sqrt(Math.max(1, own * energy(one.sound, at, length)));
    if (score > best.score) best = { one, at, score };
  }
  return best;
}

function energy(samples: ArrayLike<number>, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += (samples[i] ?? 0) ** 2;
  return sum;
}
