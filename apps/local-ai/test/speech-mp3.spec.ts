import type { FastifyInstance } from 'fastify';
import { readMp3 } from '../src/audio/mp3';
import { MP3_DELAY, MP3_FRAME_BYTES } from '../src/audio/mp3-encoder';
import { fromPcm16 } from '../src/audio/sound';
import { createServer } from '../src/server';
import { registerSpeech } from '../src/speech';

let server: FastifyInstance;

// It does not listen, so that only the voice is loaded.
beforeAll(() => (server = createServer({ routes: [registerSpeech] })));
afterAll(() => server.close());

async function say(input: string, format: 'pcm' | 'mp3'): Promise<{ type: unknown; bytes: Buffer }> {
  const payload = { model: 'tts-1', voice: 'rms', input, response_format: format };
  const answer = await server.inject({ method: 'POST', url: '/v1/audio/speech', payload });
  expect(answer.statusCode).toBe(200);
  return { type: answer.headers['content-type'], bytes: answer.rawPayload };
}

describe('the voice as mp3', () => {
  it('is the same words as plain samples, in whole frames, from sentence to sentence without a seam', async () => {
    const input = 'Your appointment is on Monday. Please bring your insurance card, and come ten minutes early.';
    const { type, bytes } = await say(input, 'mp3');
    expect(type).toBe('audio/mpeg');
    expect(bytes.length % MP3_FRAME_BYTES).toBe(0);
    const plain = fromPcm16((await say(input, 'pcm')).bytes);
    const { samples, rate } = readMp3(bytes);
    expect(rate).toBe(24_000);
    expect(samples.length - plain.length).toBeGreaterThanOrEqual(MP3_DELAY);
    expect(samples.length - plain.length).toBeLessThan(MP3_DELAY + 576);
    let [signal, noise] = [0, 0];
    for (const [i, sample] of plain.entries()) {
      signal += sample ** 2;
      noise += (sample - samples[i + MP3_DELAY]!) ** 2;
    }
    expect(10 * Math.log10(signal / noise)).toBeGreaterThan(25);
  });
});
