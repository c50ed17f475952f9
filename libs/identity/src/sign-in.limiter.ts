import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, Database, Secrets } from '@clinicall/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Tries a minute by account; far below the rate of every other route. */
const TRIES_OF_ACCOUNT = 10;
/** By address: a hospital whose shift begins comes from one. */
const TRIES_OF_ADDRESS = 100;

/** Slows guessing of passwords down, known accounts and unknown alike: counted in the database, for all instances together. */
@Injectable()
export class SignInLimiter {
  private readonly byAddress: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;
  private readonly secret: Buffer;

  constructor(
    private readonly database: Database,
    secrets: Secrets,
  ) {
    this.secret = secrets.key('sign-in-tries');
    this.byAddress = this.counter('address', TRIES_OF_ADDRESS);
    this.byAccount = this.counter('account', TRIES_OF_ACCOUNT);
  }

  /** @throws AppError `rate_limited` with `retryAfter` in seconds. */
  async take(address: string, account: string): Promise<void> {
    try {
      await this.byAddress.consume(this.keyOf(address));
      await this.byAccount.consume(this.keyOf(account.trim().toLowerCase()));
    } catch (limit) {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      const retryAfter = Math.max(1, Math.ceil(limit.msBeforeNext / 1000));
      throw new AppError('rate_limited', 'Too many tries to sign in.', { retryAfter });
    }
  }

  /** Takes away what has been over for an hour. */
  async sweep(): Promise<void> {
    await this.database.directory('DELETE FROM directory.sign_in_tries WHERE expire < $1', [Date.now() - 3_600_000]);
  }

  private counter(keyPrefix: string, points: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      // Statements go by our own way into schema `directory`, without names: a transaction pooler keeps none.
      storeClient: {
        query: async ({ text, values }: { text: string; values: unknown[] }) => ({
          rows: await this.database.directory(text, values),
        }),
      },
      storeType: 'client',
      schemaName: 'directory',
      tableName: 'sign_in_tries',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: 60,
      // Who is over the limit here is not asked about again until the minute ends.
      inMemoryBlockOnConsumed: points + 1,
    });
  }

  /** Neither an address nor an email stands in the table. */
  private keyOf(value: string): string {
    return createHmac('sha256', this.secret).update(value).digest('base64url');
  }
}
