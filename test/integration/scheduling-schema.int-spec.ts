import { schemaDrift } from '@clinicall/platform';
import { schedulingEntities } from '@clinicall/scheduling';
import { Client } from 'pg';
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

  it('are told apart from tables that lack a column, a check, an exclusion, a foreign key or an index', async () => {
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('ALTER TABLE patients DROP COLUMN language');
    await owner.query('ALTER TABLE slots DROP CONSTRAINT slots_hold_check, DROP CONSTRAINT slots_no_overlap');
    await owner.query('ALTER TABLE holds DROP CONSTRAINT holds_slot_id_fkey');
    await owner.query('DROP INDEX appointments_live_slot_key');
    await owner.end();
    const drift = (await schemaDrift(database.url, schedulingEntities)).join('\n');
    for (const lost of [
      '"language"',
      'slots_hold_check',
      'slots_no_overlap',
      'holds_slot_id_fkey',
      'appointments_live_slot_key',
    ]) {
      expect(drift).toContain(lost);
    }
  });
});
