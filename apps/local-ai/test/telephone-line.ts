import { encodeMuLaw } from '@clinicall/audio';
import { resample } from '../src/audio/resample';

/** µ-law bytes of samples in -1…1; louder ones are clipped as the network does. */
export const toMuLaw = (samples: Float32Array): Uint8Array =>
  encodeMuLaw(Int16Array.from(samples, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)))));

/** 24 kHz speech as the line delivers it: 8 kHz µ-law. */
export const throughTheLine = (speech: Float32Array): Uint8Array => toMuLaw(resample(speech, 24_000, 8000));
