import {
  decodeALaw,
  decodeMuLaw,
  encodeMuLaw,
  level,
  peak,
  readWav,
  resample,
  Resampler,
  toDecibels,
  writeWav,
} from './index';
import { WavError } from './wav';

const tone = (hertz: number, rate: number, seconds = 0.5, volume = 10_000): Int16Array =>
  Int16Array.from({ length: rate * seconds }, (_unused, index) =>
    Math.round(volume * Math.sin((2 * Math.PI * hertz * index) / rate)),
  );

const middle = (samples: Int16Array): Int16Array => samples.subarray(samples.length >> 2, (samples.length * 3) >> 2);

describe('µ-law', () => {
  it('gives every byte back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_unused, byte) => byte);
    const back = encodeMuLaw(decodeMuLaw(bytes));
    // 0x7f and 0xff are both zero: the line's negative zero comes back as the positive one.
    expect([...back]).toEqual([...bytes].map((byte) => (byte === 0x7f ? 0xff : byte)));
  });

  it('keeps known points of G.711', () => {
    expect([...decodeMuLaw(Uint8Array.of(0xff, 0x80, 0x00))]).toEqual([0, 32_124, -32_124]);
    expect([...encodeMuLaw(Int16Array.of(0, 32_767, -32_768))]).toEqual([0xff, 0x80, 0x00]);
  });

  it('keeps speech-level tones 37 dB over its own noise', () => {
    const sound = tone(440, 8_000);
    const back = decodeMuLaw(encodeMuLaw(sound));
    const noise = sound.map((sample, index) => sample - (back[index] ?? 0));
    expect(toDecibels(level(sound)) - toDecibels(level(noise))).toBeGreaterThan(36);
  });
});

it('A-law keeps known points of G.711', () => {
  expect([...decodeALaw(Uint8Array.of(0xd5, 0x55, 0xaa, 0x2a))]).toEqual([8, -8, 32_256, -32_256]);
});

describe('change of rate', () => {
  it.each([
    [24_000, 8_000],
    [16_000, 8_000],
    [8_000, 16_000],
    [22_050, 8_000],
    [16_000, 24_000],
  ])('keeps a tone of the band from %d to %d Hz', (from, to) => {
    const out = resample(tone(1_000, from), from, to);
    expect(out).toHaveLength(Math.floor(to * 0.5));
    expect(toDecibels(level(middle(out))) - toDecibels(level(tone(1_000, from)))).toBeCloseTo(0, 1);
  });

  it('is flat to 3.2 kHz and folds nothing back from above 4.4 kHz', () => {
    const inBand = resample(tone(3_200, 24_000), 24_000, 8_000);
    const above = resample(tone(4_600, 24_000), 24_000, 8_000);
    expect(toDecibels(level(middle(inBand))) - toDecibels(level(tone(3_200, 24_000)))).toBeGreaterThan(-0.5);
    expect(toDecibels(level(middle(above))) - toDecibels(level(tone(4_600, 24_000)))).toBeLessThan(-70);
  });

  it('adds up the loudest sound there is without turning it over', () => {
    const square = Int16Array.from({ length: 24_000 }, (_unused, index) => (index % 480 < 240 ? 32_767 : -32_768));
    const out = resample(square, 24_000, 8_000);
    for (let index = 160; index < out.length - 160; index += 1) {
      const place = (index % 160) % 80;
      // Near an edge it swings through zero.
      if (place > 2 && place < 78) expect(Math.sign(out[index] ?? 0)).toBe(index % 160 < 80 ? 1 : -1);
    }
    expect(peak(out)).toBeGreaterThan(32_000);
  });

  it('takes a sound of any length at once', () => {
    const long = tone(300, 24_000, 3);
    expect(resample(long, 24_000, 8_000)).toHaveLength(24_000);
    expect(new Resampler(8_000, 24_000).push(new Int16Array(0))).toHaveLength(0);
  });

  it('gives the same in pieces as at once', () => {
    const sound = tone(700, 24_000);
    const pieces = new Resampler(24_000, 8_000);
    const out: number[] = [];
    for (let at = 0, size = 1; at < sound.length; at += size, size = (size * 7) % 501)
      out.push(...pieces.push(sound.subarray(at, at + size)));
    out.push(...pieces.flush());
    expect(Int16Array.from(out)).toEqual(resample(sound, 24_000, 8_000));
  });
});

describe('WAV', () => {
  it('reads what it writes', () => {
    const sound = { rate: 16_000, samples: tone(500, 16_000, 0.1) };
    expect(readWav(writeWav(sound.rate, sound.samples))).toEqual(sound);
    expect(readWav(writeWav(8_000, Int16Array.of(100, 7), Int16Array.of(300, 9))).samples).toEqual(
      Int16Array.of(200, 8),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello, this is not a sound at all, but it is long enough to be one')],
    ['a file without data', writeWav(8_000, new Int16Array(0)).subarray(0, 36)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => readWav(bytes)).toThrow(WavError);
  });

  it('measures silence as silence', () => {
    expect(peak(new Int16Array(10))).toBe(0);
    expect(toDecibels(level(new Int16Array(10)))).toBe(-Infinity);
  });
});
