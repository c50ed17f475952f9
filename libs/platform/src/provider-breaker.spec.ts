import { ProviderBreaker } from './provider-breaker';

const REST_MS = 15_000;
const settled = () => jest.advanceTimersByTimeAsync(0);

describe('the breaker of a provider', () => {
  let breaker: ProviderBreaker;

  beforeEach(() => {
    jest.useFakeTimers();
    breaker = new ProviderBreaker({ failures: 3, restMs: REST_MS });
  });
  afterEach(() => jest.useRealTimers());

  async function open(): Promise<void> {
    for (let failure = 0; failure < 3; failure++) {
      breaker.enter()?.failed(new Error('HTTP 500'));
      await settled();
    }
    expect(breaker.rests).toBe(true);
  }

  it('opens at failures in a row, not at failures with a success among them', async () => {
    for (const fails of [true, true, false, true, true]) {
      const pass = breaker.enter();
      if (fails) pass?.failed(new Error('late'));
      else pass?.succeeded();
      await settled();
    }
    expect(breaker.rests).toBe(false);
  });

  it('counts what nobody waited for neither way', async () => {
    for (let turn = 0; turn < 3; turn++) {
      breaker.enter()?.failed(new Error('late'));
      await settled();
      breaker.enter()?.abandoned();
      await settled();
    }
    expect(breaker.rests).toBe(true);
  });

  it('lets nobody through while it rests, then exactly one, and turns the others away without a wait', async () => {
    await open();
    jest.advanceTimersByTime(REST_MS - 1);
    expect(breaker.enter()).toBeUndefined();
    jest.advanceTimersByTime(1);
    const probe = breaker.enter();
    expect(probe?.isProbe).toBe(true);
    expect(Array.from({ length: 20 }, () => breaker.enter())).toEqual(Array(20).fill(undefined));
    probe?.succeeded();
    await settled();
    expect(breaker.enter()?.isProbe).toBe(false);
  });

  it('rests as long again when the probe fails', async () => {
    await open();
    jest.advanceTimersByTime(REST_MS);
    breaker.enter()?.failed(new Error('HTTP 500'));
    await settled();
    jest.advanceTimersByTime(REST_MS - 1);
    expect(breaker.enter()).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(breaker.enter()?.isProbe).toBe(true);
  });

  it('gives the place of a probe that nobody waited for to the next', async () => {
    await open();
    jest.advanceTimersByTime(REST_MS);
    breaker.enter()?.abandoned();
    await settled();
    const next = breaker.enter();
    expect(next?.isProbe).toBe(true);
    expect(breaker.enter()).toBeUndefined();
  });

  it('is settled once', async () => {
    const pass = breaker.enter();
    pass?.succeeded();
    pass?.failed(new Error('too late to say'));
    pass?.abandoned();
    await settled();
    expect(breaker.rests).toBe(false);
  });
});
