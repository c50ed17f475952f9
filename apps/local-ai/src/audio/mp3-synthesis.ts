import { SYNTHESIS_WINDOW } from './mp3-codes';
import type { Granule } from './mp3-frame';
import { LINES } from './mp3-spectrum';

// From 576 spectral lines to 576 samples: alias reduction, inverse cosine transform with overlap, 32-band synthesis (ISO/IEC 11172-3, 2.4.3.4).

export const SUBBANDS = 32;
export const PER_SUBBAND = LINES / SUBBANDS;

/** The rotation of the lines nearest to each border between two subbands. */
export const ALIAS = [-0.6, -0.535, -0.33, -0.185, -0.095, -0.041, -0.0142, -0.0037].map((c) => {
  const norm = Math.sqrt(1 + c * c);
  return { own: 1 / norm, other: c / norm };
});

/** Cosines of the inverse transform of `n` outputs, row after row of n/2 inputs. */
function cosines(n: number): Float64Array {
  return Float64Array.from({ length: (n * n) / 2 }, (_, i) => {
    const [out, line] = [Math.floor(i / (n / 2)), i % (n / 2)];
    return Math.cos((Math.PI / (2 * n)) * (2 * out + 1 + n / 2) * (2 * line + 1));
  });
}

/** Of a long block: 36 rows of 18. */
export const LONG_COSINES = cosines(36);
const SHORT_COSINES = cosines(12);

export const sine = (i: number, n: number): number => Math.sin((Math.PI / n) * (i + 0.5));

/** Windows of 36 samples by block type: long, start, (short, unused), stop. */
const WINDOWS = [0, 1, 2, 3].map((type) =>
  Float64Array.from({ length: 36 }, (_, i) => {
    if (type === 1 && i >= 18) return i < 24 ? 1 : i < 30 ? sine(i - 18, 12) : 0;
    if (type === 3 && i < 18) return i < 6 ? 0 : i < 12 ? sine(i - 6, 12) : 1;
    return sine(i, 36);
  }),
);

/** Phases of the synthesis: 64 rows of 32. */
const PHASES = Float64Array.from({ length: 64 * SUBBANDS }, (_, i) =>
  Math.cos((Math.PI / 64) * (16 + Math.floor(i / SUBBANDS)) * (2 * (i % SUBBANDS) + 1)),
);

function reduceAliases(lines: Float64Array, granule: Granule): void {
  const borders = granule.blockType !== 2 ? SUBBANDS - 1 : granule.mixed ? 1 : 0;
  for (let border = 1; border <= borders; border += 1) {
    for (const [i, { own, other }] of ALIAS.entries()) {
      const below = lines[border * PER_SUBBAND - 1 - i] ?? 0;
      const above = lines[border * PER_SUBBAND + i] ?? 0;
      lines[border * PER_SUBBAND - 1 - i] = below * own - above * other;
      lines[border * PER_SUBBAND + i] = above * own + below * other;
    }
  }
}

function longBlock(lines: Float64Array, from: number, type: number, out: Float64Array): void {
  const window = WINDOWS[type] ?? WINDOWS[0];
  for (let i = 0; i < 36; i += 1) {
    let sum = 0;
    for (let k = 0; k < 18; k += 1) sum += (lines[from + k] ?? 0) * (LONG_COSINES[i * 18 + k] ?? 0);
    out[i] = sum * (window?.[i] ?? 0);
  }
}

function shortBlock(lines: Float64Array, from: number, out: Float64Array): void {
  out.fill(0);
  for (let window = 0; window < 3; window += 1) {
    for (let i = 0; i < 12; i += 1) {
      let sum = 0;
      for (let k = 0; k < 6; k += 1) sum += (lines[from + window + 3 * k] ?? 0) * (SHORT_COSINES[i * 6 + k] ?? 0);
      const at = 6 + 6 * window + i;
      out[at] = (out[at] ?? 0) + sum * sine(i, 12);
    }
  }
}

/** One channel's synthesis; it carries the overlap and the filter's memory from granule to granule. */
export class ChannelSynthesis {
  private readonly overlap = new Float64Array(LINES);
  /** The last sixteen vectors of 64, newest first from `newest`. */
  private readonly memory = new Float64Array(1024);
  private newest = 0;

  /** The samples of one granule, whose lines are used up. */
  granule(lines: Float64Array, granule: Granule): Float32Array {
    reduceAliases(lines, granule);
    const times = this.transform(lines, granule);
    const samples = new Float32Array(LINES);
    const slot = new Float64Array(SUBBANDS);
    for (let time = 0; time < PER_SUBBAND; time += 1) {
      for (let band = 0; band < SUBBANDS; band += 1) {
        const value = times[band * PER_SUBBAND + time] ?? 0;
        // Every second subband comes mirrored: its odd samples change sign.
        slot[band] = (band & time & 1) === 1 ? -value : value;
      }
      this.synthesise(slot, samples, time * SUBBANDS);
    }
    return samples;
  }

  private transform(lines: Float64Array, granule: Granule): Float64Array {
    const times = new Float64Array(LINES);
    const block = new Float64Array(36);
    for (let band = 0; band < SUBBANDS; band += 1) {
      const from = band * PER_SUBBAND;
      const long = granule.blockType !== 2 || (granule.mixed && band < 2);
      if (long) longBlock(lines, from, granule.mixed && band < 2 ? 0 : granule.blockType, block);
      else shortBlock(lines, from, block);
      for (let i = 0; i < PER_SUBBAND; i += 1) {
        times[from + i] = (block[i] ?? 0) + (this.overlap[from + i] ?? 0);
        this.overlap[from + i] = block[i + PER_SUBBAND] ?? 0;
      }
    }
    return times;
  }

  private synthesise(slot: Float64Array, out: Float32Array, at: number): void {
    this.newest = (this.newest + 960) % 1024;
    for (let row = 0; row < 64; row += 1) {
      let sum = 0;
      for (let band = 0; band < SUBBANDS; band += 1) sum += (slot[band] ?? 0) * (PHASES[row * SUBBANDS + band] ?? 0);
      this.memory[this.newest + row] = sum;
    }
    for (let i = 0; i < SUBBANDS; i += 1) {
      let sum = 0;
      for (let part = 0; part < 16; part += 1) {
        // Parts alternate between the first half of an even vector and the second half of an odd one.
        const vector = (this.newest + part * 64 + (part & 1) * 32 + i) % 1024;
        sum += (this.memory[vector] ?? 0) * (SYNTHESIS_WINDOW[part * 32 + i] ?? 0);
      }
      out[at + i] = Math.max(-1, Math.min(1, sum));
    }
  }
}
