import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from './stop';

describe('a stop', () => {
  it('comes with the other signal, at once where that was aborted before', () => {
    const other = new AbortController();
    const stop = new Stop(other.signal);
    expect(stop.signal.aborted).toBe(false);
    other.abort();
    expect(stop.signal.aborted).toBe(true);
    expect(new Stop(other.signal).signal.aborted).toBe(true);
  });

  it('comes by hand, and does not stop the other', () => {
    const other = new AbortController();
    const stop = new Stop(other.signal);
    stop.now();
    expect([stop.signal.aborted, other.signal.aborted]).toEqual([true, false]);
  });

  it('comes when its time is over', async () => {
    const stop = new Stop(new AbortController().signal, 5);
    await sleep(30);
    expect(stop.signal.aborted).toBe(true);
  });

  it('does not come any more when all is done', async () => {
    const other = new AbortController();
    const stop = new Stop(other.signal, 5);
    stop.done();
    other.abort();
    await sleep(30);
    expect(stop.signal.aborted).toBe(false);
  });
});
