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

  it('and a caller in several talks at once keep one; without the lock the constraint still refuses the second', async () => {
    const doctorId = await roster.doctor();
    const slots: string[] = [];
    for (let index = 0; index < 10; index += 1) slots.push(await roster.slot(doctorId, 60 + index * 30));
    const callerNumber = '+12025550177';
    const hold = (slotId: string) => {
      const owner = { kind: 'conversation', conversationId: randomUUID(), callerNumber } as const;
      return roster.inside(() => world.get(BookingsService).hold({ slotId, owner }));
    };
    const results = await Promise.all(slots.map(hold));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const live = await roster.rows<{ id: string; slot_id: string }>(
      `SELECT id, slot_id FROM holds WHERE clinic_id = $1 AND status = 'active' AND slot_id = ANY($2)`,
      slots,
    );
    expect(live).toHaveLength(1);
    // The same time again, by the other line: it goes over to that talk.
    const again = await hold(live[0]?.slot_id ?? '');
    expect(again.ok).toBe(true);
    await expect(
      roster.rows(
        `INSERT INTO holds (clinic_id, id, slot_id, owner_kind, conversation_id, expires_at, held_for)
         SELECT clinic_id, gen_random_uuid(), slot_id, owner_kind, gen_random_uuid(), expires_at, held_for
           FROM holds WHERE clinic_id = $1 AND status = 'active' AND slot_id = ANY($2) RETURNING id`,
        slots,
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'holds_one_live' } });
  });
});
