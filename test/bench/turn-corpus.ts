import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeMuLaw, FRAME_BYTES, level, resample } from '@clinicall/audio';
import { Flite } from '../../apps/local-ai/src/audio/flite';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { random } from '../proofs/proof';

const FRAME_MS = 20;
/** Counted up when the making changes, so that nothing old is taken for it. */
const MAKING = 1;
/** Quieter than this at either end of a piece of speech is not part of it. */
export const AUDIBLE = 200;
const PAUSE_MS = { least: 300, most: 900 };

/** One answer of a caller, with its sound. */
export interface SpokenTurn {
  readonly id: number;
  /** What we asked before. */
  readonly question: string;
  /** Without punctuation: a recogniser that hears half a sentence knows of no full stop. */
  readonly words: readonly { readonly word: string; readonly endsAtFrame: number }[];
  /** 160 bytes of µ-law each. */
  readonly frames: readonly Buffer[];
  /** The last frame in which a voice is heard. */
  readonly lastVoiced: number;
  /** Pauses inside, frames. */
  readonly pauses: readonly number[];
}

/** A turn as it is kept: its frames in one piece. */
type KeptTurn = Omit<SpokenTurn, 'frames'> & { readonly sound: string };

/**
 * The answers of turns.txt, each said twice: with pauses, and in another voice without. The same for the same seed; made
 * once (a minute of work) and then kept beside the models.
 */
export async function makeCorpus(seed: number): Promise<SpokenTurn[]> {
  const text = readFileSync(join(repositoryRoot(), 'test', 'bench', 'turns.txt'), 'utf8');
  const name = createHash('sha256').update(`${MAKING}:${seed}:${text}`).digest('hex').slice(0, 16);
  const folder = join(repositoryRoot(), '.cache', 'bench');
  const file = join(folder, `turns-${name}.json`);
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as KeptTurn[];
    return kept.map(({ sound, ...turn }) => ({ ...turn, frames: cut(Buffer.from(sound, 'base64')) }));
  }
  const turns = await speakAll(text.split('\n'), seed);
  mkdirSync(folder, { recursive: true });
  const kept = turns.map(({ frames, ...turn }): KeptTurn => ({
    ...turn,
    sound: Buffer.concat(frames).toString('base64'),
  }));
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
  renameSync(`${file}.${process.pid}`, file);
  return turns;
}

const cut = (sound: Buffer): Buffer[] =>
  Array.from({ length: sound.length / FRAME_BYTES }, (_unused, at) =>
    sound.subarray(at * FRAME_BYTES, (at + 1) * FRAME_BYTES),
  );

async function speakAll(lines: readonly string[], seed: number): Promise<SpokenTurn[]> {
  const chance = random(seed);
  const flite = await Flite.load();
  const answers = lines.flatMap((line) => {
    const [question, said] = line.split(' | ');
    return line.startsWith('#') || question === undefined || said === undefined ? [] : [{ question, said }];
  });
  const turns: SpokenTurn[] = [];
  for (const { question, said } of shuffled(answers, chance)) {
    const pieces = said.split('~').map((piece) => piece.trim());
    turns.push(await spoken(flite, turns.length, question, pieces, 'slt', chance));
    if (pieces.length > 1) turns.push(await spoken(flite, turns.length, question, [pieces.join(' ')], 'rms', chance));
  }
  return shuffled(turns, chance);
}

export const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

async function spoken(
  flite: Flite,
  id: number,
  question: string,
  pieces: readonly string[],
  voice: 'slt' | 'rms',
  chance: () => number,
): Promise<SpokenTurn> {
  const frames: Buffer[] = [];
  const words: { word: string; endsAtFrame: number }[] = [];
  const pauses: number[] = [];
  for (const [place, piece] of pieces.entries()) {
    if (place > 0) {
      const pause = Math.round((PAUSE_MS.least + chance() * (PAUSE_MS.most - PAUSE_MS.least)) / FRAME_MS);
      pauses.push(pause);
      for (let frame = 0; frame < pause; frame += 1) frames.push(quietFrame(chance));
    }
    const { samples, rate } = await flite.speak(piece, voice, 1);
    const integers = Int16Array.from(samples, (sample) => sample * 32_767);
    const sound = framesOf(resample(integers, rate, 8_000));
    const said = plainWords(piece);
    const length = said.join('').length;
    let before = 0;
    for (const word of said) {
      before += word.length;
      words.push({ word, endsAtFrame: frames.length + Math.ceil((sound.length * before) / length) - 1 });
    }
    frames.push(...sound);
  }
  return { id, question, words, frames, lastVoiced: frames.length - 1, pauses };
}

/** A line that is quiet, not dead: noise some 60 dB below full. */
export function quietFrame(chance: () => number): Buffer {
  return encodeMuLaw(Int16Array.from({ length: FRAME_BYTES }, () => (chance() - 0.5) * 40));
}

function framesOf(samples: Int16Array): Buffer[] {
  const all: Int16Array[] = [];
  for (let at = 0; at < samples.length; at += FRAME_BYTES) {
    const frame = new Int16Array(FRAME_BYTES);
    frame.set(samples.subarray(at, at + FRAME_BYTES));
    all.push(frame);
  }
  const first = all.findIndex((frame) => level(frame) > AUDIBLE);
  const last = all.findLastIndex((frame) => level(frame) > AUDIBLE);
  return all.slice(first, last + 1).map(encodeMuLaw);
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((item) => ({ item, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
