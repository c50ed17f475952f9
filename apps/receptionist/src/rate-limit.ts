import { AppError, Environment } from '@clinicall/platform';
import { bearerToken } from '@clinicall/identity';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Bounds what one token, or one address without a token, may ask a second on this instance (RATE_LIMIT_PER_TOKEN),
 * before anything is looked up for it. Answers 429 with Retry-After.
 */
export function limitRate(server: FastifyInstance, environment: Environment): void {
  const limiter = new RateLimiterMemory({ points: environment.values.RATE_LIMIT_PER_TOKEN, duration: 1 });
  server.addHook('onRequest', async (request) => {
    const token = bearerToken(request);
    const caller = token === undefined ? `ip:${request.ip}` : createHash('sha256').update(token).digest('base64');
    try {
      await limiter.consume(caller);
    } catch (limit) {
      const retryAfter = Math.max(1, Math.ceil((limit as RateLimiterRes).msBeforeNext / 1000));
      throw new AppError('rate_limited', 'Too many requests in this second.', { retryAfter });
    }
  });
}
