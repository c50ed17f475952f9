/**
 * The time a call is counted by: frames, pauses, rings, digits that wait for the next one, a bad line's delays. Waits for
 * other programs (handshakes, webhooks and their retries) stay on real time, which is theirs.
 */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs once, so many milliseconds from now at the earliest; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

export const steadyClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits, but no longer than `signal` lives; true when the whole time has passed. */
export function rest(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = (): void => {
      callOff();
      resolve(false);
    };
    const callOff = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
