import { readMp3 } from './mp3';
import { freshMp3, MP3_DELAY, MP3_FRAME_BYTES, Mp3Encoder } from './mp3-encoder';
import { readHeader } from './mp3-frame';
import { peakOf } from './sound';

const RATE = 24_000;
const wave = (seconds: number, sample: (at: number) => number): Float32Array =>
  Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => sample(i / RATE));
const tone = (hertz: number, level = 0.5): Float32Array =>
  wave(0.3, (at) => level * Math.sin(2 * Math.PI * hertz * at));

/** What a voice does: a buzz of falling harmonics that rises and sinks in syllables, and a hiss between them. */
const makeVoice = (): Float32Array => {
  let seed = 7;
  const hiss = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff - 0.5;
  return wave(1, (at) => {
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.5 * at));
    let buzz = 0;
    for (let k = 1; k <= 20; k += 1) buzz += Math.sin(2 * Math.PI * 120 * k * at + k) / k;
    return 0.2 * syllable * buzz + 0.03 * (1 - syllable) * hiss();
  });
};

const voice = makeVoice();

function encode(samples: Float32Array, pieces = [samples.length]): Buffer {
  const encoder = new Mp3Encoder();
  let at = 0;
  const frames = pieces.map((length) => encoder.push(samples.subarray(at, (at += length))));
  return Buffer.concat([...frames, encoder.finish()]);
}

/** Signal over what the way through encoder and decoder changed, dB. */
function ratio(samples: Float32Array, file = encode(samples)): number {
  const back = readMp3(file).samples.subarray(MP3_DELAY);
  let [signal, noise] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    signal += sample ** 2;
    noise += (sample - (back[i] ?? 0)) ** 2;
  }
  return 10 * Math.log10(signal / noise);
}

describe('speech as mp3', () => {
  it.each([60, 220, 440, 1000, 2345, 3999, 6000, 8000, 10_000])('keeps a tone of %i Hz', (hertz) => {
    expect(ratio(tone(hertz))).toBeGreaterThan(40);
  });

  it('keeps a tone that sweeps over the whole range', () => {
    const sweep = wave(1, (at) => 0.5 * Math.sin(2 * Math.PI * (50 * at + 5_500 * at ** 2)));
    expect(ratio(sweep)).toBeGreaterThan(30);
  });

  it('keeps a voice, at its level', () => {
    expect(ratio(voice)).toBeGreaterThan(20);
    expect(peakOf(readMp3(encode(voice)).samples)).toBeCloseTo(peakOf(voice), 1);
  });

  it('is frames of 192 bytes of MPEG-2, mono, 24 kHz, each by itself, and enough of them for all of the sound', () => {
    for (const length of [1, 575, 576, 577, 6_000]) {
      const file = encode(tone(440).subarray(0, length));
      expect(file.length).toBe(Math.ceil((length + MP3_DELAY) / 576) * MP3_FRAME_BYTES);
      for (let at = 0; at < file.length; at += MP3_FRAME_BYTES) {
        expect(readHeader(file, at)).toMatchObject({ full: false, rate: RATE, channels: 1, bytes: MP3_FRAME_BYTES });
        expect(file[at + 4]).toBe(0); // borrows nothing
      }
    }
  });

  it('is the same however the sound comes in pieces, and wherever the memory has been meanwhile', () => {
    const whole = encode(voice);
    expect(encode(voice, [1, 575, 1000, 7, 15_000, voice.length]).equals(whole)).toBe(true);
    const first = new Mp3Encoder(freshMp3());
    const start = first.push(voice.subarray(0, 10_000));
    const second = new Mp3Encoder(structuredClone(first.memory));
    expect(Buffer.concat([start, second.push(voice.subarray(10_000)), second.finish()]).equals(whole)).toBe(true);
  });

  it('of silence is silence, and of nothing is nothing', () => {
    expect(peakOf(readMp3(encode(new Float32Array(5_000))).samples)).toBe(0);
    expect(encode(new Float32Array(0))).toHaveLength(0);
  });

  it('of what is too loud is cut, not torn, and of what is no number is silence', () => {
    const loud = tone(440, 4);
    const cut = loud.map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(ratio(cut, encode(loud))).toBeGreaterThan(25);
    expect(peakOf(readMp3(encode(new Float32Array(2_000).fill(NaN))).samples)).toBe(0);
    const noise = wave(0.3, (at) => (Math.sin(at * 1e7) > 0 ? 1 : -1));
    expect(ratio(noise)).toBeGreaterThan(3);
  });

  it('of the faintest sound that 16 bits hold is that sound', () => {
    expect(ratio(tone(1000, 1 / 32_768))).toBeGreaterThan(30);
  });
});
