import { hash } from 'node:crypto';
import { AppError, Environment } from '@clinicall/platform';
import { bearerToken } from '@clinicall/identity';
import type { FastifyInstance } from 'fastify';

const WINDOW_MS = 1_000;

/** Counts by caller in windows of a second. Nothing outlives its window, so that strangers cannot fill the memory. */
export class RateWindow {
  private readonly counts = new Map<string, number>();
  private endsAt = 0;

  constructor(private readonly most: number) {}

  /** @param now milliseconds that never go back. @returns 0 when it may pass, else milliseconds until the next window. */
  take(caller: string, now: number): number {
    if (now >= this.endsAt) {
      this.counts.clear();
      this.endsAt = now + WINDOW_MS;
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    return count <= this.most ? 0 : this.endsAt - now;
  }
}

/**
 * Bounds what one token, or one address without a token, may ask a second on this instance (RATE_LIMIT_PER_TOKEN),
 * before anything is looked up for it. Answers 429 with Retry-After.
 */
export function limitRate(server: FastifyInstance, environment: Environment): void {
  const window = new RateWindow(environment.values.RATE_LIMIT_PER_TOKEN);
  server.addHook('onRequest', (request, _reply, done) => {
    const token = bearerToken(request);
    const wait = window.take(token === undefined ? request.ip : hash('sha256', token, 'base64'), performance.now());
    if (wait === 0) {
      done();
      return;
    }
    const retryAfter = Math.max(1, Math.ceil(wait / 1000));
    done(new AppError('rate_limited', 'Too many requests in this second.', { retryAfter }));
  });
}
