import { BookingDesk, booked, held } from '../support/booking-desk';

const desk = BookingDesk.open();
const token = { kind: 'token' } as const;
const { inside, statusOf, eventTypes } = desk;

describe('rescheduling', () => {
  it('moves the one row and frees the old time', async () => {
    const [from, to] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(desk.doctorId, 120)];
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId: from, patientId })));
    const moved = await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: to }));
    expect(moved).toMatchObject({
      ok: true,
      repeated: false,
      previousStartsAt: appointment.startsAt,
      appointment: { id: appointment.id, slotId: to, status: 'booked' },
    });
    expect([await statusOf(from), await statusOf(to)]).toEqual(['free', 'booked']);
    expect(await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: to }))).toMatchObject({
      ok: true,
      repeated: true,
    });
    expect((await eventTypes()).filter((type) => type === 'AppointmentRescheduled')).toHaveLength(1);
  });

  it('leaves the old time standing when the new one is gone', async () => {
    const [from, to] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(desk.doctorId, 120)];
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId: from, patientId })));
    await inside(() => desk.bookings.hold({ slotId: to, owner: token }));
    const moved = await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: to }));
    expect(moved).toMatchObject({ ok: false, reason: 'slot_taken' });
    expect([await statusOf(from), await statusOf(to)]).toEqual(['booked', 'held']);
  });

  it('goes onto the slot a hold keeps, for its owner alone', async () => {
    const [from, to] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(desk.doctorId, 120)];
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId: from, patientId })));
    const { hold, holdToken } = held(await inside(() => desk.bookings.hold({ slotId: to, owner: token })));
    const move = (shown: string) =>
      inside(() =>
        desk.bookings.reschedule({
          appointmentId: appointment.id,
          holdId: hold.id,
          owner: { kind: 'token', token: shown },
        }),
      );
    expect(await move('guessed')).toEqual({ ok: false, reason: 'hold_not_yours' });
    expect(await move(holdToken ?? '')).toMatchObject({ ok: true, appointment: { slotId: to } });
    expect(await desk.roster.rows('SELECT status FROM holds WHERE clinic_id = $1')).toEqual([{ status: 'confirmed' }]);
  });

  it('onto an overlapping time is judged against everything but itself', async () => {
    const second = await desk.roster.doctor('Omar Haddad');
    const [from, to] = [await desk.roster.slot(desk.doctorId, 60), await desk.roster.slot(second, 75)];
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId: from, patientId })));
    expect(await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: to }))).toMatchObject({
      ok: true,
    });
    const olga = await desk.roster.patient('Olga Marin', '+12125550111', '1980-01-01');
    booked(await inside(() => desk.bookings.book({ slotId: from, patientId: olga })));
  });

  it('is refused when the patient has another visit then', async () => {
    const second = await desk.roster.doctor('Omar Haddad');
    const [from, busy, to] = [
      await desk.roster.slot(desk.doctorId, 60),
      await desk.roster.slot(desk.doctorId, 120),
      await desk.roster.slot(second, 130),
    ];
    const patientId = await desk.roster.patient();
    const { appointment } = booked(await inside(() => desk.bookings.book({ slotId: from, patientId })));
    booked(await inside(() => desk.bookings.book({ slotId: busy, patientId })));
    expect(await inside(() => desk.bookings.reschedule({ appointmentId: appointment.id, slotId: to }))).toEqual({
      ok: false,
      reason: 'patient_busy',
    });
    expect([await statusOf(from), await statusOf(to)]).toEqual(['booked', 'free']);
  });
});
