import { encodeMuLaw, resample } from '@clinicall/audio';
import type { Wav } from '@clinicall/audio';

/** A sound as the line carries it: 8 kHz mono µ-law. */
export function toLine({ rate, samples }: Wav): Buffer {
  return encodeMuLaw(resample(samples, rate, 8_000));
}
