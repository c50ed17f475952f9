// Sound as numbers: G.711, change of rate, WAV files, levels. Pure functions, no input or output.
// It may use nothing.
// Telephony may use it, and the local AI and the local carrier at the other end of the wire.
export { decodeALaw } from './a-law';
export { level, peak, toDecibels } from './levels';
export { decodeMuLaw, encodeMuLaw, FRAME_BYTES, FRAME_MS, MU_LAW_SILENCE, muLawSilence } from './mu-law';
export { resample, Resampler } from './resampler';
export { pcmSamples, readWav, writeWav } from './wav';
export type { Wav } from './wav';
