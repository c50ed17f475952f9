// Headers and side information of MPEG audio layer III: MPEG-1, and the lower rates of MPEG-2 and 2.5 (ISO/IEC 11172-3 and 13818-3).

/** Reads a stream of bits, most significant first; past its end come zeros. */
export class BitReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  bit(): number {
    const byte = this.bytes[this.at >> 3] ?? 0;
    const value = (byte >> (7 - (this.at & 7))) & 1;
    this.at += 1;
    return value;
  }

  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i += 1) value = value * 2 + this.bit();
    return value;
  }
}

export interface FrameHeader {
  /** MPEG-1: two granules a frame. The lower rates: one. */
  readonly full: boolean;
  readonly rate: number;
  readonly channels: number;
  /** Joint stereo by sum and difference. */
  readonly middleSide: boolean;
  /** Joint stereo by intensity. */
  readonly intensity: boolean;
  readonly protectedByCrc: boolean;
  /** Whole frame, header included. */
  readonly bytes: number;
}

const FULL_KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_KBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
/** By the header's version bits: 2.5, reserved, 2, 1. */
const RATE_DIVISORS = [4, 0, 2, 1];

/** The header at a place; null when none is there. */
export function readHeader(file: Uint8Array, at: number): FrameHeader | null {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = file.subarray(at, at + 4);
  if (at + 4 > file.length || sync !== 0xff || (kind & 0xe6) !== 0xe2) return null;
  const version = (kind >> 3) & 3;
  const divisor = RATE_DIVISORS[version] ?? 0;
  const base = RATES[(rates >> 2) & 3];
  const kbits = (version === 3 ? FULL_KBITS : LOW_KBITS)[rates >> 4] ?? 0;
  if (divisor === 0 || base === undefined || kbits === 0) return null;
  const rate = base / divisor;
  const samples = version === 3 ? 1152 : 576;
  const joint = mode >> 6 === 1;
  return {
    full: version === 3,
    rate,
    channels: mode >> 6 === 3 ? 1 : 2,
    middleSide: joint && (mode & 0x20) !== 0,
    intensity: joint && (mode & 0x10) !== 0,
    protectedByCrc: (kind & 1) === 0,
    bytes: Math.floor((samples * kbits * 125) / rate) + ((rates >> 1) & 1),
  };
}

/** How one granule of one channel is coded. */
export interface Granule {
  readonly length: number;
  readonly bigValues: number;
  readonly gain: number;
  readonly scaleCompress: number;
  /** 0 long, 1 start, 2 short, 3 stop. */
  readonly blockType: number;
  readonly mixed: boolean;
  readonly tables: readonly number[];
  readonly subblockGains: readonly number[];
  readonly regionCounts: readonly [number, number];
  readonly emphasis: boolean;
  readonly coarseScale: boolean;
  readonly smallTable: number;
}

export interface SideInfo {
  /** Bytes of earlier frames that this frame's data begins with. */
  readonly reservoir: number;
  /** Per channel, whether each group of bands repeats the first granule's factors. */
  readonly shared: readonly (readonly boolean[])[];
  /** Granules, each of all channels. */
  readonly granules: readonly (readonly Granule[])[];
}

/** Bytes of the side information. */
export const sideInfoBytes = ({ full, channels }: FrameHeader): number =>
  full ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;

function readGranule(bits: BitReader, full: boolean): Granule {
  const length = bits.bits(12);
  const bigValues = bits.bits(9);
  const gain = bits.bits(8);
  const scaleCompress = bits.bits(full ? 4 : 9);
  const switched = bits.bit() === 1;
  const blockType = switched ? bits.bits(2) : 0;
  const mixed = switched && bits.bit() === 1;
  const tables = Array.from({ length: switched ? 2 : 3 }, () => bits.bits(5));
  const subblockGains = switched ? [bits.bits(3), bits.bits(3), bits.bits(3)] : [0, 0, 0];
  const regionCounts: [number, number] = switched ? [7, 36] : [bits.bits(4), bits.bits(3)];
  const emphasis = full && bits.bit() === 1;
  const coarseScale = bits.bit() === 1;
  const smallTable = 32 + bits.bit();
  return {
    length,
    bigValues,
    gain,
    scaleCompress,
    blockType,
    mixed,
    tables,
    subblockGains,
    regionCounts,
    emphasis,
    coarseScale,
    smallTable,
  };
}

export function readSideInfo(bytes: Uint8Array, { full, channels }: FrameHeader): SideInfo {
  const bits = new BitReader(bytes);
  const reservoir = bits.bits(full ? 9 : 8);
  bits.bits(full ? (channels === 1 ? 5 : 3) : channels);
  const shared = Array.from({ length: channels }, () => Array.from({ length: full ? 4 : 0 }, () => bits.bit() === 1));
  const granules = Array.from({ length: full ? 2 : 1 }, () =>
    Array.from({ length: channels }, () => readGranule(bits, full)),
  );
  return { reservoir, shared, granules };
}
