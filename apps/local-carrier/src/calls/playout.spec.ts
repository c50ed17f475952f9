import { Playout } from './playout';

describe('Playout', () => {
  const sound = (bytes: number, value: number): Buffer => Buffer.alloc(bytes, value);

  it('gives silence, then what was pushed, in frames across pieces', () => {
    const playout = new Playout();
    expect(playout.take()).toEqual(sound(160, 0xff));
    playout.push(sound(100, 1));
    playout.push(sound(100, 2));
    expect(playout.take()).toEqual(Buffer.concat([sound(100, 1), sound(60, 2)]));
    expect(playout.take()).toEqual(Buffer.concat([sound(40, 2), sound(120, 0xff)]));
  });

  it('fires a mark when the frame with its last byte has been played', () => {
    const playout = new Playout();
    const fired: string[] = [];
    playout.push(sound(320, 1));
    playout.mark((dropped) => fired.push(`first ${dropped}`));
    playout.push(sound(160, 2));
    playout.mark((dropped) => fired.push(`second ${dropped}`));
    playout.take();
    playout.take();
    expect(fired).toEqual([]);
    playout.take();
    expect(fired).toEqual(['first false']);
    playout.take();
    expect(fired).toEqual(['first false', 'second false']);
  });

  it('fires a mark at once with nothing before it, but not while the last frame sounds', () => {
    const playout = new Playout();
    const fired: boolean[] = [];
    playout.mark((dropped) => fired.push(dropped));
    expect(fired).toEqual([false]);
    playout.push(sound(160, 1));
    playout.take();
    playout.mark((dropped) => fired.push(dropped));
    expect(fired).toHaveLength(1);
    playout.take();
    expect(fired).toHaveLength(2);
  });

  it('clears sound and echoes every mark in order', async () => {
    const playout = new Playout();
    const fired: number[] = [];
    const played = playout.play(sound(1_600, 1));
    playout.mark(() => fired.push(1));
    playout.push(sound(160, 1));
    playout.mark(() => fired.push(2));
    playout.clear();
    expect(fired).toEqual([1, 2]);
    expect(await played).toBe(false);
    expect(playout.waitingMs).toBe(0);
    expect(playout.take()).toEqual(sound(160, 0xff));
  });

  it('refuses more than ten minutes', () => {
    const playout = new Playout();
    expect(playout.push(sound(4_800_000, 1))).toBe(true);
    expect(playout.push(sound(1, 1))).toBe(false);
  });
});
