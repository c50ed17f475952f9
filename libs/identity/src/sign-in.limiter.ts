import { Injectable } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Tries a minute by account; far below the rate of every other route. */
const TRIES_OF_ACCOUNT = 10;
/** By address: a hospital whose shift begins comes from one. */
const TRIES_OF_ADDRESS = 100;

/** Slows guessing of passwords down, known accounts and unknown alike. Counted on this instance; the lock-out is in the database. */
@Injectable()
export class SignInLimiter {
  private readonly byAddress = new RateLimiterMemory({ points: TRIES_OF_ADDRESS, duration: 60 });
  private readonly byAccount = new RateLimiterMemory({ points: TRIES_OF_ACCOUNT, duration: 60 });

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
