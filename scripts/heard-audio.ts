import {
  decodeMuLaw,
  FRAME_BYTES,
  FRAME_MS,
  level,
  MU_LAW_SILENCE,
  peak,
  readWav,
  toDecibels,
  encodeMuLaw,
  writeWav,
} from '@clinicall/audio';
import { SpeechSpans } from '../apps/local-carrier/src/audio/speech-spans';
import { spokenWords } from './spoken-words';

/** Frames quieter than this are no voice, dBFS. */
const VOICE_DB = -45;
/** Three samples in a row at the top of the scale are a cut wave, not a loud one. */
const TOP = 32_000;
/** The line running dry for longer than a mark's echo, and shorter than a turn's pause, is heard as a hole in a sentence. */
const HOLE_MS = { from: 150, to: 450 };
/** Longer than a consonant's closure and a comma's rest, shorter than a turn. */
const REST_MS = { from: 200, to: 600 };
/** Quiet that ends a stretch to be read back. */
const SENTENCE_QUIET_MS = 600;

export interface HeardAudio {
  /** Mean level of the voiced frames and the highest sample, dBFS. */
  readonly voiceDb: number;
  readonly peakDb: number;
  readonly cutWaves: number;
  /** Milliseconds of each time the line ran dry inside a stretch of speech. */
  readonly holes: readonly number[];
  /** Milliseconds of each rest between two sounds, as long as a listener takes for the end of a sentence. */
  readonly rests: readonly number[];
  /** Each stretch of speech, as a WAV to be read back. */
  readonly stretches: readonly Buffer[];
}

/** Judges what a caller heard by its numbers. @param wav 16 bit, 8 kHz, as the local carrier records a side. */
export function judge(wav: Buffer): HeardAudio {
  const { samples } = readWav(wav);
  const line = encodeMuLaw(samples);
  const frames = Array.from({ length: Math.floor(line.length / FRAME_BYTES) }, (_unused, index) =>
    line.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
  const levels = frames.map((frame) => level(decodeMuLaw(frame))).filter((one) => toDecibels(one) > VOICE_DB);
  const mean = Math.sqrt(levels.reduce((sum, one) => sum + one * one, 0) / Math.max(1, levels.length));
  return {
    voiceDb: toDecibels(mean),
    peakDb: toDecibels(peak(samples)),
    cutWaves: cutWavesIn(samples),
    holes: holesIn(frames),
    rests: restsIn(frames),
    stretches: stretchesOf(frames).map((sound) => writeWav(8_000, decodeMuLaw(sound))),
  };
}

function cutWavesIn(samples: Int16Array): number {
  let run = 0;
  let found = 0;
  for (const sample of samples) {
    run = Math.abs(sample) >= TOP ? run + 1 : 0;
    if (run === 3) found += 1;
  }
  return found;
}

/** The carrier plays pure silence when nothing waits; a voice's own pauses are never that pure at both edges. */
function holesIn(frames: readonly Uint8Array[]): number[] {
  const holes: number[] = [];
  let dry = 0;
  let heard = false;
  for (const frame of frames) {
    if (frame.every((byte) => byte === MU_LAW_SILENCE)) {
      dry += 1;
      continue;
    }
    const ms = dry * FRAME_MS;
    if (heard && ms >= HOLE_MS.from && ms <= HOLE_MS.to) holes.push(ms);
    dry = 0;
    heard = true;
  }
  return holes;
}

function restsIn(frames: readonly Uint8Array[]): number[] {
  const quiets: number[] = [];
  let quiet = 0;
  for (const frame of frames) {
    if (toDecibels(level(decodeMuLaw(frame))) <= VOICE_DB) quiet += FRAME_MS;
    else if (quiet > 0) quiets.push(quiet);
    if (toDecibels(level(decodeMuLaw(frame))) > VOICE_DB) quiet = 0;
  }
  return quiets.filter((ms) => ms >= REST_MS.from && ms <= REST_MS.to);
}

function stretchesOf(frames: readonly Uint8Array[]): Buffer[] {
  const spans = new SpeechSpans({ quietMs: SENTENCE_QUIET_MS, longestMs: 25_000, shortestMs: 200 });
  const found = [...frames.map((frame) => spans.hear(frame)), spans.finish()].filter((span) => span !== null);
  return found.map(({ startMs, endMs }) =>
    Buffer.concat(frames.slice(Math.max(0, startMs / FRAME_MS - 8), endMs / FRAME_MS + 8)),
  );
}

/** The share of the words, figures among them, that come back in order. */
export function readBackShare(said: string, readBack: string): number {
  return readBackShares([said], readBack)[0] ?? 0;
}

/** The same for each of several sentences said one after the other: each word that comes back counts for one of them, in its place. */
export function readBackShares(said: readonly string[], readBack: string): number[] {
  const owners = said.flatMap((sentence, owner) => spokenWords(sentence).map(() => owner));
  const wanted = said.flatMap(spokenWords);
  const back = new Set(inOrder(wanted, spokenWords(readBack)));
  return said.map((_sentence, owner) => {
    const own = owners.flatMap((one, at) => (one === owner ? [at] : []));
    return own.length === 0 ? 1 : own.filter((at) => back.has(at)).length / own.length;
  });
}

/** Places in `wanted` of a longest row of words that stands in `found` too. */
function inOrder(wanted: readonly string[], found: readonly string[]): number[] {
  const rows = wanted.map(() => new Array<number>(found.length + 1).fill(0));
  const best = (at: number, to: number): number => rows[at]?.[to] ?? 0;
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    for (let to = found.length - 1; to >= 0; to -= 1) {
      const row = rows[at];
      if (row === undefined) continue;
      row[to] = wanted[at] === found[to] ? best(at + 1, to + 1) + 1 : Math.max(best(at + 1, to), row[to + 1] ?? 0);
    }
  }
  const places: number[] = [];
  for (let at = 0, to = 0; at < wanted.length && to < found.length;) {
    if (wanted[at] === found[to]) {
      places.push(at);
      at += 1;
      to += 1;
    } else if (best(at + 1, to) >= best(at, to + 1)) at += 1;
    else to += 1;
  }
  return places;
}
