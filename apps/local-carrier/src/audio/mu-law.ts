// G.711 µ-law: eight bits a sample, as telephone lines and Media Streams carry it.
const BIAS = 0x84;
const CLIP = 32_635;

/** Bytes of one 20 ms frame at 8 kHz. */
export const FRAME_BYTES = 160;
export const FRAME_MS = 20;
export const MU_LAW_SILENCE = 0xff;

const DECODED = Int16Array.from({ length: 256 }, (_, byte) => decodeByte(byte));

function decodeByte(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 0x07);
  return bits & 0x80 ? BIAS - magnitude : magnitude - BIAS;
}

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(magnitude >> 0));
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}

/** 16-bit samples to µ-law bytes. */
export function encodeMuLaw(samples: Int16Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length);
  for (let index = 0; index < samples.length; index += 1) bytes[index] = encodeSample(samples[index] ?? 0);
  return bytes;
}

/** µ-law bytes to 16-bit samples. */
export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) samples[index] = DECODED[bytes[index] ?? 0xff] ?? 0;
  return samples;
}

export function silence(ms: number): Buffer {
  return Buffer.alloc(Math.round(ms * 8), MU_LAW_SILENCE);
}
