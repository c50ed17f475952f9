import { partsOf, type Span } from './condition';
import type { Sound } from './sound';

const RATE = 1_000;

/** Stretches of tone and, negative, of silence, in seconds. */
function sound(...stretches: readonly number[]): Sound {
  const samples = stretches.flatMap((seconds) =>
    Array.from({ length: Math.round(Math.abs(seconds) * RATE) }, (_unused, at) =>
      seconds < 0 ? 0 : 0.3 * Math.sin(at * 2),
    ),
  );
  return { samples: Float32Array.from(samples), rate: RATE };
}

const cuts = (parts: readonly Span[]): number[] => parts.slice(1).map(({ from }) => from / RATE);

describe('long sound', () => {
  it('is cut in the longest pause, not at the last one', () => {
    const long = sound(6, -0.4, 3, -0.2, 3, -0.2, 7);
    expect(cuts(partsOf(long, 14))).toEqual([6.2]);
  });

  it('is cut somewhere all the same when nobody pauses, and nothing is lost', () => {
    const long = sound(40);
    const parts = partsOf(long, 14);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.every(({ from, to }) => to - from <= 14 * RATE && to > from)).toBe(true);
    expect(parts[0]?.from).toBe(0);
    expect(parts.at(-1)?.to).toBe(long.samples.length);
    expect(parts.slice(1).every(({ from }, at) => from === parts[at]?.to)).toBe(true);
  });

  it('that is short stays whole', () => {
    expect(partsOf(sound(3, -1, 3), 14)).toEqual([{ from: 0, to: 7_000 }]);
  });
});
