import { toMuLaw } from '../../test/telephone-line';
import { fromALaw, fromMuLaw } from './g711';
import { readAudio } from './read-audio';
import { resample } from './resample';
import { fromPcm16, peakOf, toPcm16 } from './sound';
import { readWav, UnreadableAudio, wavHeader } from './wav';

const tone = (hertz: number, rate: number, seconds: number, level = 0.5): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / rate));

/** Share of a signal's energy that a sine of one frequency explains, in dB below which the rest lies. */
function purity(samples: Float32Array, hertz: number, rate: number): number {
  const middle = samples.subarray(samples.length >> 2, samples.length - (samples.length >> 2));
  let [sine, cosine, energy] = [0, 0, 0];
  for (const [i, sample] of middle.entries()) {
    sine += sample * Math.sin((2 * Math.PI * hertz * i) / rate);
    cosine += sample * Math.cos((2 * Math.PI * hertz * i) / rate);
    energy += sample * sample;
  }
  const explained = (2 * (sine ** 2 + cosine ** 2)) / middle.length;
  return 10 * Math.log10(explained / Math.max(energy - explained, 1e-12));
}

const wav = (format: number, bits: number, channels: number, rate: number, data: Buffer): Buffer => {
  const header = wavHeader(rate, data.length);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt16LE(bits, 34);
  return Buffer.concat([header, data]);
};

describe('G.711', () => {
  it('expands the codes of the standard', () => {
    expect([...fromMuLaw(Uint8Array.of(0xff, 0x7f, 0x80, 0x00))].map((x) => Math.round(x * 32768))).toEqual([
      0, 0, 32124, -32124,
    ]);
    expect([...fromALaw(Uint8Array.of(0xd5, 0x55, 0xaa, 0x2a))].map((x) => Math.round(x * 32768))).toEqual([
      8, -8, 32256, -32256,
    ]);
  });

  it('gives every code back', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const again = toMuLaw(fromMuLaw(codes));
    // 0x7f is minus zero: it comes back as plus zero.
    expect([...again].filter((code, i) => code !== codes[i])).toEqual([0xff]);
  });

  it('clips what is louder than full scale', () => {
    expect([...toMuLaw(Float32Array.of(2, -2))]).toEqual([0x80, 0x00]);
  });
});

describe('resampling', () => {
  it.each([
    [8000, 16_000],
    [16_000, 24_000],
    [24_000, 8000],
    [44_100, 16_000],
    [22_050, 16_000],
  ])('keeps a tone pure from %i to %i', (from, to) => {
    const out = resample(tone(1000, from, 1), from, to);
    expect(out).toHaveLength(to);
    expect(purity(out, 1000, to)).toBeGreaterThan(80);
    expect(peakOf(out.subarray(1000, -1000))).toBeCloseTo(0.5, 2);
  });

  it('keeps out what the lower rate cannot carry', () => {
    expect(peakOf(resample(tone(6000, 24_000, 1), 24_000, 8000).subarray(500, -500))).toBeLessThan(1e-4);
  });

  it('takes a rate without a common measure', () => {
    expect(resample(tone(1000, 44_099, 1), 44_099, 16_000).length).toBeCloseTo(16_000, -2);
  });
});

describe('wav', () => {
  const samples = tone(440, 8000, 0.1);

  it('reads what it writes', () => {
    const pcm = toPcm16(samples);
    const sound = readWav(Buffer.concat([wavHeader(8000, pcm.length), pcm]));
    expect(sound.rate).toBe(8000);
    expect(peakOf(sound.samples.map((x, i) => x - samples[i]!))).toBeLessThan(1e-4);
  });

  it('reads µ-law, float and two channels', () => {
    expect(readWav(wav(7, 8, 1, 8000, Buffer.from(toMuLaw(samples)))).samples).toHaveLength(800);
    expect(readWav(wav(3, 32, 1, 8000, Buffer.from(samples.buffer))).samples[10]).toBeCloseTo(samples[10]!, 6);
    const stereo = Buffer.alloc(8);
    [16_384, 0, 16_384, 0].forEach((value, i) => stereo.writeInt16LE(value, i * 2));
    expect([...readWav(wav(1, 16, 2, 8000, stereo)).samples]).toEqual([0.25, 0.25]);
  });

  it('says what is wrong with a broken one', () => {
    const pcm = toPcm16(samples);
    expect(() => readWav(wav(2, 4, 1, 8000, pcm))).toThrow(/format 2/);
    expect(() => readWav(wav(1, 16, 0, 8000, pcm))).toThrow(/0 channels/);
    expect(() => readWav(wav(1, 16, 1, 100, pcm))).toThrow(/100 samples/);
    expect(() => readWav(wavHeader(8000, 0).subarray(0, 30))).toThrow(UnreadableAudio);
    expect(() => readWav(Buffer.from('RIFF'))).toThrow(UnreadableAudio);
  });

  it('reads a cut file to its end', () => {
    const pcm = toPcm16(samples);
    expect(readWav(Buffer.concat([wavHeader(8000, pcm.length), pcm]).subarray(0, 444)).samples).toHaveLength(200);
  });
});

describe('a file of any kind', () => {
  const file = (bytes: Buffer, name = '', type = ''): ReturnType<typeof readAudio> => readAudio({ bytes, name, type });

  it('is told by its bytes before its name', () => {
    const pcm = toPcm16(tone(440, 16_000, 0.1));
    expect(file(Buffer.concat([wavHeader(16_000, pcm.length), pcm]), 'call.mp3', 'audio/mpeg').rate).toBe(16_000);
  });

  it('is raw µ-law when it is called so', () => {
    expect(file(Buffer.alloc(160, 0xff), 'call.ulaw').samples).toHaveLength(160);
    expect(file(Buffer.alloc(160, 0xff), 'blob', 'audio/basic').rate).toBe(8000);
  });

  it('is refused when it is none of these', () => {
    expect(() => file(Buffer.from('hello'), 'hello.txt', 'text/plain')).toThrow(/Invalid file format/);
    expect(() => file(Buffer.alloc(0), 'empty.wav')).toThrow(/Invalid file format/);
    expect(() => file(Buffer.alloc(4000, 0xff), 'noise.mp3')).toThrow(UnreadableAudio);
  });

  it('keeps 16 bits as they are', () => {
    expect([...toPcm16(fromPcm16(Buffer.from([0, 0x80, 0xff, 0x7f])))]).toEqual([1, 0x80, 0xfe, 0x7f]);
  });
});
