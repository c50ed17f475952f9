import { SYNTHESIS_WINDOW } from './mp3-codes';
import { LINES } from './mp3-spectrum';
import { ALIAS, LONG_COSINES, PER_SUBBAND, sine, SUBBANDS } from './mp3-synthesis';

// From 576 samples to 576 spectral lines: 32-band analysis, cosine transform of long blocks, alias butterflies (ISO/IEC 11172-3, C.1.3 and 2.4.3.4).

const TAPS = 512;
const LONG = 2 * PER_SUBBAND;

/** The analysis window C is the synthesis window D over 32. */
const ANALYSIS_WINDOW = SYNTHESIS_WINDOW.map((tap) => tap / SUBBANDS);

/** Phases of the analysis: 32 rows of 64. */
const PHASES = Float64Array.from({ length: SUBBANDS * 64 }, (_, i) =>
  Math.cos((Math.PI / 64) * (2 * Math.floor(i / 64) + 1) * ((i % 64) - 16)),
);

/** Window and scale of the transform: what the decoder's overlap adds up is nine times too much. */
const LONG_WINDOW = Float64Array.from({ length: LONG }, (_, i) => sine(i, LONG) / (PER_SUBBAND / 2));

/** What the analysis remembers from one granule to the next; plain data, so that it can go from thread to thread. */
export interface AnalysisMemory {
  /** The last 512 samples, newest first. */
  readonly recent: Float64Array;
  /** The last granule's subband samples, 18 of each band. */
  readonly before: Float64Array;
}

export const freshAnalysis = (): AnalysisMemory => ({
  recent: new Float64Array(TAPS),
  before: new Float64Array(LINES),
});

/** One sample of each of the 32 subbands out of what is remembered. */
function subbands(recent: Float64Array, out: Float64Array): void {
  const folded = new Float64Array(64);
  for (let i = 0; i < TAPS; i += 1) {
    folded[i & 63] = (folded[i & 63] ?? 0) + (recent[i] ?? 0) * (ANALYSIS_WINDOW[i] ?? 0);
  }
  for (let band = 0; band < SUBBANDS; band += 1) {
    let sum = 0;
    for (let i = 0; i < 64; i += 1) sum += (folded[i] ?? 0) * (PHASES[band * 64 + i] ?? 0);
    out[band] = sum;
  }
}

/** The subbands of 576 new samples, 18 of each band in a row. */
function splitUp(recent: Float64Array, samples: Float32Array): Float64Array {
  const bands = new Float64Array(LINES);
  const slot = new Float64Array(SUBBANDS);
  for (let time = 0; time < PER_SUBBAND; time += 1) {
    recent.copyWithin(SUBBANDS, 0, TAPS - SUBBANDS);
    for (let i = 0; i < SUBBANDS; i += 1) recent[SUBBANDS - 1 - i] = samples[time * SUBBANDS + i] ?? 0;
    subbands(recent, slot);
    for (let band = 0; band < SUBBANDS; band += 1) {
      const value = slot[band] ?? 0;
      // Every second subband comes mirrored: its odd samples change sign, as the decoder changes them back.
      bands[band * PER_SUBBAND + time] = (band & time & 1) === 1 ? -value : value;
    }
  }
  return bands;
}

/** The cosine transform of one subband: 36 samples, half of them of the last granule, to 18 lines. */
function transform(before: Float64Array, now: Float64Array, from: number, lines: Float64Array): void {
  for (let i = 0; i < LONG; i += 1) {
    const sample = i < PER_SUBBAND ? before[from + i] : now[from + i - PER_SUBBAND];
    const windowed = (sample ?? 0) * (LONG_WINDOW[i] ?? 0);
    for (let k = 0; k < PER_SUBBAND; k += 1) {
      lines[from + k] = (lines[from + k] ?? 0) + windowed * (LONG_COSINES[i * PER_SUBBAND + k] ?? 0);
    }
  }
}

/** The inverse of the decoder's alias reduction. */
function addAliases(lines: Float64Array): void {
  for (let border = PER_SUBBAND; border < LINES; border += PER_SUBBAND) {
    for (const [i, { own, other }] of ALIAS.entries()) {
      const below = lines[border - 1 - i] ?? 0;
      const above = lines[border + i] ?? 0;
      lines[border - 1 - i] = below * own + above * other;
      lines[border + i] = above * own - below * other;
    }
  }
}

/** The lines of 576 samples in -1…1; the memory moves on. */
export function analyse(memory: AnalysisMemory, samples: Float32Array): Float64Array {
  const now = splitUp(memory.recent, samples);
  const lines = new Float64Array(LINES);
  for (let from = 0; from < LINES; from += PER_SUBBAND) transform(memory.before, now, from, lines);
  memory.before.set(now);
  addAliases(lines);
  return lines;
}
