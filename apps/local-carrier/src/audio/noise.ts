import { encodeMuLaw, FRAME_BYTES, MU_LAW_SILENCE } from '@clinicall/audio';
import { seeded } from '../calls/line-trouble';

const BURST_FRAMES = 50;

/**
 * Noise, a frame of 20 ms at a time.
 * @param amplitude of 32,767. @param share of the time that it sounds, in bursts of a second; 1 is always.
 */
export function noise(amplitude: number, seed: number, share = 1): () => Buffer {
  const random = seeded(seed);
  const silence = Buffer.alloc(FRAME_BYTES, MU_LAW_SILENCE);
  let left = 0;
  let sounds = true;
  return () => {
    if (left === 0) {
      left = BURST_FRAMES;
      sounds = random() < share;
    }
    left -= 1;
    return sounds
      ? encodeMuLaw(Int16Array.from({ length: FRAME_BYTES }, () => (random() * 2 - 1) * amplitude))
      : silence;
  };
}
