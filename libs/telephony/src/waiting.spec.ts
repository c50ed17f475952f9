import { Waiting } from './waiting';

const BEAT_MS = 20;

/** Phrases by when they begin, each heard for so long. */
function told(waiting: Waiting, ms: number, lastsMs: number): (readonly [number, string])[] {
  const phrases: (readonly [number, string])[] = [];
  let until = -1;
  for (let now = 0; now <= ms; now += BEAT_MS) {
    if (now < until) waiting.sounds(now);
    else {
      const key = waiting.next(now);
      if (key === undefined) continue;
      phrases.push([now, key.replace('telephony:', '')]);
      until = now + lastsMs;
    }
  }
  return phrases;
}

function begun(): Waiting {
  const waiting = new Waiting();
  waiting.over(0);
  return waiting;
}

describe('one who waits', () => {
  it('hears a moment at once, that we are still there before four seconds, and the way out before eight', () => {
    expect(told(begun(), 7_500, 1_500)).toEqual([
      [800, 'one_moment'],
      [3_800, 'still_checking'],
      [6_800, 'taking_long'],
    ]);
  });

  it('is told for as long as it takes, with the way out in every third, and no silence of four seconds', () => {
    const phrases = told(begun(), 60_000, 1_500);
    expect(phrases.slice(3, 9).map(([, key]) => key)).toEqual([
      'still_checking',
      'still_checking',
      'taking_long',
      'still_checking',
      'still_checking',
      'taking_long',
    ]);
    const silences = phrases.slice(1).map(([at], index) => at - (phrases[index]?.[0] ?? 0) - 1_500);
    expect(Math.max(...silences)).toBeLessThan(4_000);
  });

  it('hears no moment before words that are on their way, unless their voice is away', () => {
    const waiting = begun();
    waiting.promised();
    expect(told(waiting, 4_000, 1_000)).toEqual([
      [2_300, 'one_moment'],
      [3_800, 'still_checking'],
    ]);
  });

  it('hears no moment in the middle of words, and waits anew when others were heard', () => {
    const waiting = begun();
    waiting.heard(0);
    expect(told(waiting, 3_500, 1_500)).toEqual([[3_300, 'still_checking']]);
    waiting.over(0);
    expect(told(waiting, 1_000, 500)).toEqual([[800, 'one_moment']]);
  });

  it('is not talked to while something sounds, however long', () => {
    const waiting = begun();
    for (let now = 0; now < 20_000; now += BEAT_MS) waiting.sounds(now);
    expect(waiting.next(20_000)).toBe('telephony:one_moment');
  });
});
