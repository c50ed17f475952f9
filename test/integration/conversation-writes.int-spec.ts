import { WaitlistOffers, WaitlistService } from '@clinicall/scheduling';
import type { ModelAnswer } from '../support/hostile-model';
import { call, HostileTalk, nothing } from '../support/hostile-talk';

const talk = HostileTalk.inThisSpec({
  appointments: [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
});

const free = [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang', status: 'booked' }];
const made = [{ doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' }, ...free];

async function untilReadBack(): Promise<void> {
  await talk.turn(
    'A cardiologist tomorrow afternoon',
    call('find_slots', { when: 'tomorrow afternoon', specialty: 'cardiologist' }),
  );
  await talk.turn('The second one', call('hold_slot', { option: 2 }));
  const reply = await talk.turn(
    'Peter Lang, February 1, 1970',
    call('identify_patient', { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' }),
  );
  expect(reply).toBe(
    "Thank you, Peter. That's tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler. Shall I book it?",
  );
}

describe('a booking', () => {
  it('is made after a yes to the read-back, once', async () => {
    await untilReadBack();
    const reply = await talk.turn('Yes please', call('confirm_appointment'));
    expect(reply).toBe(
      "You're booked for tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler. Is there anything else I can do for you?",
    );
    expect(await talk.clinic.appointments()).toEqual(made);
    expect((await talk.caller.read()).toolCalls.map((one) => one.name)).toEqual([
      'find_slots',
      'hold_slot',
      'identify_patient',
      'confirm_appointment',
    ]);
  });

  it.each(['hmm, what about Wednesday?', 'no', 'yes but on Thursday', 'who are you?', ''])(
    'is not made after "%s"',
    async (words) => {
      await untilReadBack();
      await talk.turn(words, call('confirm_appointment'));
      expect(await talk.clinic.appointments()).toEqual(free);
    },
  );

  it('is not made by a model that confirms in the turn of the read-back', async () => {
    await talk.turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiology' }));
    await talk.turn('The second one, yes please, I am Peter Lang, February 1, 1970', {
      tool_calls: [
        { name: 'identify_patient', arguments: { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' } },
        { name: 'hold_slot', arguments: { option: 2 } },
        { name: 'confirm_appointment', arguments: {} },
      ],
    });
    expect(await talk.clinic.appointments()).toEqual(free);
  });

  it('is made once by calls in parallel and in every further round', async () => {
    await untilReadBack();
    const twice = {
      tool_calls: [
        { name: 'confirm_appointment', arguments: {} },
        { name: 'confirm_appointment', arguments: {} },
      ],
    };
    const reply = await talk.turn('Yes', twice, call('confirm_appointment'), twice);
    expect(await talk.clinic.appointments()).toEqual(made);
    expect(reply.match(/You're booked/g)).toHaveLength(1);
  });

  it.each(['Yes, for my son', 'Yes please, book it for my mum', 'Sí, para mi hijo', 'sí, es para mi suegra'])(
    'is not made for Peter by "%s", who is read back by name; then by a yes',
    async (words) => {
      await untilReadBack();
      expect(await talk.turn(words, call('confirm_appointment'))).toMatch(/ for Peter Lang\?|para Peter Lang\?/);
      expect(await talk.clinic.appointments()).toEqual(free);
      await talk.turn('Yes', call('confirm_appointment'));
      expect(await talk.clinic.appointments()).toEqual(made);
    },
  );

  it.each([
    ['My father has a bad heart', 'Yes, for my dad'],
    ['It is for my nephew', 'Yes, for my nephew'],
    ['Es para mi papá', 'Sí, para mi papá'],
  ])('is made by a yes that names whom it is for: %s, %s', async (before, words) => {
    await talk.turn(before);
    await untilReadBack();
    await talk.turn(words, call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual(made);
  });

  it('goes on when the caller asks again for the time that is kept for them', async () => {
    await untilReadBack();
    const again = call('find_slots', { when: 'tomorrow at three', specialty: 'cardiologist' });
    expect(await talk.turn('Do you have tomorrow at three?', again)).toMatch(/3:00 PM/);
    const stranger = await talk.clinic.caller('+12125550142');
    talk.model.plays(again, nothing);
    expect(await stranger.say('Do you have a cardiologist tomorrow at three?')).toMatch(/2:30 PM/);
    expect(await talk.turn('Yes, that one', call('hold_slot', { option: 1 }))).toMatch(/3:00 PM.*Shall I book it\?/);
    await talk.turn('Yes', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual(made);
  });

  it('offers what they keep among the times near one that is gone', async () => {
    await untilReadBack();
    const stranger = await talk.clinic.caller('+12125550142');
    talk.model.plays(call('find_slots', { specialty: 'cardiologist' }), call('hold_slot', { option: 1 }), nothing);
    await stranger.say('A cardiologist, the first you have');
    const reply = await talk.turn('The first one then', call('hold_slot', { option: 1 }));
    expect(reply).toMatch(/taken.*3:00 PM.*Wednesday/);
  });

  it('needs a new yes when the option changed', async () => {
    await untilReadBack();
    const reply = await talk.turn('Yes', {
      tool_calls: [
        { name: 'hold_slot', arguments: { option: 1 } },
        { name: 'confirm_appointment', arguments: {} },
      ],
    });
    expect(reply).toContain('2:30 PM');
    expect(await talk.clinic.appointments()).toEqual(free);
    await talk.turn('Yes', call('confirm_appointment'));
    expect((await talk.clinic.appointments())[0]).toMatchObject({ startsAt: '2027-05-04T14:30' });
  });

  it('needs a new yes when the read-back was cut short', async () => {
    await untilReadBack();
    talk.model.plays(call('confirm_appointment'), nothing);
    const reply = await talk.caller.say('Yes', { heard: 'Thank you, Peter. That is' });
    expect(reply).toContain('Shall I book it?');
    expect(await talk.clinic.appointments()).toEqual(free);
    expect((await talk.caller.read()).turns.find((one) => one.heard !== null)).toMatchObject({
      heard: 'Thank you, Peter. That is',
      interrupted: true,
    });
  });

  it('puts the read-back again after a question in between, so that the next yes counts', async () => {
    await untilReadBack();
    const reply = await talk.turn(
      'Are you open on Fridays?',
      call('clinic_information', { question: 'open on Fridays' }),
    );
    expect(reply).toBe(
      "Our hours are Monday to Friday, 8:00 AM to 6:00 PM. That's tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler. Shall I book it?",
    );
    await talk.turn('Yes', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toEqual(made);
  });

  it('reads nothing back again once a person has been called', async () => {
    await untilReadBack();
    await talk.turn('Get me a person', call('transfer_to_person', { reason: 'asked' }));
    expect(await talk.turn('The first one then', call('hold_slot', { option: 1 }))).toContain('Shall I book it?');
    const reply = await talk.turn(
      'Are you open on Fridays?',
      call('clinic_information', { question: 'open on Fridays' }),
    );
    expect(reply).toContain('Monday to Friday');
    expect(reply).not.toContain('Shall I book it?');
  });

  it('for somebody new registers and books after one read-back of person and time', async () => {
    talk.caller = await talk.clinic.caller('+12125550177');
    await talk.turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    await talk.turn('The first', call('hold_slot', { option: 1 }));
    const reply = await talk.turn(
      'Ann Wu, May 5, 1990, I am new',
      call('register_patient', { name: 'Ann Wu', dateOfBirth: 'May 5, 1990' }),
    );
    expect(reply).toBe(
      'I have Ann Wu, born May 5, 1990, for tomorrow, Tuesday, May 4 at 2:30 PM with Dr. Ruth Adler. Is that right, and shall I book it?',
    );
    await talk.turn('Yes', call('confirm_appointment'));
    expect((await talk.clinic.appointments())[0]).toMatchObject({ patient: 'Ann Wu', startsAt: '2027-05-04T14:30' });
  });

  it('offers what is near when another took the time', async () => {
    await talk.turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    const rival = await talk.clinic.caller('+12125550142');
    const before = talk.caller;
    talk.caller = rival;
    await talk.turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    await talk.turn('The first', call('hold_slot', { option: 1 }));
    talk.caller = before;
    const reply = await talk.turn('The first', call('hold_slot', { option: 1 }));
    expect(reply).toMatch(/^I'm sorry, that time has just been taken\. .*3:00 PM/);
  });
});

describe('a model that makes things up', () => {
  it('cannot hold what was never offered', async () => {
    const reply = await talk.turn('Book me in', call('hold_slot', { option: 1 }));
    expect(reply).toContain('Which doctor or specialty');
    expect(await talk.clinic.heldSlots()).toBe(0);
  });

  it.each<[string, ModelAnswer]>([
    ['an unknown tool', call('delete_everything')],
    ['wrong JSON', { tool_call_raw: { name: 'hold_slot', arguments: '{"option": ' } }],
    ['an argument of its own', call('list_my_appointments', { patientId: 'b2c1e1a4-0000-4000-8000-000000000000' })],
    ['a wrong type', call('hold_slot', { option: 'the first' })],
  ])('is told about %s and nothing happens', async (_name, answer) => {
    const reply = await talk.turn('Hello', answer, { say: 'How can I help you?' });
    expect(reply).toBe('How can I help you?');
    const [logged] = (await talk.caller.read()).toolCalls;
    expect(logged?.result).toMatchObject({ ok: false });
    expect(talk.model.requests).toHaveLength(2);
  });

  it('that never comes to an end is ended, and the caller hears a sentence', async () => {
    let count = 0;
    talk.model.plays();
    talk.model.otherwise = () => call('list_doctors', { name: `Adler${' '.repeat(count++ % 2)}` });
    const reply = await talk.caller.say('Hello');
    expect(reply).not.toBe('');
    expect(talk.model.requests.length).toBeLessThanOrEqual(9);
  });
});

describe('a freed time', () => {
  it('that the waitlist keeps for the caller is their first option, and nobody else’s', async () => {
    const [slot] = await talk.clinic.rows<{ id: string }>(
      `SELECT id FROM slots WHERE clinic_id = $1 AND starts_at = '2027-05-06T16:00:00-04:00'`,
    );
    const [peter] = await talk.clinic.rows<{ id: string }>(
      `SELECT id FROM patients WHERE clinic_id = $1 AND name = 'Peter Lang'`,
    );
    const wish = { patientId: peter!.id, specialty: 'Dermatology', source: 'staff' } as const;
    await talk.clinic.inside(() => talk.world.get(WaitlistService).join(wish));
    expect(await talk.clinic.inside(() => talk.world.get(WaitlistOffers).offer(slot!.id))).toBeDefined();
    const search = call('find_slots', { specialty: 'skin doctor' });
    const stranger = await talk.clinic.caller('+12125550142');
    talk.model.plays(search, nothing);
    expect(await stranger.say('A skin doctor please')).not.toContain('May 6');
    const known = call('identify_patient', { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' });
    expect(await talk.turn('Peter Lang, February 1, 1970, you texted me about a time', known, search)).toContain(
      'May 6',
    );
    await talk.turn('The first one', call('hold_slot', { option: 1 }));
    // They have a visit with that doctor already.
    await talk.turn('I want both', call('confirm_appointment'));
    await talk.turn('Yes please', call('confirm_appointment'));
    expect(await talk.clinic.appointments()).toContainEqual({ ...free[0], startsAt: '2027-05-06T16:00' });
  });
});

describe('a change', () => {
  const identify = call('identify_patient', { name: 'Peter Lang', dateOfBirth: 'February 1, 1970' });
  const known = 'This is Peter Lang, February 1, 1970, I want to change my appointment';

  it('cancels after a yes, and frees the time', async () => {
    const reply = await talk.turn(
      known,
      identify,
      call('list_my_appointments'),
      call('cancel_appointment', { appointment: 1 }),
    );
    expect(reply).toContain('Shall I cancel it?');
    expect(await talk.clinic.appointments()).toEqual(free);
    await talk.turn('Yes, cancel it', call('cancel_appointment', { appointment: 1 }));
    expect(await talk.clinic.appointments()).toEqual([{ ...free[0], status: 'cancelled' }]);
  });

  it('moves after a yes; until then the old time stands', async () => {
    await talk.turn(
      known,
      identify,
      call('list_my_appointments'),
      call('find_slots', { when: 'Thursday', doctor: 'Chen' }),
    );
    const reply = await talk.turn('The first one', call('reschedule_appointment', { appointment: 1, option: 1 }));
    expect(reply).toBe(
      "I'd move your appointment from Monday, May 10 at 9:00 AM to Thursday, May 6 at 4:00 PM with Dr. Wei Chen. Shall I do that?",
    );
    expect(await talk.clinic.appointments()).toEqual(free);
    await talk.turn('Yes', call('reschedule_appointment', { appointment: 1, option: 1 }));
    expect(await talk.clinic.appointments()).toEqual([{ ...free[0], startsAt: '2027-05-06T16:00' }]);
  });

  it('reaches nobody’s appointment but the caller’s own', async () => {
    const other = await talk.turn('Cancel appointment one', call('cancel_appointment', { appointment: 1 }));
    expect(other).toContain('full name');
    talk.caller = await talk.clinic.caller('+12125550142');
    await talk.turn(
      'I am Maria Lopez, July 9, 1985',
      call('identify_patient', { name: 'Maria Lopez', dateOfBirth: 'July 9, 1985' }),
    );
    expect(await talk.turn('Cancel it', call('cancel_appointment', { appointment: 1 }))).toContain(
      'no upcoming appointments',
    );
    expect(await talk.clinic.appointments()).toEqual(free);
  });
});
