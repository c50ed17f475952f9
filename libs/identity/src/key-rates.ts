import { Injectable } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;

/** What a reply says of a rate: draft-ietf-httpapi-ratelimit-headers (10), and the three fields of its early drafts. */
export type RateHeaders = Readonly<Record<string, string>>;

/** Requests of an API key with a limit of its own, by the minute, counted on this instance. */
@Injectable()
export class KeyRates {
  private readonly counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS });

  /** @returns headers for the reply. @throws AppError `rate_limited` with `retryAfter` in seconds, and the headers. */
  async take(keyId: string, perMinute: number): Promise<RateHeaders> {
    const count = await this.counts.consume(keyId);
    const headers = headersOf(count, perMinute);
    if (count.consumedPoints <= perMinute) return headers;
    throw new RateExceeded(secondsLeft(count), headers);
  }
}

export class RateExceeded extends AppError {
  constructor(
    retryAfter: number,
    readonly headers: RateHeaders,
  ) {
    super('rate_limited', 'This key has used up its requests of this minute.', { retryAfter });
  }
}

const secondsLeft = (count: RateLimiterRes): number => Math.max(1, Math.ceil(count.msBeforeNext / 1000));

function headersOf(count: RateLimiterRes, perMinute: number): RateHeaders {
  const remaining = Math.max(0, perMinute - count.consumedPoints);
  const reset = secondsLeft(count);
  return {
    'ratelimit-policy': `"key";q=${perMinute};w=${WINDOW_SECONDS}`,
    ratelimit: `"key";r=${remaining};t=${reset}`,
    'ratelimit-limit': String(perMinute),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}
