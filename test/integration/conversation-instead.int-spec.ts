import { call, HostileTalk } from '../support/hostile-talk';

const talk = HostileTalk.inThisSpec({
  appointments: [{ doctor: 'Ruth Adler', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
});

const old = { doctor: 'Ruth Adler', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' };
const fresh = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang' };
const booked = (...visits: readonly (typeof old)[]) => visits.map((one) => ({ ...one, status: 'booked' }));

/** Somebody with a visit to come names a new day with the same doctor, and says nothing of the old one. */
async function untilTold(): Promise<void> {
  const search = { when: 'tomorrow afternoon', specialty: 'cardiologist' };
  await talk.turn('A cardiologist tomorrow afternoon', call('find_slots', search));
  await talk.turn('The second one', call('hold_slot', { option: 2 }));
  const who = { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' };
  expect(await talk.turn('Peter Lang, February 1, 1970', call('identify_patient', who))).toBe(
    'Thank you, Peter. You already have Monday, May 10 at 9:00 AM with Dr. Ruth Adler, and it stays unless you want it moved. Shall I book tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler as well?',
  );
}

describe('a new time beside a visit with the same doctor', () => {
  it('is booked by a bare yes, and the old one stays', async () => {
    await untilTold();
    await talk.turn('Yes', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual(booked(fresh, old));
  });

  it('takes its place where that is said, after a yes to just that', async () => {
    await untilTold();
    const reply = await talk.turn('Move it please', call('reschedule_appointment', { appointment: 1, option: 2 }));
    expect(reply).toContain("I'd move your appointment from Monday, May 10 at 9:00 AM to tomorrow");
    expect(await talk.clinic.appointments()).toEqual(booked(old));
    await talk.turn('Yes please', call('reschedule_appointment', { appointment: 1, option: 2 }));
    expect(await talk.clinic.appointments()).toEqual(booked(fresh));
  });

  it.each([
    'I am away that day, is there a cardiologist tomorrow afternoon instead?',
    "I can't make Monday. Is there a cardiologist tomorrow afternoon?",
  ])('is put as the move that it was wanted for, before it was known who calls: %s', async (words) => {
    const search = { when: 'tomorrow afternoon', specialty: 'cardiologist' };
    await talk.turn(words, call('find_slots', search));
    await talk.turn('The second one', call('hold_slot', { option: 2 }));
    const who = { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' };
    expect(await talk.turn('Peter Lang, February 1, 1970', call('identify_patient', who))).toContain(
      "I'd move your appointment from Monday, May 10 at 9:00 AM to tomorrow",
    );
    expect(await talk.clinic.appointments()).toEqual(booked(old));
    await talk.turn('Yes please', call('reschedule_appointment', { appointment: 1, option: 2 }));
    expect(await talk.clinic.appointments()).toEqual(booked(fresh));
  });

  it('takes nothing’s place by a yes to its booking', async () => {
    await untilTold();
    await talk.turn('Yes please', call('reschedule_appointment', { appointment: 1, option: 2 }));
    expect(await talk.clinic.appointments()).toEqual(booked(old));
  });

  it('is no move for another day that does not suit', async () => {
    const search = { when: 'tomorrow afternoon', specialty: 'cardiologist' };
    await talk.turn("I can't make Friday. A cardiologist tomorrow afternoon?", call('find_slots', search));
    await talk.turn('The second one', call('hold_slot', { option: 2 }));
    const who = { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' };
    expect(await talk.turn('Peter Lang, February 1, 1970', call('identify_patient', who))).toContain('as well?');
  });

  it('is booked by nothing less than a yes', async () => {
    await untilTold();
    await talk.turn('Hmm, I am not sure', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual(booked(old));
  });

  it('is told of once: another time is read back alone', async () => {
    await untilTold();
    const reply = await talk.turn('The first one then', call('hold_slot', { option: 1 }));
    expect(reply).not.toContain('You already have');
    expect(reply).toContain('Shall I book it?');
  });
});
