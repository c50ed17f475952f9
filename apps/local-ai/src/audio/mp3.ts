import { BitReader, type FrameHeader, readHeader, readSideInfo, sideInfoBytes, type SideInfo } from './mp3-frame';
import { readSpectrum, reorder, type Spectrum } from './mp3-spectrum';
import { ChannelSynthesis } from './mp3-synthesis';
import type { Sound } from './sound';
import { UnreadableAudio } from './wav';

// Our own decoder, because the ones on npm are either under the LGPL or read MPEG-1 only, and speech is mostly saved at MPEG-2's lower rates.

/** A frame's data may begin this many bytes before it. */
const RESERVOIR = 511;

/** Length of an ID3v2 tag at the file's start. */
function tagLength(file: Buffer): number {
  if (file.length < 10 || file.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((file[at] ?? 0) & 0x7f), 0);
  return 10 + size + (((file[5] ?? 0) & 0x10) === 0 ? 0 : 10);
}

/** A frame that holds an encoder's notes (Xing, Info, VBRI) and no sound. */
function isNote(file: Buffer, at: number, header: FrameHeader): boolean {
  const mark = at + 4 + sideInfoBytes(header);
  return (
    ['Xing', 'Info'].includes(file.toString('latin1', mark, mark + 4)) ||
    file.toString('latin1', at + 36, at + 40) === 'VBRI'
  );
}

/** Next header from a place on: one that is followed by another of its kind, or by the end, so that stray bytes are not taken for one. */
function findFrame(file: Buffer, from: number): { at: number; header: FrameHeader } | null {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const header = readHeader(file, at);
    if (header === null || at + header.bytes > file.length) continue;
    const next = readHeader(file, at + header.bytes);
    if (
      next === null
        ? at + header.bytes + 4 > file.length ||
          file.toString('latin1', at + header.bytes, at + header.bytes + 3) === 'TAG'
        : next.rate === header.rate
    ) {
      return { at, header };
    }
  }
  return null;
}

/** Decodes frame after frame; what a frame borrows from earlier ones is kept here. */
class Decoder {
  private readonly channels = [new ChannelSynthesis(), new ChannelSynthesis()];
  private kept = Buffer.alloc(0);

  /** Mono samples of one frame; silence when the data it borrows is missing, as after a cut. */
  frame(file: Buffer, at: number, header: FrameHeader): Float32Array[] {
    const side = at + 4 + (header.protectedByCrc ? 2 : 0);
    const info = readSideInfo(file.subarray(side, side + sideInfoBytes(header)), header);
    const own = file.subarray(side + sideInfoBytes(header), at + header.bytes);
    const data = Buffer.concat([this.kept.subarray(Math.max(0, this.kept.length - info.reservoir)), own]);
    const whole = this.kept.length >= info.reservoir;
    this.kept = Buffer.concat([this.kept, own]).subarray(-RESERVOIR);
    if (!whole) return info.granules.map(() => new Float32Array(576));
    return this.granules(new BitReader(data), header, info);
  }

  private granules(bits: BitReader, header: FrameHeader, info: SideInfo): Float32Array[] {
    let first: Spectrum[] | null = null;
    return info.granules.map((granules) => {
      const spectra = granules.map((granule, channel) =>
        readSpectrum(
          bits,
          header,
          granule,
          first?.[channel]?.factors ?? null,
          info.shared[channel] ?? [],
          header.intensity && channel === 1,
        ),
      );
      first ??= spectra;
      if (header.middleSide) unjoin(spectra);
      const outputs = granules.map((granule, channel) => {
        const lines = spectra[channel]?.lines ?? new Float64Array(576);
        reorder(lines, granule, header.rate);
        return (this.channels[channel] ?? new ChannelSynthesis()).granule(lines, granule);
      });
      const [left, right] = outputs;
      if (left === undefined) return new Float32Array(576);
      return right === undefined ? left : left.map((sample, i) => (sample + (right[i] ?? 0)) / 2);
    });
  }
}

/** Sum and difference back to left and right. */
function unjoin([middle, side]: readonly Spectrum[]): void {
  if (middle === undefined || side === undefined) return;
  for (let i = 0; i < middle.lines.length; i += 1) {
    const [sum, difference] = [middle.lines[i] ?? 0, side.lines[i] ?? 0];
    middle.lines[i] = (sum + difference) / Math.SQRT2;
    side.lines[i] = (sum - difference) / Math.SQRT2;
  }
}

/**
 * Sound of an mp3 file, its channels mixed. Intensity stereo, which no speech encoder writes, loses its panning.
 * @throws UnreadableAudio when no frame is found
 */
export function readMp3(file: Buffer): Sound {
  const decoder = new Decoder();
  const parts: Float32Array[] = [];
  let rate: number | null = null;
  for (
    let found = findFrame(file, tagLength(file));
    found !== null;
    found = findFrame(file, found.at + found.header.bytes)
  ) {
    const { at, header } = found;
    rate ??= header.rate;
    if (header.rate === rate && !(parts.length === 0 && isNote(file, at, header)))
      parts.push(...decoder.frame(file, at, header));
  }
  if (rate === null) throw new UnreadableAudio('Invalid file format: no mp3 sound was found in the file.');
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, rate };
}
