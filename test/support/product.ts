import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../apps/receptionist/src/application';
import { Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';

/** The product in this process, on a database of its own, listening on a free port of 127.0.0.1. */
export interface Product {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly url: string;
  stop(): Promise<void>;
}

/** @param variables environment of this product, over test defaults; the test's own environment is not read. */
export async function startProduct(variables: Record<string, string> = {}, port = 0): Promise<Product> {
  const database = await createTestDatabase();
  const environment = Environment.read({
    DATABASE_URL: database.url,
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    PORT: '0',
    CLINICALL_TEST_CLOCK: '1',
    ...(process.env['TEST_PG_FAST'] ? { DATABASE_ALLOW_DATA_LOSS: '1' } : {}),
    DATABASE_POOL_SIZE: '10',
    ...variables,
  });
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, new Logger(environment.values.LOG_LEVEL));
  await app.listen(port, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    database,
    url,
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
