import { readFileSync, existsSync } from 'node:fs';
import { decodeMuLaw, encodeMuLaw, muLawSilence, readWav, resample, writeWav } from '@clinicall/audio';
import { toLine } from './line';
import { SpeechSpans } from './speech-spans';

function sine(hertz: number, rate: number, ms: number, level = 8_000): Int16Array {
  return Int16Array.from({ length: (rate * ms) / 1_000 }, (_, n) =>
    Math.round(level * Math.sin((2 * Math.PI * hertz * n) / rate)),
  );
}
function power(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe('µ-law', () => {
  it('is G.711: known values, and every code decodes and encodes to itself', () => {
    expect([...encodeMuLaw(Int16Array.from([0, -1, 32_767, -32_768, 1_000, -1_000]))]).toEqual([
      0xff, 0x7f, 0x80, 0x00, 0xce, 0x4e,
    ]);
    const all = Uint8Array.from({ length: 256 }, (_, n) => n);
    const again = encodeMuLaw(decodeMuLaw(all));
    all.forEach((byte) => expect(again[byte]).toBe(byte === 0x7f ? 0xff : byte)); // Two codes for zero.
  });
  it('keeps a tone within three per cent', () => {
    const tone = sine(440, 8_000, 200);
    const back = decodeMuLaw(encodeMuLaw(tone));
    expect(power(Int16Array.from(tone, (sample, n) => sample - back[n]!)) / power(tone)).toBeLessThan(0.03);
  });
});

describe('resampling', () => {
  it('keeps what a telephone carries and drops what would fold', () => {
    const kept = resample(sine(1_000, 24_000, 300), 24_000, 8_000);
    expect(kept).toHaveLength(2_400);
    expect(power(kept.subarray(200, 2_200)) / power(sine(1_000, 8_000, 250))).toBeCloseTo(1, 1);
    expect(power(resample(sine(6_000, 24_000, 300), 24_000, 8_000).subarray(200, 2_200))).toBeLessThan(100);
  });
});

describe('WAV', () => {
  it('comes back as it was written, two channels averaged', () => {
    const tone = sine(300, 8_000, 100);
    expect(readWav(writeWav(8_000, tone))).toEqual({ rate: 8_000, samples: tone });
    expect(power(readWav(writeWav(8_000, tone, new Int16Array(tone.length))).samples) / power(tone)).toBeCloseTo(
      0.5,
      1,
    );
    expect(toLine({ rate: 16_000, samples: sine(300, 16_000, 100) })).toHaveLength(800);
  });
  it.each(['', 'RIFF', 'RIFFxxxxWAVE', 'ID3 and so on'])('refuses %p with a sentence', (text) => {
    expect(() => readWav(Buffer.from(text))).toThrow(/WAV/);
  });
  const recording = `${process.env.CLINICALL_SPECS_DIR ?? ''}/../data/speech/telephone-8k_Us_English_Narrowband_Sample_1.wav`;
  (existsSync(recording) ? it : it.skip)('reads a real telephone recording', () => {
    const { rate, samples } = readWav(readFileSync(recording));
    expect(rate).toBe(8_000);
    expect(power(samples)).toBeGreaterThan(300);
  });
});

describe('SpeechSpans', () => {
  const run = (line: Buffer): object[] => {
    const spans = new SpeechSpans();
    const found: object[] = [];
    for (let at = 0; at + 160 <= line.length; at += 160) {
      const span = spans.hear(line.subarray(at, at + 160));
      if (span) found.push(span);
    }
    return found;
  };
  const speech = (ms: number): Buffer => encodeMuLaw(sine(300, 8_000, ms, 6_000));

  it('finds stretches and closes them after 400 ms of quiet', () => {
    const line = Buffer.concat([
      muLawSilence(500),
      speech(800),
      muLawSilence(300),
      speech(400),
      muLawSilence(1_000),
      speech(500),
      muLawSilence(700),
    ]);
    expect(run(line)).toEqual([
      { startMs: 500, endMs: 2_000 },
      { startMs: 3_000, endMs: 3_500 },
    ]);
  });
  it('takes a click and a noisy room for no speech, and hears speech above the room', () => {
    const noise = (ms: number): Buffer =>
      encodeMuLaw(Int16Array.from({ length: ms * 8 }, (_, n) => Math.round(150 * Math.sin(n * n * 0.37))));
    expect(run(Buffer.concat([muLawSilence(200), speech(20), muLawSilence(1_000)]))).toEqual([]);
    expect(run(noise(3_000))).toEqual([]);
    expect(run(Buffer.concat([noise(1_000), speech(600), noise(900)]))).toEqual([{ startMs: 1_000, endMs: 1_600 }]);
  });
});
