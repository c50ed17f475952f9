import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readWav } from '@clinicall/audio';

// With typed voice the product's recogniser is this server: it knows which sentences are being spoken and gives the
// words of the one whose sound it is sent. What it cannot place it did not hear.

interface Expected {
  readonly words: string;
  /** The clinic's doctors, whose names the product sends beside the sound. */
  readonly doctors: readonly string[];
  /** Loudness of each 20 ms of the spoken sentence, silence cut off at both ends. */
  readonly shape: readonly number[];
}

const expected = new Set<Expected>();
const FRAME_MS = 20;
/** Of several sentences one must be this like what was heard; the only one that is awaited needs no likeness. */
const LIKELY = 0.2;
/** Frames by which the two may begin apart. */
const MOST_SHIFT = 25;

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
  const entry = { words, doctors, shape: shapeOf(samples, 24_000) };
  expected.add(entry);
  return () => expected.delete(entry);
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

/** The words of the sentence whose loudness runs like this sound's; as many of them as the sound covers. */
function recognise(body: Buffer): string {
  const start = body.indexOf('RIFF');
  if (start < 0) return '';
  const size = body.readUInt32LE(start + 4) + 8;
  const { samples, rate } = readWav(body.subarray(start, start + size));
  const heard = shapeOf(samples, rate);
  if (heard.length < 5) return '';
  const names = promptOf(body);
  const own = [...expected].filter(({ doctors }) => doctors.every((doctor) => names.includes(doctor)));
  const here = own.length > 0 ? own : [...expected];
  const ranked = here.map((one) => ({ one, score: likeness(heard, one.shape) })).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || (best.score < LIKELY && here.length > 1)) return '';
  const share = heard.length / best.one.shape.length;
  const words = best.one.words.split(/\s+/);
  return share > 0.85 ? best.one.words : words.slice(0, Math.max(1, Math.floor(words.length * share))).join(' ');
}

/** The names that came with the sound: a sentence said to another clinic is none of this call's. */
function promptOf(body: Buffer): string {
  return /name="prompt"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r]*)/.exec(body.toString('utf8'))?.[1] ?? '';
}

function shapeOf(samples: ArrayLike<number>, rate: number): number[] {
  const frame = Math.round((rate * FRAME_MS) / 1_000);
  const levels: number[] = [];
  for (let at = 0; at + frame <= samples.length; at += frame) {
    let sum = 0;
    for (let i = at; i < at + frame; i++) sum += (samples[i] ?? 0) ** 2;
    levels.push(Math.log10(1 + Math.sqrt(sum / frame)));
  }
  const loudest = Math.max(0, ...levels);
  const floor = loudest * 0.55;
  const first = levels.findIndex((level) => level > floor);
  const last = levels.findLastIndex((level) => level > floor);
  return first < 0 ? [] : levels.slice(first, last + 1);
}

/** Correlation of the heard beginning, at the best of a few shifts. */
function likeness(heard: readonly number[], whole: readonly number[]): number {
  let best = -1;
  for (let shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) best = Math.max(best, correlation(heard, whole, shift));
  const tooLong = heard.length > whole.length * 1.25 + 10 ? 0.5 : 0;
  return best - tooLong;
}

function correlation(a: readonly number[], b: readonly number[], shift: number): number {
  const pairs: [number, number][] = [];
  a.forEach((value, index) => {
    const other = b[index + shift];
    if (other !== undefined) pairs.push([value, other]);
  });
  if (pairs.length < Math.max(5, Math.min(a.length, b.length) * 0.6)) return -1;
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let [dot, sumA, sumB] = [0, 0, 0];
  for (const [x, y] of pairs) {
    dot += (x - meanA) * (y - meanB);
    sumA += (x - meanA) ** 2;
    sumB += (y - meanB) ** 2;
  }
  return sumA === 0 || sumB === 0 ? -1 : dot / Math.sqrt(sumA * sumB);
}
