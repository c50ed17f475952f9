/** Bytes, and milliseconds, of one telephone frame: 8 kHz mono µ-law, as Media Streams carry it. */
export const FRAME_BYTES = 160;
export const FRAME_MS = 20;
/** The µ-law byte of silence. */
export const MU_LAW_SILENCE = 0xff;

// ITU-T G.711: sign, three bits of segment, four of step, all inverted on the line.
const BIAS = 0x84;
const CLIP = 32_635;

const DECODED = Int16Array.from({ length: 256 }, (_unused, byte) => {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
});

const ENCODED = Uint8Array.from({ length: 65_536 }, (_unused, index) => {
  const sample = index - 32_768;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const segment = 24 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | step) & 0xff;
});

/** µ-law bytes to 16-bit samples. */
export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) samples[index] = DECODED[bytes[index] as number] as number;
  return samples;
}

/** 16-bit samples to µ-law bytes. */
export function encodeMuLaw(samples: Int16Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length);
  for (let index = 0; index < samples.length; index += 1)
    bytes[index] = ENCODED[(samples[index] as number) + 32_768] as number;
  return bytes;
}

export function muLawSilence(ms: number): Buffer {
  return Buffer.alloc(Math.round((ms * FRAME_BYTES) / FRAME_MS), MU_LAW_SILENCE);
}
