import { BookingDesk, booked, held } from '../support/booking-desk';

const desk = BookingDesk.open();
const token = { kind: 'token' } as const;
const { inside, statusOf } = desk;

describe('a visit longer than its slot', () => {
  let slots: string[];
  let visitType: string;
  beforeEach(async () => {
    slots = [];
    for (const startsIn of [60, 80, 100, 120, 140]) slots.push(await desk.roster.slot(desk.doctorId, startsIn, 20));
    visitType = await desk.roster.visitType('Procedure', 60);
  });
  const statuses = () => Promise.all(slots.map(statusOf));
  const [f, h, b] = ['free', 'held', 'booked'];

  it('is held, confirmed, moved by less than its length, and cancelled as one', async () => {
    const { hold, holdToken = '' } = held(
      await inside(() => desk.bookings.hold({ slotId: slots[0]!, visitType, owner: token })),
    );
    expect(await statuses()).toEqual([h, h, h, f, f]);
    expect(Date.parse(hold.endsAt) - Date.parse(hold.startsAt)).toBe(60 * 60_000);
    const owner = { kind: 'token', token: holdToken } as const;
    const { appointment } = booked(
      await inside(() => desk.bookings.confirm({ holdId: hold.id, owner, patientId: desk.patientId })),
    );
    expect(await statuses()).toEqual([b, b, b, f, f]);
    expect(Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)).toBe(60 * 60_000);
    const moved = await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: slots[1]! }));
    expect(moved.ok).toBe(true);
    expect(await statuses()).toEqual([f, b, b, b, f]);
    booked(await inside(() => desk.bookings.cancel({ appointmentId: appointment.id })));
    expect(await statuses()).toEqual([f, f, f, f, f]);
  });

  it('is released as one, and extended as one', async () => {
    const { hold, holdToken = '' } = held(
      await inside(() => desk.bookings.hold({ slotId: slots[1]!, visitType, owner: token })),
    );
    const owner = { kind: 'token', token: holdToken } as const;
    expect((await inside(() => desk.bookings.extend(hold.id, owner))).ok).toBe(true);
    expect((await inside(() => desk.bookings.release(hold.id, owner))).ok).toBe(true);
    expect(await statuses()).toEqual([f, f, f, f, f]);
  });

  it('is booked all or none: not where a slot is taken, missing, or the day ends', async () => {
    booked(await inside(() => desk.bookings.book({ slotId: slots[3]!, patientId: desk.patientId })));
    const other = await desk.roster.patient('Olga Marin', '+12125550111');
    const book = (slotId: string) => inside(() => desk.bookings.book({ slotId, visitType, patientId: other }));
    for (const slotId of [slots[1]!, slots[2]!, slots[4]!]) {
      expect(await book(slotId)).toMatchObject({ ok: false, reason: 'slot_taken' });
    }
    expect(await statuses()).toEqual([f, f, f, b, f]);
    expect((await book(slots[0]!)).ok).toBe(true);
    expect(await statuses()).toEqual([b, b, b, b, f]);
  });

  it('of which one slot was taken after its hold ended cannot be confirmed', async () => {
    const { hold, holdToken = '' } = held(
      await inside(() => desk.bookings.hold({ slotId: slots[0]!, visitType, owner: token })),
    );
    await desk.roster.lapseHolds();
    held(await inside(() => desk.bookings.hold({ slotId: slots[2]!, owner: token })));
    const owner = { kind: 'token', token: holdToken } as const;
    expect(
      await inside(() => desk.bookings.confirm({ holdId: hold.id, owner, patientId: desk.patientId })),
    ).toMatchObject({
      reason: 'hold_expired',
    });
  });

  it('races others that overlap it: whoever wins has all, nobody waits for a deadlock', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, (_one, index) => desk.roster.patient(`Racer ${index}`, `+1202555${3000 + index}`)),
    );
    const results = await Promise.all(
      people.map((who, index) =>
        inside(() =>
          index % 3 === 0
            ? desk.bookings.book({ slotId: slots[4 - (index % 5)]!, patientId: who })
            : desk.bookings.book({ slotId: slots[index % 3]!, visitType, patientId: who }),
        ),
      ),
    );
    for (const result of results) if (!result.ok) expect(result.reason).toBe('slot_taken');
    const torn = await desk.roster.rows(
      `SELECT a.id FROM appointments a
        WHERE a.clinic_id = $1 AND cardinality(a.more_slot_ids) + 1 <> (
          SELECT count(*) FROM slots s WHERE s.clinic_id = $1 AND s.appointment_id = a.id AND s.status = 'booked'
             AND s.id = ANY(a.slot_id || a.more_slot_ids))`,
    );
    expect(torn).toEqual([]);
    expect(results.filter((result) => result.ok).length).toBeGreaterThan(0);
  });
});
