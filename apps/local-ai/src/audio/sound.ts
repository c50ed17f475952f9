/** One channel of sound: samples in -1…1 at `rate` samples a second. */
export interface Sound {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** Largest absolute sample; 0 for no sound. */
export function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** Mean of all samples: what a line adds as a constant. */
export function offsetOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample;
  return samples.length === 0 ? 0 : sum / samples.length;
}

export const secondsOf = (sound: Sound): number => sound.samples.length / sound.rate;

export const fromDecibel = (decibel: number): number => 10 ** (decibel / 20);

/** Level in dB of full scale of one frame after another. A short last frame is left out. */
export function frameLevels(samples: Float32Array, frameLength: number): number[] {
  const levels: number[] = [];
  for (let at = 0; at + frameLength <= samples.length; at += frameLength) {
    let energy = 0;
    for (let i = at; i < at + frameLength; i += 1) energy += (samples[i] ?? 0) ** 2;
    levels.push(10 * Math.log10(energy / frameLength + 1e-12));
  }
  return levels;
}

/** The same sound times `gain`, in a new array. */
export function scaled(samples: Float32Array, gain: number, offset = 0): Float32Array {
  return samples.map((sample) => (sample - offset) * gain);
}

/** 16-bit little-endian samples, rounded and kept inside the range. */
export function toPcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  for (let i = 0; i < samples.length; i += 1) {
    const value = Math.round((samples[i] ?? 0) * 32767);
    bytes.writeInt16LE(Math.max(-32768, Math.min(32767, value)), i * 2);
  }
  return bytes;
}

/** 16-bit samples as parts of full scale. */
export const fromInt16 = (samples: Int16Array): Float32Array => Float32Array.from(samples, (sample) => sample / 32768);

/** Samples of 16-bit little-endian bytes; an odd last byte is left out. */
export function fromPcm16(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) => view.getInt16(i * 2, true) / 32768);
}
