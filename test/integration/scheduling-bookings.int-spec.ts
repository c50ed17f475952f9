import { randomUUID } from 'node:crypto';
import { Idempotency } from '@clinicall/platform';
import { SlotBlocksService } from '@clinicall/scheduling';
import type { BookingResult } from '@clinicall/scheduling';
import { recording } from '../bench/recorded-booking';
import { Roster } from '../support/scheduling-world';
import { eventually } from '../support/eventually';
import { BookingDesk, booked, held } from '../support/booking-desk';

const desk = BookingDesk.open();
const token = { kind: 'token' } as const;
const { inside, statusOf, eventTypes } = desk;

describe('a hold', () => {
  it('keeps the slot ten minutes and is confirmed by whoever shows its token', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    expect(new Date(hold.expiresAt).getTime() - Date.now()).toBeGreaterThan(9.5 * 60_000);
    expect(await statusOf(slotId)).toBe('held');
    const owner = { kind: 'token', token: holdToken ?? '' } as const;
    const result = booked(await inside(() => desk.bookings.confirm({ holdId: hold.id, owner, patientId })));
    expect(result.appointment).toMatchObject({
      status: 'booked',
      slotId,
      patient: { id: patientId, name: 'Peter Lang' },
    });
    expect(await statusOf(slotId)).toBe('booked');
    expect(await eventTypes()).toEqual(['SlotHeld', 'AppointmentBooked']);
  });

  it('is nobody else’s: not with a wrong token, not from a conversation, not with a token when a conversation made it', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const { hold } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    const other = await desk.roster.slot(desk.doctorId, 120);
    const talked = held(
      await inside(() =>
        desk.bookings.hold({ slotId: other, owner: { kind: 'conversation', conversationId: randomUUID() } }),
      ),
    );
    const wrong = { kind: 'token', token: 'guessed' } as const;
    const stranger = { kind: 'conversation', conversationId: randomUUID() } as const;
    const refused = { ok: false, reason: 'hold_not_yours' };
    expect(await inside(() => desk.bookings.confirm({ holdId: hold.id, owner: wrong, patientId }))).toEqual(refused);
    expect(await inside(() => desk.bookings.confirm({ holdId: hold.id, owner: stranger, patientId }))).toEqual(refused);
    expect(await inside(() => desk.bookings.confirm({ holdId: talked.hold.id, owner: stranger, patientId }))).toEqual(
      refused,
    );
    expect(await inside(() => desk.bookings.release(hold.id, wrong))).toEqual(refused);
    expect(await statusOf(slotId)).toBe('held');
  });

  it('refuses a second hold with free times nearby', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const near = await desk.roster.slot(desk.doctorId, 90);
    await inside(() => desk.bookings.hold({ slotId, owner: token }));
    const second = await inside(() => desk.bookings.hold({ slotId, owner: token }));
    expect(second).toMatchObject({ ok: false, reason: 'slot_taken', alternatives: [{ id: near }] });
  });

  it('that has ended cannot be confirmed, and its slot is anybody’s', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const first = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    await desk.roster.lapseHolds();
    const late = { holdId: first.hold.id, owner: { kind: 'token', token: first.holdToken ?? '' } as const, patientId };
    expect(await inside(() => desk.bookings.confirm(late))).toMatchObject({ ok: false, reason: 'hold_expired' });
    const second = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    expect(await inside(() => desk.bookings.confirm(late))).toMatchObject({ ok: false, reason: 'hold_expired' });
    expect(second.hold.id).not.toBe(first.hold.id);
    const rows = await desk.roster.rows<{ id: string; status: string }>(
      'SELECT id, status FROM holds WHERE clinic_id = $1',
    );
    expect(new Map(rows.map((row) => [row.id, row.status]))).toEqual(
      new Map([
        [first.hold.id, 'expired'],
        [second.hold.id, 'active'],
      ]),
    );
  });

  it('of a conversation is one at a time: the same again is the same, another ends it', async () => {
    const owner = { kind: 'conversation', conversationId: randomUUID() } as const;
    const [one, two] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(desk.doctorId, 90)];
    const first = held(await inside(() => desk.bookings.hold({ slotId: one, owner })));
    const again = held(await inside(() => desk.bookings.hold({ slotId: one, owner })));
    expect(again.hold.id).toBe(first.hold.id);
    held(await inside(() => desk.bookings.hold({ slotId: two, owner })));
    expect([await statusOf(one), await statusOf(two)]).toEqual(['free', 'held']);
    await inside(() => desk.bookings.releaseOf(owner.conversationId));
    expect(await statusOf(two)).toBe('free');
  });

  it('can be released twice, and frees the slot once', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    const owner = { kind: 'token', token: holdToken ?? '' } as const;
    expect(await inside(() => desk.bookings.release(hold.id, owner))).toEqual({ ok: true });
    expect(await inside(() => desk.bookings.release(hold.id, owner))).toEqual({ ok: true });
    expect(await statusOf(slotId)).toBe('free');
    expect((await eventTypes()).filter((type) => type === 'HoldReleased')).toHaveLength(1);
    expect(await inside(() => desk.bookings.release(randomUUID(), owner))).toEqual({ ok: false, reason: 'not_found' });
  });

  it('confirmed twice is one appointment', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId, owner: token })));
    const request = { holdId: hold.id, owner: { kind: 'token', token: holdToken ?? '' } as const, patientId };
    const results = await Promise.all([1, 2, 3].map(() => inside(() => desk.bookings.confirm(request))));
    expect(new Set(results.map((result) => booked(result).appointment.id)).size).toBe(1);
    expect((await eventTypes()).filter((type) => type === 'AppointmentBooked')).toHaveLength(1);
    const other = await desk.roster.patient('Olga Marin', '+12125550111', '1980-01-01');
    expect(await inside(() => desk.bookings.confirm({ ...request, patientId: other }))).toMatchObject({
      ok: false,
      reason: 'hold_expired',
    });
  });
});

describe('a booking', () => {
  it('is refused for a past time, a foreign patient, a foreign slot', async () => {
    const patientId = await desk.roster.patient();
    const past = await desk.roster.slot(desk.doctorId, -30);
    const free = await desk.roster.slot(desk.doctorId, 60);
    const reasonOf = async (request: { slotId: string; patientId: string }) => {
      const result = await inside(() => desk.bookings.book(request));
      return result.ok ? 'ok' : result.reason;
    };
    expect(await reasonOf({ slotId: past, patientId })).toBe('past_time');
    expect(await reasonOf({ slotId: free, patientId: randomUUID() })).toBe('patient_not_found');
    expect(await reasonOf({ slotId: randomUUID(), patientId })).toBe('not_found');
    const elsewhere = await Roster.of(desk.world);
    const foreign = await elsewhere.slot(await elsewhere.doctor(), 60);
    expect(await reasonOf({ slotId: foreign, patientId })).toBe('not_found');
    expect(await reasonOf({ slotId: free, patientId: await elsewhere.patient() })).toBe('patient_not_found');
  });

  it('of a time that is gone is refused by one statement, under a new key too, in its own clinic only', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const near = await desk.roster.slot(desk.doctorId, 90);
    const patientId = await desk.roster.patient();
    booked(await inside(() => desk.bookings.book({ slotId, patientId })));
    const under = (key: string) =>
      desk.world
        .get(Idempotency)
        .once(
          { principal: 'staff:one', key, requestHash: 'same' },
          () => desk.bookings.book({ slotId, patientId }),
          kept,
        );
    const kept = (result: BookingResult) => (result.ok ? { status: 201, response: 'booked' } : undefined);
    await inside(() => under('first')); // What is remembered of a clinic is asked for once.
    const sent = await recording(async () => {
      const { value } = await inside(() => under('second'));
      expect(value).toMatchObject({ ok: false, reason: 'slot_taken', alternatives: [{ id: near }] });
    });
    expect(sent).toHaveLength(1);
    const elsewhere = await Roster.of(desk.world);
    expect(await elsewhere.inside(() => desk.bookings.book({ slotId, patientId }))).toMatchObject({
      reason: 'not_found',
    });
  });

  it('remembers the free times beside one that is gone, but none that was taken here meanwhile', async () => {
    const [slotId, near, far] = [
      await desk.roster.slot(desk.doctorId, 60),
      await desk.roster.slot(desk.doctorId, 90),
      await desk.roster.slot(desk.doctorId, 150),
    ];
    booked(await inside(() => desk.bookings.book({ slotId, patientId: desk.patientId })));
    const refused = async () => {
      const result = await inside(() => desk.bookings.hold({ slotId, owner: token }));
      return result.ok ? [] : result.alternatives?.map(({ id }) => id);
    };
    expect(await refused()).toEqual([near, far]);
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId: near, owner: token })));
    expect(await refused()).toEqual([far]);
    await inside(() => desk.bookings.release(hold.id, { kind: 'token', token: holdToken ?? '' }));
    expect(await refused()).toEqual([near, far]);
    await inside(() => desk.world.get(SlotBlocksService).block([near], 'a meeting'));
    expect(await refused()).toEqual([far]);
    // As another instance would take it: known here within a second.
    await desk.roster.rows(
      `UPDATE slots SET status = 'blocked', block_reason = 'a meeting' WHERE clinic_id = $1 AND id = $2`,
      far,
    );
    await eventually(async () => (await refused())?.length === 0, 'a time that is taken is offered no more');
  });

  it('under a key that was answered gets that answer, though its time is gone by now', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const under = (requestHash: string) =>
      inside(() =>
        desk.world.get(Idempotency).once(
          { principal: 'staff:one', key: 'only', requestHash },
          () => desk.bookings.book({ slotId, patientId }),
          (result) => (result.ok ? { status: 201, response: { id: result.appointment.id } } : undefined),
        ),
      );
    const first = await under('same');
    const id = first.value?.ok === true ? first.value.appointment.id : '';
    expect(await under('same')).toEqual({ replayed: { status: 201, response: { id } } });
    await expect(under('other')).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('never puts a patient in two places', async () => {
    const second = await desk.roster.doctor('Omar Haddad');
    const [one, two] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(second, 75)];
    const patientId = await desk.roster.patient();
    booked(await inside(() => desk.bookings.book({ slotId: one, patientId })));
    expect(await inside(() => desk.bookings.book({ slotId: two, patientId }))).toEqual({
      ok: false,
      reason: 'patient_busy',
    });
    expect(await inside(() => desk.bookings.hold({ slotId: two, owner: token, patientId }))).toEqual({
      ok: false,
      reason: 'patient_busy',
    });
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId: two, owner: token })));
    const request = { holdId: hold.id, owner: { kind: 'token', token: holdToken ?? '' } as const, patientId };
    expect(await inside(() => desk.bookings.confirm(request))).toEqual({ ok: false, reason: 'patient_busy' });
    expect(await statusOf(two)).toBe('held');
  });

  it('for somebody new leaves no record when it is refused', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patient = { name: 'Nina Petrova', dateOfBirth: '1990-05-05', phone: '+12125550177' };
    const patientId = await desk.roster.patient();
    booked(await inside(() => desk.bookings.book({ slotId, patientId })));
    expect(await inside(() => desk.bookings.book({ slotId, patient }))).toMatchObject({
      ok: false,
      reason: 'slot_taken',
    });
    expect(
      await desk.roster.rows('SELECT id FROM patients WHERE clinic_id = $1 AND name = $2', patient.name),
    ).toHaveLength(0);
  });
});

describe('cancelling', () => {
  it('frees the time, once, and says so once', async () => {
    const slotId = await desk.roster.slot(desk.doctorId, 60);
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId, patientId })));
    const cancelled = booked(
      await inside(() => desk.bookings.cancel({ appointmentId: appointment.id, reason: 'a cold' })),
    );
    expect(cancelled).toMatchObject({ appointment: { status: 'cancelled' }, repeated: false });
    expect(booked(await inside(() => desk.bookings.cancel({ appointmentId: appointment.id }))).repeated).toBe(true);
    expect(await statusOf(slotId)).toBe('free');
    expect((await eventTypes()).filter((type) => type === 'AppointmentCancelled')).toHaveLength(1);
    expect(await inside(() => desk.bookings.listForPatient(patientId))).toEqual([]);
    booked(await inside(() => desk.bookings.book({ slotId, patientId })));
  });
});
