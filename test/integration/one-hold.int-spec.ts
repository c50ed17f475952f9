import { randomUUID } from 'node:crypto';
import { BookingsService, SlotsService } from '@clinicall/scheduling';
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

  it('sees what it keeps as free, also from its caller’s other line; nobody else sees or gets it, race as they may', async () => {
    const doctorId = await roster.doctor();
    const slotId = await roster.slot(doctorId, 90);
    const own = { conversationId: randomUUID(), callerNumber: '+12025550178' };
    const otherLine = { conversationId: randomUUID(), callerNumber: own.callerNumber };
    const keep = (who: typeof own) =>
      roster.inside(() => world.get(BookingsService).hold({ slotId, owner: { kind: 'conversation', ...who } }));
    const seen = async (keptFor?: { conversationId: string; callerNumber: string | null }) =>
      (await roster.inside(() => world.get(SlotsService).find({ doctorId, keptFor }))).items.map(({ id }) => id);
    const first = await keep(own);
    const strangers = Array.from({ length: 12 }, (_one, at) => ({
      conversationId: randomUUID(),
      callerNumber: `+120255502${10 + at}`,
    }));
    const race = strangers.flatMap((stranger, at) => [
      seen(at % 2 === 0 ? stranger : { ...stranger, callerNumber: null }).then((ids) => ({ theirs: ids.length > 0 })),
      keep(stranger).then(({ ok }) => ({ theirs: ok })),
      seen(own).then((ids) => ({ mine: ids })),
      keep(own).then((again) => ({ mine: again.ok ? [again.hold.slotId, again.hold.id] : [] })),
    ]);
    const outcomes = await Promise.all(race);
    const holdId = first.ok ? first.hold.id : '';
    for (const outcome of outcomes) {
      if ('theirs' in outcome) expect(outcome.theirs).toBe(false);
      else expect([[slotId], [slotId, holdId]]).toContainEqual(outcome.mine);
    }
    expect(await seen(otherLine)).toEqual([slotId]);
    expect(await seen()).toEqual([]);
    await roster.inside(() => world.get(BookingsService).releaseOf(own.conversationId));
    expect(await seen()).toEqual([slotId]);
  });

  it('that keeps a long visit finds its whole run again', async () => {
    const doctorId = await roster.doctor();
    await roster.visitType('Long visit', 60);
    const slotId = await roster.slot(doctorId, 60);
    await roster.slot(doctorId, 90);
    const own = { conversationId: randomUUID(), callerNumber: null };
    const owner = { kind: 'conversation', ...own } as const;
    const seen = async (keptFor?: typeof own) =>
      (
        await roster.inside(() => world.get(SlotsService).find({ doctorId, visitType: 'Long visit', keptFor }))
      ).items.map(({ id }) => id);
    const kept = await roster.inside(() => world.get(BookingsService).hold({ slotId, visitType: 'Long visit', owner }));
    expect(kept.ok).toBe(true);
    expect(await seen()).toEqual([]);
    expect(await seen(own)).toEqual([slotId]);
  });
});
