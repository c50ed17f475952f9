import { randomUUID } from 'node:crypto';
import { BookingsService } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

describe('a conversation', () => {
  let world: SchedulingWorld;
  let roster: Roster;
  beforeAll(async () => {
    world = await startSchedulingWorld();
    roster = await Roster.of(world);
  }, 60_000);
  afterAll(() => world.close());

  it('that asks for twenty times at the same moment keeps one of them', async () => {
    const conversationId = randomUUID();
    const doctorId = await roster.doctor();
    const slots: string[] = [];
    for (let index = 0; index < 20; index += 1) slots.push(await roster.slot(doctorId, 60 + index * 30));
    const hold = (slotId: string) =>
      roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'conversation', conversationId } }));
    const results = await Promise.all(slots.map(hold));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const kept = await roster.rows(`SELECT id FROM slots WHERE clinic_id = $1 AND status = 'held'`);
    expect(kept).toHaveLength(1);
    const live = await roster.rows(`SELECT id FROM holds WHERE clinic_id = $1 AND status = 'active'`);
    expect(live).toHaveLength(1);
  });
});
