import { decodeMuLaw, encodeMuLaw, FRAME_BYTES } from '@clinicall/audio';

/** Sounds at once, as one: added, and held within what 16 bits can say. */
export function mix(frames: readonly Buffer[]): Buffer {
  const [only] = frames;
  if (frames.length === 1 && only !== undefined) return only;
  const sum = new Int32Array(FRAME_BYTES);
  for (const frame of frames) decodeMuLaw(frame).forEach((sample, index) => (sum[index] = (sum[index] ?? 0) + sample));
  return encodeMuLaw(Int16Array.from(sum, (sample) => Math.max(-32_768, Math.min(32_767, sample))));
}
