import { OnsetGuard } from './onset-guard';

const FRAME_MS = 20;
const frame = (loudness: number): Int16Array => new Int16Array(160).fill(loudness);
const [quiet, loud] = [frame(10), frame(4_000)];

/** Plays frames one every 20 ms. @returns when it held back and when it let go, milliseconds from the first of them. */
function play(frames: readonly Int16Array[]): { held: number[]; letGo: number[] } {
  const guard = new OnsetGuard();
  for (let at = -100; at < 0; at += 1) guard.hear(quiet, at * FRAME_MS);
  const [held, letGo]: [number[], number[]] = [[], []];
  for (const [place, samples] of frames.entries()) {
    const now = place * FRAME_MS;
    if (guard.hear(samples, now)) held.push(now);
    if (guard.isFalseAlarm(now)) letGo.push(now);
  }
  return { held, letGo };
}
const times = (count: number, samples: Int16Array): Int16Array[] => Array.from({ length: count }, () => samples);

describe('what may be the beginning of a word', () => {
  it('is two loud frames, also with a stop between them', () => {
    expect(play([loud, loud, ...times(5, quiet)]).held).toEqual([20]);
    expect(play([loud, quiet, loud, ...times(5, quiet)]).held).toEqual([40]);
  });

  it('is no single click', () => {
    expect(play([loud, ...times(10, quiet), loud, ...times(10, quiet)]).held).toEqual([]);
  });

  it('is given up 150 ms later when it has become quiet, and waited for while it stays loud, up to 320 ms', () => {
    expect(play([loud, loud, ...times(20, quiet)]).letGo).toEqual([180]);
    expect(play(times(20, loud)).letGo).toEqual([340]);
  });

  it('is not believed again within a second of a false alarm', () => {
    const twice = [loud, loud, ...times(20, quiet), loud, loud, ...times(60, quiet), loud, loud];
    expect(play(twice).held).toEqual([20, 85 * FRAME_MS]);
  });

  it('lasts as long as its loud frames, over short pauses and no further', () => {
    const guard = new OnsetGuard();
    const lasting = (frames: readonly Int16Array[]): number => {
      for (const samples of frames) guard.hear(samples, 0);
      return guard.loudMs;
    };
    lasting(times(100, quiet));
    expect(lasting([...times(5, loud), ...times(15, quiet), ...times(3, loud)])).toBe(160);
    expect(lasting(times(16, quiet))).toBe(0);
    expect(lasting(times(2, loud))).toBe(40);
  });
});
