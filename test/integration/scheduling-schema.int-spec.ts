import { schemaDrift } from '@clinicall/platform';
import { schedulingEntities } from '@clinicall/scheduling';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

describe('the scheduling tables', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    expect(await schemaDrift(database.url, schedulingEntities)).toEqual([]);
  });
});
