import { RateWindow } from './rate-limit';

describe('the limit of requests a second', () => {
  it('lets each caller have its own count, and says how long to wait', () => {
    const window = new RateWindow(2);
    expect([window.take('a', 100), window.take('a', 200), window.take('a', 300)]).toEqual([0, 0, 800]);
    expect(window.take('b', 300)).toBe(0);
    expect(window.take('a', 1_099)).toBe(1);
    expect(window.take('a', 1_100)).toBe(0);
  });
});
