import { pieceOf, polished, SPEECH_RATE } from './polish';
import { frameLevels, type Sound } from './sound';

const RATE = 16_000;

/** Stretches of tone and, negative, of silence, in seconds. */
function sound(...stretches: readonly number[]): Sound {
  const parts = stretches.map((seconds) =>
    Float32Array.from({ length: Math.round(Math.abs(seconds) * RATE) }, (_unused, at) =>
      seconds < 0 ? 0 : 0.2 * Math.sin((2 * Math.PI * 300 * at) / RATE),
    ),
  );
  return { samples: Float32Array.from(parts.flatMap((part) => [...part])), rate: RATE };
}

/** Milliseconds of each stretch of quiet, edges included. */
function quiets(samples: Float32Array): number[] {
  const found: number[] = [];
  let quiet = 0;
  for (const level of [...frameLevels(samples, SPEECH_RATE / 100), 0]) {
    if (level < -45) quiet += 10;
    else if (quiet > 0) found.push(quiet);
    if (level >= -45) quiet = 0;
  }
  return found;
}

describe('speech as it is sent', () => {
  it('rests no longer than a tenth of a second or so at a comma', () => {
    const [lead, first, second, tail] = quiets(polished(sound(-0.2, 0.5, -0.28, 0.5, -0.08, 0.5, -0.3), 'sentence'));
    expect(lead).toBeLessThanOrEqual(40);
    expect(first).toBeGreaterThanOrEqual(80);
    expect(first).toBeLessThanOrEqual(120);
    expect(second).toBeLessThanOrEqual(90);
    expect(tail).toBeGreaterThanOrEqual(120);
  });

  it('ends sooner where the sentence goes on, so that two pieces join', () => {
    const part = polished(sound(-0.2, 0.5, -0.3), 'clause');
    const joined = Float32Array.from([...part, ...polished(sound(-0.2, 0.5, -0.3), 'sentence')]);
    expect(quiets(joined)[1]).toBeLessThanOrEqual(100);
  });

  it.each([
    ['Shall I book it?', 'sentence'],
    ['"Yes."', 'sentence'],
    ['With Dr. Ruth Adler,', 'clause'],
    ['one at 2:30', 'clause'],
  ])('%s is a %s', (text, piece) => {
    expect(pieceOf(text)).toBe(piece);
  });

  it('of nothing is nothing', () => {
    expect(polished(sound(-1), 'sentence')).toHaveLength(0);
  });
});
