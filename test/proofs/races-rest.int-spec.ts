import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { random, seed, times, withoutConstraints, withoutLocks } from './proof';
import { RestCrowd } from './rest-crowd';
import { RACES } from './rest-races';

/**
 * Crowds over real HTTP, all at once on the same times. The same races in a product whose database has lost its
 * constraints, and its statements their locks, must be seen to go wrong: a race that cannot find that build proves nothing.
 */
const ROUNDS = times(40);
const names = Object.keys(RACES);
const variables = { CLINICALL_ROLES: 'web', RATE_LIMIT_PER_TOKEN: '100000', DATABASE_POOL_SIZE: '20' };

let product: Product;
afterAll(() => product.stop());

async function run(name: string, next: () => number): Promise<string[]> {
  const race = RACES[name];
  return race === undefined ? ['there is no such race'] : race(await RestCrowd.in(product), next);
}

describe(`${ROUNDS} rounds (seed ${seed})`, () => {
  beforeAll(async () => {
    product = await startProduct(variables);
  });

  it.each(names)(
    'of %s keep every promise',
    async (name) => {
      const next = random(seed);
      for (let round = 0; round < ROUNDS; round++) expect(await run(name, next)).toEqual([]);
    },
    900_000,
  );
});

describe('a build without constraints and locks', () => {
  beforeAll(async () => {
    await product.stop();
    product = await startProduct(variables);
    await withoutConstraints({ ownerUrl: product.database.url });
    withoutLocks({ get: (type) => product.app.get(type, { strict: false }) });
  });

  it.each(names)(
    'is found by %s',
    async (name) => {
      const next = random(seed);
      for (let round = 0; round < 40; round++) {
        const faults = (await run(name, next)).filter((fault) => !fault.startsWith('an answer of'));
        if (faults.length > 0) return;
      }
      throw new Error(`Forty rounds of ${name} did not see that locks and constraints are gone.`);
    },
    300_000,
  );
});
