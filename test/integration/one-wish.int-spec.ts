import { randomUUID } from 'node:crypto';
import { TasksService } from '@clinicall/identity';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

describe('the wish to be called back', () => {
  let world: SchedulingWorld;
  let roster: Roster;
  beforeAll(async () => {
    world = await startSchedulingWorld();
    roster = await Roster.of(world);
  }, 60_000);
  afterAll(() => world.close());

  const tasks = () => world.get(TasksService);
  const of = (conversationId: string) =>
    roster
      .rows<{ id: string; data: object; conversation_id: string }>(
        `SELECT id, data, conversation_id FROM tasks WHERE clinic_id = $1 AND status = 'requested'`,
      )
      .then((rows) => rows.filter((row) => row.conversation_id === conversationId));
  const told = () => roster.rows<{ id: string }>(`SELECT id FROM outbox WHERE clinic_id = $1 AND type = 'TaskOpened'`);

  it('stands once, noticed by the agent and by telephony at the same moment, and is told of once', async () => {
    const conversationId = randomUUID();
    const before = (await told()).length;
    const notice = (data: Readonly<Record<string, unknown>>) =>
      roster.inside(() => tasks().openCallBack({ channel: 'voice', ...data }, { conversationId }));
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_one, place) =>
        notice(place % 2 === 0 ? { reason: 'asked', callbackNumber: null } : { outcome: 'busy' }),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const found = await of(conversationId);
    expect(found.map(({ id, data }) => ({ id, data }))).toEqual([
      { id: ids[0], data: expect.objectContaining({ reason: 'asked', outcome: 'busy', channel: 'voice' }) as object },
    ]);
    expect((await told()).length - before).toBe(1);
    // The same by a task that may stand more often: nothing but the wish keeps them one.
    await Promise.all([1, 2].map(() => roster.inside(() => tasks().open('call_back', {}, { conversationId }))));
    expect(await of(conversationId)).toHaveLength(3);
  });

  it('keeps what was noted first, takes what was not known, and is a new one once it was fulfilled', async () => {
    const conversationId = randomUUID();
    const wish = (data: Readonly<Record<string, unknown>>) =>
      roster.inside(() => tasks().openCallBack(data, { conversationId }));
    const first = await wish({ reason: 'a bill', callbackNumber: null });
    expect(await wish({ reason: 'asked for a person', callbackNumber: '+12125550199' })).toBe(first);
    expect((await of(conversationId))[0]?.data).toEqual({ reason: 'a bill', callbackNumber: '+12125550199' });
    await roster.inside(() => tasks().resolve(first));
    expect(await wish({ reason: 'again' })).not.toBe(first);
    expect(await of(conversationId)).toHaveLength(1);
  });
});
