import { fromALaw, fromMuLaw } from './g711';
import { fromPcm16, type Sound } from './sound';

/** A file that cannot be read as sound; the message is for the caller. */
export class UnreadableAudio extends Error {}

/** Format codes of the RIFF "fmt " chunk (Microsoft, mmreg.h). */
const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;

interface Format {
  readonly code: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
}

function readFormat(chunk: Buffer): Format {
  if (chunk.length < 16) throw new UnreadableAudio('The wav file has a broken format chunk.');
  const code = chunk.readUInt16LE(0);
  return {
    code: code === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : code,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  };
}

function readIntegers(data: Buffer, width: number): Float32Array {
  const scale = 2 ** (width * 8 - 1);
  return Float32Array.from(
    { length: Math.floor(data.length / width) },
    (_, i) => data.readIntLE(i * width, width) / scale,
  );
}

function readFloats(data: Buffer): Float32Array {
  return Float32Array.from({ length: data.length >> 2 }, (_, i) => {
    const value = data.readFloatLE(i * 4);
    return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0;
  });
}

function readSamples(format: Format, data: Buffer): Float32Array {
  const { code, bits } = format;
  if (code === MU_LAW && bits === 8) return fromMuLaw(data);
  if (code === A_LAW && bits === 8) return fromALaw(data);
  if (code === FLOAT && bits === 32) return readFloats(data);
  if (code === PCM && bits === 8) return Float32Array.from(data, (byte) => (byte - 128) / 128);
  if (code === PCM && bits === 16) return fromPcm16(data);
  if (code === PCM && (bits === 24 || bits === 32)) return readIntegers(data, bits / 8);
  throw new UnreadableAudio(`The wav file has format ${code} with ${bits} bits; PCM, float, µ-law and A-law are read.`);
}

/** The mean of interleaved channels. */
export function mixDown(samples: Float32Array, channels: number): Float32Array {
  if (channels === 1) return samples;
  return Float32Array.from({ length: Math.floor(samples.length / channels) }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[frame * channels + channel] ?? 0;
    return sum / channels;
  });
}

function checkFormat({ channels, rate }: Format): void {
  if (channels < 1 || channels > 8) throw new UnreadableAudio(`The wav file has ${channels} channels.`);
  if (rate < 4000 || rate > 192_000) throw new UnreadableAudio(`The wav file has ${rate} samples a second.`);
}

/**
 * Sound of a RIFF file. A data chunk longer than the file (a writer that streamed it, with size 0 or 0xFFFFFFFF) is read to the file's end.
 * @throws UnreadableAudio
 */
export function readWav(file: Buffer): Sound {
  let format: Format | undefined;
  const streamed = [0, 0xffffffff].includes(file.length >= 8 ? file.readUInt32LE(4) : 0);
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, Math.min(file.length, at + 8 + size));
    if (name === 'fmt ') format = readFormat(body);
    if (name === 'data') {
      if (format === undefined) throw new UnreadableAudio('The wav file has no format before its data.');
      checkFormat(format);
      const data = size === 0 && streamed ? file.subarray(at + 8) : body;
      return { samples: mixDown(readSamples(format, data), format.channels), rate: format.rate };
    }
    at += 8 + size + (size & 1);
  }
  throw new UnreadableAudio('The wav file holds no sound.');
}

/** Header of a 16-bit mono wav with so many bytes of samples. */
export function wavHeader(rate: number, dataBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(dataBytes + 36, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
