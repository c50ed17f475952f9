import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMp3 } from './mp3';
import { peakOf } from './sound';
import { UnreadableAudio } from './wav';

const recording = (name: string): Buffer => readFileSync(join(__dirname, '..', '..', 'test', 'recordings', name));

describe('an mp3', () => {
  it.each([
    ['mpeg1-44khz-joint.mp3', 44_100],
    ['mpeg2-24khz-mono.mp3', 24_000],
  ])('%s becomes the three and a half seconds that went in', (name, rate) => {
    const sound = readMp3(recording(name));
    expect(sound.rate).toBe(rate);
    expect(sound.samples.length / rate).toBeGreaterThan(3);
    expect(sound.samples.length / rate).toBeLessThan(4);
    const peak = peakOf(sound.samples);
    expect(peak).toBeGreaterThan(0.2);
    expect(peak).toBeLessThan(0.7);
    expect(sound.samples.every(Number.isFinite)).toBe(true);
  });

  it('may begin with a tag and stray bytes, and may be cut', () => {
    const file = recording('mpeg2-24khz-mono.mp3');
    const whole = readMp3(file).samples.length;
    const tag = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 20, ...new Uint8Array(20).fill(0xff)]);
    expect(readMp3(Buffer.concat([tag, Buffer.from('stray'), file])).samples).toHaveLength(whole);
    const half = readMp3(file.subarray(0, file.length >> 1)).samples.length;
    expect(half).toBeGreaterThan(whole * 0.4);
    expect(half).toBeLessThan(whole * 0.6);
  });

  it('with damaged frames is still sound, and without any is none', () => {
    const file = recording('mpeg1-44khz-joint.mp3');
    for (let i = 1000; i < file.length; i += 97) file[i] = (file[i]! * 7 + i) & 0xff;
    expect(readMp3(file).samples.every(Number.isFinite)).toBe(true);
    expect(() => readMp3(Buffer.alloc(5000, 0x55))).toThrow(UnreadableAudio);
    expect(() => readMp3(Buffer.alloc(0))).toThrow(UnreadableAudio);
  });
});
