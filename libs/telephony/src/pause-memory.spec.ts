import { PauseMemory } from './pause-memory';

const after = (...pauses: number[]): number => {
  const memory = new PauseMemory();
  for (const ms of pauses) memory.paused(ms);
  return memory.leastMs;
};

describe('a caller’s pauses', () => {
  it('are nothing while none was heard, and none of those inside words', () => {
    expect(after()).toBe(0);
    expect(after(60, 140, 180)).toBe(0);
  });

  it('make us wait longer than the usual one, the more of them there were', () => {
    expect(after(800)).toBeLessThan(800);
    expect(after(800, 800, 800, 800)).toBeGreaterThan(800);
    expect(after(800, 800, 800, 800)).toBeLessThan(1_100);
  });

  it('are forgotten when the caller speaks more quickly', () => {
    expect(after(900, 900, 900, 250, 250, 250)).toBeLessThan(after(900, 900, 900) / 1.5);
  });

  it('lengthen the wait after whole sentences only where we had cut in, and by little until it has happened often', () => {
    const memory = new PauseMemory();
    memory.paused(900);
    expect(memory.leastAfterCompleteMs).toBe(0);
    for (let cuts = 0; cuts < 3; cuts += 1) memory.cut(900);
    expect(memory.leastAfterCompleteMs).toBe(450);
    memory.cut(900);
    expect(memory.leastAfterCompleteMs).toBeGreaterThan(900);
  });
});
