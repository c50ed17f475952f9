import { cheapestRegions, codeBook, MOST_VALUE, type Regions } from './mp3-regions';
import { LINES } from './mp3-spectrum';

// From amplitudes to whole numbers that fit a frame: the finest global gain whose codes are no longer than the room (ISO/IEC 11172-3, C.1.5.4).

/** A granule as it is to be written. */
export interface QuantisedGranule {
  readonly values: Int32Array;
  /** global_gain. */
  readonly gain: number;
  /** Lines coded in pairs, from the lowest. */
  readonly pairedEnd: number;
  /** Lines after those coded in fours; the rest is zero. */
  readonly smallEnd: number;
  readonly regions: Regions;
  /** 32 or 33. */
  readonly smallTable: number;
  /** Of all codes and signs. */
  readonly bits: number;
}

const MOST_GAIN = 255;
/** What is added before the fraction is cut off: the power law makes the middle between two steps lie below a half. */
const ROUNDING = 0.4054;

/** Amplitude = value^(4/3) · 2^((gain - 210) / 4), so value = amplitude^(3/4) · 2^(-3/16 · (gain - 210)). */
function quantise(powers: Float64Array, lines: Float64Array, gain: number): Int32Array | null {
  const scale = 2 ** ((-3 / 16) * (gain - 210));
  const values = new Int32Array(LINES);
  for (let i = 0; i < LINES; i += 1) {
    const value = Math.floor((powers[i] ?? 0) * scale + ROUNDING);
    if (value > MOST_VALUE) return null;
    values[i] = (lines[i] ?? 0) < 0 ? -value : value;
  }
  return values;
}

/** Where the pairs end and where the fours of values in -1…1 do. */
function endsOf(values: Int32Array): { pairedEnd: number; smallEnd: number } {
  let smallEnd = LINES;
  while (smallEnd > 0 && values[smallEnd - 1] === 0 && values[smallEnd - 2] === 0) smallEnd -= 2;
  let pairedEnd = smallEnd;
  const isSmall = (at: number): boolean => Math.abs(values[at] ?? 0) <= 1;
  while (pairedEnd >= 4 && [1, 2, 3, 4].every((back) => isSmall(pairedEnd - back))) pairedEnd -= 4;
  return { pairedEnd, smallEnd };
}

/** Which four of the values from a line on are not zero, as the tables 32 and 33 count them. */
export const fourAt = (values: Int32Array, at: number): number =>
  [8, 4, 2, 1].reduce((sum, mask, i) => sum + ((values[at + i] ?? 0) === 0 ? 0 : mask), 0);

function smallBits(values: Int32Array, from: number, end: number, table: number): number {
  let bits = 0;
  for (let at = from; at < end; at += 4) bits += codeBook(table)?.lengths[fourAt(values, at)] ?? 0;
  return bits;
}

function coded(values: Int32Array, gain: number): QuantisedGranule {
  const { pairedEnd, smallEnd } = endsOf(values);
  const regions = cheapestRegions(values, pairedEnd);
  const [variable, fixed] = [smallBits(values, pairedEnd, smallEnd, 32), smallBits(values, pairedEnd, smallEnd, 33)];
  let signs = 0;
  for (const value of values) signs += value === 0 ? 0 : 1;
  const bits = regions.bits + Math.min(variable, fixed) + signs;
  return { values, gain, pairedEnd, smallEnd, regions, smallTable: variable <= fixed ? 32 : 33, bits };
}

/**
 * The lines as finely as `room` bits allow.
 * @param near the gain of the granule before, where the search begins: neighbours differ by a few steps
 */
export function quantiseWithin(lines: Float64Array, room: number, near: number): QuantisedGranule {
  let best = coded(new Int32Array(LINES), near);
  if (lines.every((line) => line === 0)) return best;
  const powers = lines.map((line) => Math.abs(line) ** 0.75);
  // The coarsest gain turns all that sound in -1…1 can hold to zeros, which always fit.
  let [tooFine, fits, gain] = [-1, MOST_GAIN, near];
  for (let step = 1; fits - tooFine > 1; step *= 2) {
    const values = quantise(powers, lines, gain);
    const granule = values === null ? null : coded(values, gain);
    if (granule === null || granule.bits > room) tooFine = gain;
    else {
      fits = gain;
      best = granule;
    }
    if (tooFine < 0) gain = Math.max(0, fits - step);
    else gain = fits === MOST_GAIN ? Math.min(MOST_GAIN - 1, tooFine + step) : (tooFine + fits) >> 1;
  }
  return best;
}
