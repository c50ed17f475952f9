import { Injectable } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Tries a minute, by address and by account; far below the rate of every other route. */
const TRIES_PER_MINUTE = 10;

/** Slows guessing of passwords down. Counted on this instance; lock-out across instances is the account's own. */
@Injectable()
export class SignInLimiter {
  private readonly byAddress = new RateLimiterMemory({ points: TRIES_PER_MINUTE * 3, duration: 60 });
  private readonly byAccount = new RateLimiterMemory({ points: TRIES_PER_MINUTE, duration: 60 });

  /** @throws AppError `rate_limited` with `retryAfter` in seconds. */
  async take(address: string, account: string): Promise<void> {
    try {
      await this.byAddress.consume(address);
      await this.byAccount.consume(account.trim().toLowerCase());
    } catch (limit) {
      const { msBeforeNext } = limit as { msBeforeNext: number };
      throw new AppError('rate_limited', 'Too many tries to sign in.', { retryAfter: Math.ceil(msBeforeNext / 1000) });
    }
  }
}
