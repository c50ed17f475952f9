import { encodeMuLaw } from '@clinicall/audio';

const RATE = 8_000;
/** Frequencies of the keys of one row and one column, Hz. */
const KEY_TONES = [
  [697, 1_209],
  [770, 1_336],
  [852, 1_477],
  [941, 1_336],
] as const;
/** A slow chord, its notes changing every 400 ms: hold music as it arrives over a telephone. */
const NOTES = [262, 330, 392, 523, 440, 349, 294, 392] as const;

const made = (seconds: number, sample: (at: number, index: number) => number): Buffer =>
  encodeMuLaw(Int16Array.from({ length: Math.round(seconds * RATE) }, (_unused, index) => sample(index / RATE, index)));

const wave = (hertz: number, at: number): number => Math.sin(2 * Math.PI * hertz * at);

/** Sounds that are no speech, µ-law, as loud as a voice. */
export const SOUNDS = {
  noise: (seconds: number): Buffer => {
    let state = 1;
    return made(seconds, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state / 0x7fffffff - 0.5) * 6_000;
    });
  },
  music: (seconds: number): Buffer =>
    made(seconds, (at) => {
      const note = NOTES[Math.floor(at / 0.4) % NOTES.length] ?? 262;
      return 2_500 * (wave(note, at) + 0.5 * wave(note * 2, at) + 0.5 * wave(131, at));
    }),
  tones: (seconds: number): Buffer =>
    made(seconds, (at) => {
      const [low, high] = KEY_TONES[Math.floor(at / 0.3) % KEY_TONES.length] ?? KEY_TONES[0];
      return at % 0.3 < 0.15 ? 4_000 * (wave(low, at) + wave(high, at)) : 0;
    }),
  silence: (seconds: number): Buffer => made(seconds, () => 0),
};
