import { endianness } from 'node:os';
import { decodeMuLaw } from './mu-law';

export interface Wav {
  /** Hz */
  readonly rate: number;
  /** Mono, 16 bit; several channels are mixed. */
  readonly samples: Int16Array;
}

/** The file is not a WAV this house reads; the message says why, for a person. */
export class WavError extends Error {}

const IS_BIG_ENDIAN = endianness() === 'BE';

const PCM = 1;
const FLOAT = 3;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
const HEAD_BYTES = 44;

interface Format {
  readonly code: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
}

/** Reads RIFF WAVE: PCM of 8, 16, 24 or 32 bits, 32-bit float, or µ-law. @throws WavError */
export function readWav(file: Uint8Array): Wav {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new WavError('This is not a WAV file.');
  }
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + size));
    if (name === 'fmt ') format = readFormat(body);
    // A streamed file may claim more data than it has: what is there counts.
    if (name === 'data') return { rate: required(format).rate, samples: readSamples(body, required(format)) };
    at += 8 + size + (size % 2);
  }
  throw new WavError('This WAV file has no data.');
}

/** 16-bit PCM; the channels are as long as the first. */
export function writeWav(rate: number, ...channels: Int16Array[]): Buffer {
  const frames = channels[0]?.length ?? 0;
  const width = 2 * channels.length;
  const file = Buffer.alloc(HEAD_BYTES + frames * width);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(channels.length, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * width, 28);
  file.writeUInt16LE(width, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(frames * width, 40);
  channels.forEach((samples, channel) => {
    for (let frame = 0; frame < frames; frame += 1) {
      file.writeInt16LE(samples[frame] ?? 0, HEAD_BYTES + frame * width + channel * 2);
    }
  });
  return file;
}

/** The samples of raw 16-bit little-endian PCM, as speech services stream it; an odd last byte is left out. */
export function pcmSamples(bytes: Buffer): Int16Array {
  const samples = new Int16Array(bytes.length >> 1);
  const copy = Buffer.from(samples.buffer);
  bytes.copy(copy, 0, 0, copy.length);
  if (IS_BIG_ENDIAN) copy.swap16();
  return samples;
}

function readFormat(body: Buffer): Format {
  if (body.length < 16) throw new WavError('This WAV file has a broken format.');
  const code = body.readUInt16LE(0);
  const format = {
    code: code === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : code,
    channels: body.readUInt16LE(2),
    rate: body.readUInt32LE(4),
    bits: body.readUInt16LE(14),
  };
  const known =
    (format.code === PCM && [8, 16, 24, 32].includes(format.bits)) ||
    (format.code === FLOAT && format.bits === 32) ||
    (format.code === MU_LAW && format.bits === 8);
  if (!known || format.channels < 1 || format.channels > 16 || format.rate < 4_000 || format.rate > 192_000) {
    throw new WavError('This WAV file has a format that is not read here.');
  }
  return format;
}

function required(format: Format | undefined): Format {
  if (format === undefined) throw new WavError('This WAV file has data before its format.');
  return format;
}

function readSamples(data: Buffer, format: Format): Int16Array {
  const width = format.bits / 8;
  const frames = Math.floor(data.length / (width * format.channels));
  if (format.code === MU_LAW && format.channels === 1) return decodeMuLaw(data.subarray(0, frames));
  const samples = new Int16Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < format.channels; channel += 1) {
      sum += readSample(data, (frame * format.channels + channel) * width, format);
    }
    samples[frame] = Math.max(-32_768, Math.min(32_767, Math.round(sum / format.channels)));
  }
  return samples;
}

function readSample(data: Buffer, at: number, format: Format): number {
  if (format.code === MU_LAW) return decodeMuLaw(data.subarray(at, at + 1))[0] ?? 0;
  if (format.code === FLOAT) return data.readFloatLE(at) * 32_767;
  if (format.bits === 8) return (data.readUInt8(at) - 128) * 256;
  if (format.bits === 16) return data.readInt16LE(at);
  if (format.bits === 24) return data.readIntLE(at, 3) / 256;
  return data.readInt32LE(at) / 65_536;
}
