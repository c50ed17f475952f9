import { decodeMuLaw, encodeMuLaw } from './mu-law';
import { resample } from './resample';

export interface Sound {
  readonly rate: number;
  /** One channel; several are averaged. */
  readonly samples: Int16Array;
}

const [PCM, MU_LAW, EXTENSIBLE] = [1, 7, 0xfffe];

/** Reads RIFF/WAVE of 16-bit PCM or µ-law. @throws Error naming what is wrong with the file. */
export function readWav(file: Buffer): Sound {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('This is not a WAV file.');
  }
  let format: { code: number; channels: number; rate: number; bits: number } | null = null;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8); // Streamed files say 0xFFFFFFFF.
    const chunk = file.subarray(at + 8, at + 8 + size);
    if (name === 'fmt ') format = readFormat(chunk);
    if (name === 'data' && format)
      return { rate: format.rate, samples: mixDown(readSamples(chunk, format), format.channels) };
    at += 8 + size + (size % 2);
  }
  throw new Error('This WAV file has no sound in it.');
}

function readFormat(chunk: Buffer): { code: number; channels: number; rate: number; bits: number } {
  const code = chunk.readUInt16LE(0);
  return {
    code: code === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : code,
    channels: Math.max(1, chunk.readUInt16LE(2)),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  };
}

function readSamples(chunk: Buffer, { code, bits }: { code: number; bits: number }): Int16Array {
  if (code === MU_LAW) return decodeMuLaw(chunk);
  if (code !== PCM || bits !== 16) throw new Error('Only WAV files of 16-bit PCM or µ-law are understood.');
  return fromPcm(chunk);
}

/** Little-endian 16-bit bytes to samples; an odd last byte is dropped. */
export function fromPcm(bytes: Buffer): Int16Array {
  const samples = new Int16Array(bytes.length >> 1);
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2);
  return samples;
}

function mixDown(samples: Int16Array, channels: number): Int16Array {
  if (channels === 1) return samples;
  const mono = new Int16Array(Math.floor(samples.length / channels));
  for (let index = 0; index < mono.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[index * channels + channel] ?? 0;
    mono[index] = Math.round(sum / channels);
  }
  return mono;
}

/** 16-bit PCM WAV; several channels of equal length are woven together. */
export function writeWav(rate: number, ...channels: Int16Array[]): Buffer {
  const length = channels[0]?.length ?? 0;
  const bytes = length * channels.length * 2;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(channels.length, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * channels.length * 2, 28);
  file.writeUInt16LE(channels.length * 2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(bytes, 40);
  for (let index = 0; index < length; index += 1) {
    channels.forEach((samples, channel) => {
      file.writeInt16LE(samples[index] ?? 0, 44 + (index * channels.length + channel) * 2);
    });
  }
  return file;
}

/** Any sound as a telephone line carries it. */
export function toLine({ rate, samples }: Sound): Buffer {
  return encodeMuLaw(resample(samples, rate, 8_000));
}
