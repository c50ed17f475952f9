import { analyse, type AnalysisMemory, freshAnalysis } from './mp3-analysis';
import { fourAt, type QuantisedGranule, quantiseWithin } from './mp3-quantise';
import { bordersOf, codeBook } from './mp3-regions';
import { LINES } from './mp3-spectrum';

// Speech as mp3: MPEG-2 layer III, mono, 24 kHz, 64 kbit/s (ISO/IEC 13818-3). Our own, because every encoder on npm is LAME under the LGPL.
// The plainest that the standard allows: long blocks only, no scale factors, and each frame by itself, so that a cut or joined stream plays.

/** 576 samples at 64 kbit/s: 24 ms, without padding. */
export const MP3_FRAME_BYTES = 192;
const SIDE_BYTES = 9;
const ROOM = (MP3_FRAME_BYTES - 4 - SIDE_BYTES) * 8;
/** Sync, MPEG-2, layer III, no CRC; 64 kbit/s, 24 kHz; mono, original. */
const HEADER = [0xff, 0xf3, 0x84, 0xc4];
/** Samples that a sound comes out of the decoder later than it went in: 481 of the two filter banks, 576 of the overlap. */
export const MP3_DELAY = 1057;

/** What an encoder remembers; plain data, so that the next sentence may be encoded by another thread. */
export interface Mp3Memory extends AnalysisMemory {
  /** Less than a granule that waits for more. */
  waiting: Float32Array;
  begun: boolean;
  /** Of the last granule. */
  gain: number;
}

export const freshMp3 = (): Mp3Memory => ({
  ...freshAnalysis(),
  waiting: new Float32Array(0),
  begun: false,
  gain: 180,
});

/** Most significant bit first. */
class BitWriter {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  bits(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1, this.at += 1) {
      if (((value >>> bit) & 1) === 1)
        this.bytes[this.at >> 3] = (this.bytes[this.at >> 3] ?? 0) | (0x80 >> (this.at & 7));
    }
  }
}

/** The nine bytes of a frame with one granule of one channel. */
function writeSideInfo(out: BitWriter, granule: QuantisedGranule): void {
  const { bits, pairedEnd, gain, regions, smallTable } = granule;
  out.bits(0, 8); // main_data_begin: nothing is borrowed
  out.bits(0, 1); // private
  out.bits(bits, 12); // part2_3_length
  out.bits(pairedEnd / 2, 9); // big_values
  out.bits(gain, 8); // global_gain
  out.bits(0, 9); // scalefac_compress: factors of no bits
  out.bits(0, 1); // window_switching_flag
  for (const table of regions.tables) out.bits(table, 5);
  out.bits(regions.counts[0], 4);
  out.bits(regions.counts[1], 3);
  out.bits(0, 1); // scalefac_scale
  out.bits(smallTable - 32, 1); // count1table_select
}

const writeSign = (out: BitWriter, value: number): void => {
  if (value !== 0) out.bits(value < 0 ? 1 : 0, 1);
};

function writePairs(out: BitWriter, values: Int32Array, from: number, to: number, table: number): void {
  const book = codeBook(table);
  if (book === null) return;
  for (let at = from; at < to; at += 2) {
    const pair = [values[at] ?? 0, values[at + 1] ?? 0] as const;
    const code = Math.min(15, Math.abs(pair[0])) * 16 + Math.min(15, Math.abs(pair[1]));
    out.bits(book.codes[code] ?? 0, book.lengths[code] ?? 0);
    for (const value of pair) {
      if (book.extraBits > 0 && Math.abs(value) >= 15) out.bits(Math.abs(value) - 15, book.extraBits);
      writeSign(out, value);
    }
  }
}

function writeFours(out: BitWriter, { values, pairedEnd, smallEnd, smallTable }: QuantisedGranule): void {
  const book = codeBook(smallTable);
  for (let at = pairedEnd; at < smallEnd; at += 4) {
    const four = fourAt(values, at);
    out.bits(book?.codes[four] ?? 0, book?.lengths[four] ?? 0);
    for (let i = at; i < at + 4; i += 1) writeSign(out, values[i] ?? 0);
  }
}

function frameOf(granule: QuantisedGranule): Uint8Array {
  const frame = new Uint8Array(MP3_FRAME_BYTES);
  const out = new BitWriter(frame);
  for (const byte of HEADER) out.bits(byte, 8);
  writeSideInfo(out, granule);
  const { values, pairedEnd, regions } = granule;
  const borders = [0, ...bordersOf(regions).map((border) => Math.min(border, pairedEnd)), pairedEnd];
  regions.tables.forEach((table, i) => writePairs(out, values, borders[i] ?? 0, borders[i + 1] ?? 0, table));
  writeFours(out, granule);
  return frame;
}

/** Not a number is silence; what is louder than full scale is cut. */
const tamed = (sample: number): number => (Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0);

/** Turns samples at 24 kHz into whole frames as soon as there is enough for one. */
export class Mp3Encoder {
  constructor(readonly memory: Mp3Memory = freshMp3()) {}

  push(samples: Float32Array): Buffer {
    if (samples.length === 0) return Buffer.alloc(0);
    this.memory.begun = true;
    const { waiting } = this.memory;
    const all = new Float32Array(waiting.length + samples.length);
    all.set(waiting);
    for (let i = 0; i < samples.length; i += 1) all[waiting.length + i] = tamed(samples[i] ?? 0);
    const frames: Uint8Array[] = [];
    let at = 0;
    for (; at + LINES <= all.length; at += LINES) {
      const granule = quantiseWithin(analyse(this.memory, all.subarray(at, at + LINES)), ROOM, this.memory.gain);
      this.memory.gain = granule.gain;
      frames.push(frameOf(granule));
    }
    this.memory.waiting = all.slice(at);
    return Buffer.concat(frames);
  }

  /** The end of the sound, which the decoder gives out late; nothing when there was none. */
  finish(): Buffer {
    if (!this.memory.begun) return Buffer.alloc(0);
    const left = this.memory.waiting.length + MP3_DELAY;
    const whole = Math.ceil(left / LINES) * LINES;
    const end = this.push(new Float32Array(whole - this.memory.waiting.length));
    this.memory.begun = false;
    return end;
  }
}
