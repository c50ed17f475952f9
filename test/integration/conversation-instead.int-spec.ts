import { call, HostileTalk } from '../support/hostile-talk';

const talk = HostileTalk.inThisSpec({
  appointments: [{ doctor: 'Ruth Adler', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
});

const old = { doctor: 'Ruth Adler', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' };
const fresh = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang' };

/** Somebody with a visit to come names a new day with the same doctor, and says nothing of the old one. */
async function untilAsked(): Promise<void> {
  const search = { when: 'tomorrow afternoon', specialty: 'cardiologist' };
  await talk.turn('A cardiologist tomorrow afternoon', call('find_slots', search));
  await talk.turn('The second one', call('hold_slot', { option: 2 }));
  const who = { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' };
  expect(await talk.turn('Peter Lang, February 1, 1970', call('identify_patient', who))).toBe(
    'Thank you, Peter. You already have Monday, May 10 at 9:00 AM with Dr. Ruth Adler. Shall I move it to tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler, or do you want to keep both?',
  );
}

describe('a new time beside a visit with the same doctor', () => {
  it('takes its place after a yes', async () => {
    await untilAsked();
    await talk.turn('Yes please', call('reschedule_appointment', { appointment: 1, option: 2 }));
    expect(await talk.clinic.appointments()).toEqual([{ ...fresh, status: 'booked' }]);
  });

  it('is booked as well where both are wanted, after a yes to that alone', async () => {
    await untilAsked();
    const reply = await talk.turn('No, I want both', call('confirm_appointment'));
    expect(reply).toBe("That's tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler. Shall I book it?");
    await talk.turn('Yes', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual([fresh, old].map((one) => ({ ...one, status: 'booked' })));
  });

  it('is not booked by a yes to the question whether it takes its place', async () => {
    await untilAsked();
    await talk.turn('Yes please', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual([{ ...old, status: 'booked' }]);
  });
});
