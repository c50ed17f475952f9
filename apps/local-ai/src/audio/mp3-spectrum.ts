import { type CodeTree, codeTable } from './mp3-codes';
import type { BitReader, FrameHeader, Granule } from './mp3-frame';

// From bits to 576 spectral lines: scale factors, Huffman codes, and the power law back to amplitudes (ISO/IEC 11172-3, 2.4.3.4).

export const LINES = 576;

/** Borders of the scale factor bands, long and short, of a sampling rate. */
interface Bands {
  readonly long: readonly number[];
  readonly short: readonly number[];
}

const borders = (text: string): readonly number[] => text.split(' ').map(Number);

const LOW_LONG = borders('0 6 12 18 24 30 36 44 54 66 80 96 116 140 168 200 238 284 336 396 464 522 576');
const LOW_SHORT = borders('0 4 8 12 18 26 36 48 62 80 104 134 174 192');

const BANDS: Record<number, Bands> = {
  44100: {
    long: borders('0 4 8 12 16 20 24 30 36 44 52 62 74 90 110 134 162 196 238 288 342 418 576'),
    short: borders('0 4 8 12 16 22 30 40 52 66 84 106 136 192'),
  },
  48000: {
    long: borders('0 4 8 12 16 20 24 30 36 42 50 60 72 88 106 128 156 190 230 276 330 384 576'),
    short: borders('0 4 8 12 16 22 28 38 50 64 80 100 126 192'),
  },
  32000: {
    long: borders('0 4 8 12 16 20 24 30 36 44 54 66 82 102 126 156 194 240 296 364 448 550 576'),
    short: borders('0 4 8 12 16 22 30 42 58 78 104 138 180 192'),
  },
  22050: { long: LOW_LONG, short: borders('0 4 8 12 18 24 32 42 56 74 100 132 174 192') },
  24000: {
    long: borders('0 6 12 18 24 30 36 44 54 66 80 96 114 136 162 194 232 278 332 394 464 540 576'),
    short: borders('0 4 8 12 18 26 36 48 62 80 104 136 180 192'),
  },
  16000: { long: LOW_LONG, short: LOW_SHORT },
  11025: { long: LOW_LONG, short: LOW_SHORT },
  12000: { long: LOW_LONG, short: LOW_SHORT },
  8000: {
    long: borders('0 12 24 36 48 60 72 88 108 132 160 192 232 280 336 400 476 566 568 570 572 574 576'),
    short: borders('0 8 16 24 36 52 72 96 124 160 162 164 166 192'),
  },
};

/** Borders of the long bands of 24 kHz: 22 bands, all of even width. */
export const LONG_BORDERS_24K = BANDS[24000]?.long ?? [];

/** Factors in the order they are sent: long bands, then short ones of three windows each. */
type Factors = number[];

const FULL_WIDTHS = borders('0 0 0 1 0 2 0 3 3 0 1 1 1 2 1 3 2 1 2 2 2 3 3 1 3 2 3 3 4 2 4 3');
/** What the highest bands are raised by when the encoder sets emphasis. */
const EMPHASIS = borders('0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 2 2 3 3 3 2 0');
/** Ends of the four groups whose factors a second granule may share with the first. */
const SHARED_GROUPS = [6, 11, 16, 21];

/** Bands a width group of the lower rates, for long, short and mixed blocks; three ways for plain channels, three for intensity's right one. */
const LOW_GROUPS = [
  ['6 5 5 5', '9 9 9 9', '6 9 9 9'],
  ['6 5 7 3', '9 9 12 6', '6 9 12 6'],
  ['11 10 0 0', '18 18 0 0', '15 18 0 0'],
  ['7 7 7 0', '12 12 12 0', '6 15 12 0'],
  ['6 6 6 3', '12 9 9 6', '6 12 9 6'],
  ['8 8 5 0', '15 12 9 0', '6 18 9 0'],
].map((row) => row.map(borders));

function fullFactors(bits: BitReader, granule: Granule, before: Factors | null, shared: readonly boolean[]): Factors {
  const first = FULL_WIDTHS[granule.scaleCompress * 2] ?? 0;
  const second = FULL_WIDTHS[granule.scaleCompress * 2 + 1] ?? 0;
  if (granule.blockType === 2) {
    const firstCount = granule.mixed ? 17 : 18;
    return Array.from({ length: firstCount + 18 }, (_, i) => bits.bits(i < firstCount ? first : second));
  }
  return Array.from({ length: 21 }, (_, band) => {
    const group = SHARED_GROUPS.findIndex((end) => band < end);
    if (before !== null && shared[group] === true) return before[band] ?? 0;
    return bits.bits(band < 11 ? first : second);
  });
}

function lowWidths(compress: number, right: boolean): { widths: readonly number[]; way: number } {
  const c = right ? compress >> 1 : compress;
  if (right) {
    if (c < 180) return { widths: [Math.floor(c / 36), Math.floor((c % 36) / 6), c % 6, 0], way: 3 };
    if (c < 244) return { widths: [((c - 180) & 63) >> 4, ((c - 180) & 15) >> 2, (c - 180) & 3, 0], way: 4 };
    return { widths: [Math.floor((c - 244) / 3), (c - 244) % 3, 0, 0], way: 5 };
  }
  if (c < 400) return { widths: [Math.floor((c >> 4) / 5), (c >> 4) % 5, (c & 15) >> 2, c & 3], way: 0 };
  if (c < 500) return { widths: [Math.floor(((c - 400) >> 2) / 5), ((c - 400) >> 2) % 5, (c - 400) & 3, 0], way: 1 };
  return { widths: [Math.floor((c - 500) / 3), (c - 500) % 3, 0, 0], way: 2 };
}

function lowFactors(bits: BitReader, granule: Granule, right: boolean): { factors: Factors; emphasis: boolean } {
  const { widths, way } = lowWidths(granule.scaleCompress, right);
  const counts = LOW_GROUPS[way]?.[granule.blockType !== 2 ? 0 : granule.mixed ? 2 : 1] ?? [];
  const factors = counts.flatMap((count, group) => Array.from({ length: count }, () => bits.bits(widths[group] ?? 0)));
  return { factors, emphasis: way === 2 };
}

function decodePair(bits: BitReader, tree: CodeTree): number {
  let node = tree;
  while (typeof node !== 'number') node = node[bits.bit() as 0 | 1];
  return node;
}

const signed = (bits: BitReader, value: number): number => (value !== 0 && bits.bit() === 1 ? -value : value);

/** Quantised values of the lines, and how many there are before the zeros. */
function readLines(
  bits: BitReader,
  granule: Granule,
  bands: Bands,
  end: number,
): { lines: Float64Array; count: number } {
  const lines = new Float64Array(LINES);
  const [first, second] = granule.regionCounts;
  const short = granule.blockType === 2;
  const border = short ? (bands.short[3] ?? 0) * 3 : (bands.long[first + 1] ?? LINES);
  const secondBorder = bands.long[first + second + 2] ?? LINES;
  const big = Math.min(LINES, granule.bigValues * 2);
  let at = 0;
  for (; at < big; at += 2) {
    const table = codeTable(granule.tables[at < border ? 0 : at < secondBorder ? 1 : 2] ?? 0);
    if (table === null) continue;
    const pair = decodePair(bits, table.tree);
    for (const [offset, value] of [pair >> 4, pair & 15].entries()) {
      const whole = value === 15 && table.extraBits > 0 ? 15 + bits.bits(table.extraBits) : value;
      lines[at + offset] = signed(bits, whole);
    }
  }
  const small = codeTable(granule.smallTable);
  while (small !== null && at <= LINES - 4 && bits.at < end) {
    const four = decodePair(bits, small.tree);
    const values = [8, 4, 2, 1].map((mask) => signed(bits, (four & mask) === 0 ? 0 : 1));
    // The last code may be padding that runs over the end: it does not count.
    if (bits.at > end) break;
    lines.set(values, at);
    at += 4;
  }
  return { lines, count: at };
}

/** Where each line belongs: its band's factor and, in short blocks, its window. */
function amplitudes(lines: Float64Array, granule: Granule, bands: Bands, factors: Factors, emphasis: boolean): void {
  const step = granule.coarseScale ? 1 : 0.5;
  const scale = (from: number, to: number, exponent: number): void => {
    const gain = 2 ** exponent;
    for (let i = from; i < to; i += 1) {
      const value = lines[i] ?? 0;
      lines[i] = Math.sign(value) * Math.abs(value) ** (4 / 3) * gain;
    }
  };
  const base = (granule.gain - 210) / 4;
  const longEnd = granule.blockType !== 2 ? LINES : granule.mixed ? 36 : 0;
  let sent = 0;
  for (let band = 0; (bands.long[band] ?? LINES) < longEnd; band += 1) {
    const raised = emphasis ? (EMPHASIS[band] ?? 0) : 0;
    scale(
      bands.long[band] ?? 0,
      Math.min(longEnd, bands.long[band + 1] ?? LINES),
      base - step * ((factors[sent] ?? 0) + raised),
    );
    sent += 1;
  }
  if (longEnd === LINES) return;
  for (let band = bands.short.findIndex((border) => border * 3 >= longEnd); band < 13; band += 1) {
    const width = (bands.short[band + 1] ?? 192) - (bands.short[band] ?? 0);
    for (let window = 0; window < 3; window += 1, sent += 1) {
      const from = (bands.short[band] ?? 0) * 3 + window * width;
      scale(from, from + width, base - 2 * (granule.subblockGains[window] ?? 0) - step * (factors[sent] ?? 0));
    }
  }
}

/** Lines of short blocks lie window after window in each band; the transform wants the windows side by side. */
export function reorder(lines: Float64Array, granule: Granule, rate: number): void {
  const bands = BANDS[rate];
  if (granule.blockType !== 2 || bands === undefined) return;
  const copy = lines.slice();
  for (let band = granule.mixed ? bands.short.findIndex((border) => border * 3 >= 36) : 0; band < 13; band += 1) {
    const from = (bands.short[band] ?? 0) * 3;
    const width = (bands.short[band + 1] ?? 192) - (bands.short[band] ?? 0);
    for (let i = 0; i < width * 3; i += 1) lines[from + (i % width) * 3 + Math.floor(i / width)] = copy[from + i] ?? 0;
  }
}

export interface Spectrum {
  readonly lines: Float64Array;
  readonly factors: Factors;
}

/**
 * One granule of one channel; `bits` stands at its start and is left at its end.
 * @param before the channel's factors of the frame's first granule, for the second
 * @param right whether this is the right channel of an intensity pair
 */
export function readSpectrum(
  bits: BitReader,
  header: FrameHeader,
  granule: Granule,
  before: Factors | null,
  shared: readonly boolean[],
  right: boolean,
): Spectrum {
  const bands = BANDS[header.rate];
  const end = bits.at + granule.length;
  if (bands === undefined || granule.length === 0) return { lines: new Float64Array(LINES), factors: before ?? [] };
  const { factors, emphasis } = header.full
    ? { factors: fullFactors(bits, granule, before, shared), emphasis: granule.emphasis }
    : lowFactors(bits, granule, right);
  const { lines } = readLines(bits, granule, bands, end);
  amplitudes(lines, granule, bands, factors, emphasis);
  bits.at = end;
  return { lines, factors };
}
