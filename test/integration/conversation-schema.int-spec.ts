import { conversationEntities } from '@clinicall/conversation';
import { schemaDrift } from '@clinicall/platform';
import { createTestDatabase } from '../support/database';

it('the tables are what the entities say, and every one is bound to its clinic', async () => {
  const database = await createTestDatabase();
  try {
    const own =
      /"(?:conversations|turns|tool_calls|guard_actions|one_time_codes|conversation_notes|conversation_reviews)"/;
    const drift = await schemaDrift(database.url, conversationEntities);
    expect(drift.filter((statement) => own.test(statement))).toEqual([]);
  } finally {
    await database.drop();
  }
});
