import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { CircuitBreakerPolicy, IBackoff } from 'cockatiel';

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds that it stays open. */
  readonly restMs: number;
}

/** Leave to ask a provider once. It is settled once; what is said of it later changes nothing. */
export interface Pass {
  /** The only one that goes through after a rest: by it alone is judged whether the provider lives again. */
  readonly isProbe: boolean;
  succeeded(): void;
  failed(error: unknown): void;
  /** Nobody waited for the answer: neither a success nor a failure. A probe leaves its place to the next. */
  abandoned(): void;
}

/** A probe that nobody waited for: the next one may be the probe at once. */
class ProbeAbandoned extends Error {}
/** It counts neither way. */
class Uncounted extends Error {}

/**
 * The circuit breaker of one provider in one stage (a model, a recogniser, a voice). Closed: everybody passes. Open: nobody,
 * for `restMs`. Then one probe goes through while everybody else is still turned away, at once: cockatiel itself would have
 * them wait for the probe's end, and a probe that hangs would hold every caller.
 */
export class ProviderBreaker {
  private readonly policy: CircuitBreakerPolicy;
  private restsUntil = 0;

  constructor(options: BreakerOptions) {
    this.policy = circuitBreaker(
      handleWhen((error) => !(error instanceof Uncounted)),
      { halfOpenAfter: rest(options.restMs), breaker: new ConsecutiveBreaker(options.failures) },
    );
    this.policy.onBreak((reason) => (this.restsUntil = Date.now() + restMsAfter(reason, options.restMs)));
  }

  /** Whether nobody may pass now. */
  get rests(): boolean {
    if (this.policy.state === CircuitState.HalfOpen) return true;
    return this.policy.state === CircuitState.Open && Date.now() < this.restsUntil;
  }

  /** @returns undefined while it rests, and while a probe is under way. */
  enter(): Pass | undefined {
    if (this.rests) return undefined;
    const isProbe = this.policy.state === CircuitState.Open;
    let succeed: () => void = () => undefined;
    let fail: (error: Error) => void = () => undefined;
    const outcome = new Promise<void>((resolve, reject) => {
      succeed = resolve;
      fail = reject;
    });
    this.policy.execute(() => outcome).catch(() => undefined);
    let settled = false;
    // Every answer is said to be abandoned at its end, and an error that nobody reads costs its stack.
    const once = (settle: () => void) => {
      if (!settled) settle();
      settled = true;
    };
    return {
      isProbe,
      succeeded: () => once(succeed),
      failed: (error) => once(() => fail(error instanceof Error ? error : new Error('failed'))),
      abandoned: () => once(() => fail(isProbe ? new ProbeAbandoned() : new Uncounted())),
    };
  }
}

function restMsAfter(reason: unknown, restMs: number): number {
  const error = reason !== null && typeof reason === 'object' && 'error' in reason ? reason.error : undefined;
  return error instanceof ProbeAbandoned ? 0 : restMs;
}

function rest(restMs: number): { next(context: { result: unknown }): IBackoff<{ result: unknown }> } {
  return {
    next: ({ result }) => ({
      duration: restMsAfter(result, restMs),
      next: (context) => rest(restMs).next(context),
    }),
  };
}
