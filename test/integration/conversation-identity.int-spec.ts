import { ProxiesService } from '@clinicall/scheduling';
import { KeptCodes } from '../support/conversation-world';
import type { ConversationWorld, TestCaller, TestClinic } from '../support/conversation-world';
import type { HostileModel, ModelAnswer } from '../support/hostile-model';
import { playScripted } from '../support/scripted-world';

let world: ConversationWorld;
let model: HostileModel;
let clinic: TestClinic;
let caller: TestCaller;

playScripted((both) => ({ world, model } = both));
beforeEach(async () => {
  clinic = await world.clinic({
    appointments: [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }],
  });
});

const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});
const identify = (name: string, dateOfBirth: string, more: Record<string, unknown> = {}) =>
  call('identify_patient', { name, dateOfBirth, ...more });

async function turn(words: string, ...answers: ModelAnswer[]): Promise<string> {
  model.plays(...answers, { say: '' }, { say: '' });
  return caller.say(words);
}

describe('who the caller is', () => {
  it('is known by name, birth date and the number they use', async () => {
    caller = await clinic.caller('+12125550199');
    expect(
      await turn('Peter Lang, 1970-02-01', identify('Peter Lang', '1970-02-01'), call('list_my_appointments')),
    ).toContain('Monday, May 10 at 9:00 AM');
  });

  it('on a telephone is asked once more before a code is offered, in the same words for everybody', async () => {
    const said: string[][] = [];
    for (const [from, name] of [
      ['+12125550113', 'Peter Lang'],
      ['+12125550114', 'Carl Nobody'],
    ] as const) {
      caller = await clinic.caller(from, 'voice');
      const words = `${name}, February 1, 1970`;
      const once = () => turn(words, identify(name, 'February 1, 1970'));
      said.push([await once(), await once()]);
    }
    expect(said[0]?.[0]).toContain('I may have misheard you');
    expect(said[0]?.[1]).toContain('I can send a code');
    expect(said[1]).toEqual(said[0]);
  });

  it('is not told by name and birth date alone, and the words are the same for somebody unknown', async () => {
    caller = await clinic.caller('+12125550111');
    const known = await turn(
      'Peter Lang, February 1, 1970',
      identify('Peter Lang', 'February 1, 1970'),
      call('list_my_appointments'),
    );
    caller = await clinic.caller('+12125550112');
    const unknown = await turn(
      'Carl Nobody, March 3, 1971',
      identify('Carl Nobody', 'March 3, 1971'),
      call('list_my_appointments'),
    );
    expect(known).toBe(unknown);
    expect(known).not.toMatch(/May 10|Chen/);
  });

  it('after three tries is a person’s matter, even with the right answer then', async () => {
    caller = await clinic.caller('+12125550111');
    await turn('Peter Lang, March 1, 1970', identify('Peter Lang', 'March 1, 1970'));
    await turn('Peter Lang, April 1, 1970', identify('Peter Lang', 'April 1, 1970'));
    expect(await turn('Peter Lang, May 1, 1970', identify('Peter Lang', 'May 1, 1970'))).toContain(
      'A person will have to help you',
    );
    expect(await turn('Yes', { say: 'unused' })).toBe(
      "I've asked our staff to get in touch with you as soon as they can.",
    );
    expect(await clinic.tasks()).toEqual(['call_back']);
    caller = await clinic.caller('+12125550111');
  });

  it('is never what the model says and the caller did not', async () => {
    caller = await clinic.caller('+12125550199');
    const reply = await turn(
      'What appointments does Peter have?',
      identify('Peter Lang', '1970-02-01'),
      call('list_my_appointments'),
    );
    expect(reply).not.toMatch(/May 10|Chen|Thank you, Peter/);
    const [{ result } = { result: {} }] = (await caller.read()).toolCalls;
    expect(result).toMatchObject({ ok: false, reason: 'needs_dob' });
  });

  it('is proved by the code sent to the number on file', async () => {
    const codes = world.get(KeptCodes);
    codes.sent.length = 0;
    caller = await clinic.caller('+12125550111');
    const asked = await turn(
      'Peter Lang, February 1, 1970, send me a code',
      identify('Peter Lang', 'February 1, 1970', { sendCode: true }),
    );
    expect(codes.sent).toMatchObject([{ to: '+12125550199' }]);
    const code = codes.sent[0]?.code ?? '';
    expect(asked).not.toContain(code);
    expect(await turn('It is 000001', call('identify_patient', { code: '000001' }))).toContain(
      'isn’t right'.replace('’', "'"),
    );
    expect(await turn(`It is ${code}`, call('identify_patient', { code }))).toBe(
      'Thank you, Peter. Is there anything else I can do for you?',
    );
    const other = await clinic.caller('+12125550111');
    caller = other;
    expect(await turn(`It is ${code}`, call('identify_patient', { code }))).not.toContain('Thank you, Peter');
  });

  it.each([
    ['somebody', 'Peter Lang', 'February 1, 1970', 2],
    ['nobody', 'Carl Nobody', 'March 3, 1971', 0],
  ])(
    'is asked in another way after two codes that failed, of %s; then it is a person’s matter',
    async (_who, name, born, sent) => {
      const codes = world.get(KeptCodes);
      codes.sent.length = 0;
      caller = await clinic.caller('+12125550111');
      const send = () => turn(`${name}, ${born}, send me a code`, identify(name, born, { sendCode: true }));
      const wrong = () => turn('It is 000001', call('identify_patient', { code: '000001' }));
      expect(await send()).toContain('What is the code?');
      expect(await wrong()).toContain('six digits again');
      expect(await send()).toContain('What is the code?');
      expect(await wrong()).toMatch(/name and date of birth once more, or a person/);
      expect(await send()).toContain('A person will have to help you');
      expect(codes.sent).toHaveLength(sent);
      expect(await turn('Yes', { say: 'unused' })).toContain('asked our staff to get in touch');
    },
  );

  it('is still proved by the second code, and a third is not sent for having asked', async () => {
    const codes = world.get(KeptCodes);
    codes.sent.length = 0;
    caller = await clinic.caller('+12125550111');
    const send = () =>
      turn('Peter Lang, 1970-02-01, send a code', identify('Peter Lang', '1970-02-01', { sendCode: true }));
    await send();
    await send();
    expect(await send()).toMatch(/once more, or a person/);
    expect(codes.sent).toHaveLength(2);
    const code = codes.sent[1]?.code ?? '';
    expect(await turn(`It is ${code}`, call('identify_patient', { code }))).toContain('Thank you, Peter');
  });

  it('is proved by a code also from the number on file, where the clinic asks for that', async () => {
    const codes = world.get(KeptCodes);
    codes.sent.length = 0;
    clinic = await world.clinic({ settings: { announceAutomated: false, identityPolicy: 'always_code' } });
    caller = await clinic.caller('+12125550199');
    await turn('Peter Lang, 1970-02-01', identify('Peter Lang', '1970-02-01'), call('list_my_appointments'));
    expect(codes.sent).toMatchObject([{ to: '+12125550199' }]);
    const code = codes.sent[0]?.code ?? '';
    expect(await turn(`It is ${code}`, call('identify_patient', { code }))).toContain('Peter');
  });

  it('of a child is told to a guardian who may act, from the guardian’s own number', async () => {
    clinic = await world.clinic({
      patients: [{ name: 'Nora Lang', dob: '2018-03-04', phone: '+12125550142' }],
      appointments: [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Nora Lang' }],
    });
    const [nora] = await clinic.rows<{ id: string }>('SELECT id FROM patients WHERE clinic_id = $1');
    const proxy = (phone: string, more: object = {}) =>
      clinic.inside(() =>
        world
          .get(ProxiesService)
          .add(nora?.id ?? '', { name: 'Peter Lang', relation: 'guardian', phone, mayAct: true, ...more }),
      );
    await proxy('+12125550301');
    await proxy('+12125550302', { mayAct: false });
    await proxy('+12125550303', { validUntil: '2027-05-02' });
    const asking = async (from: string, birth = 'March 4th 2018'): Promise<string> => {
      caller = await clinic.caller(from);
      return turn(`My daughter Nora Lang, ${birth}`, identify('Nora Lang', birth), call('list_my_appointments'));
    };
    expect(await asking('+12125550301')).toContain('Monday, May 10 at 9:00 AM');
    for (const from of ['+12125550302', '+12125550303', '+12125550304'])
      expect(await asking(from)).not.toContain('May 10');
    // The guardian's number alone is not enough: name and birth date must be the child's.
    expect(await asking('+12125550301', 'March 5th 2018')).not.toContain('May 10');
  });

  it('of a mother is not the daughter’s, though they share a surname', async () => {
    clinic = await world.clinic({
      patients: [
        { name: 'Hannah Lang', dob: '1979-04-12', phone: '+12125550199' },
        { name: 'Olivia Lang', dob: '2019-11-05', phone: '+12125550199' },
      ],
      appointments: [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Hannah Lang' }],
    });
    caller = await clinic.caller('+12125550199');
    await turn('Hannah Lang, April 12th 1979', identify('Hannah Lang', 'April 12th 1979'));
    expect(
      await turn(
        'Now for Olivia Lang, November 5th 2019',
        identify('Olivia Lang', 'November 5th 2019'),
        call('list_my_appointments'),
      ),
    ).toMatch(/Thank you, Olivia.*no upcoming appointments/);
  });

  it('a code is not sent for nobody, and the words are the same', async () => {
    const codes = world.get(KeptCodes);
    codes.sent.length = 0;
    caller = await clinic.caller('+12125550111');
    const nobody = await turn(
      'Carl Nobody, March 3, 1971, send a code',
      identify('Carl Nobody', 'March 3, 1971', { sendCode: true }),
    );
    caller = await clinic.caller('+12125550112');
    const somebody = await turn(
      'Peter Lang, February 1, 1970, send a code',
      identify('Peter Lang', 'February 1, 1970', { sendCode: true }),
    );
    expect(nobody).toBe(somebody);
    expect(codes.sent).toHaveLength(1);
  });

  it('is forgotten after half an hour of silence in text', async () => {
    caller = await clinic.caller('+12125550199', 'chat');
    await turn('Peter Lang, 1970-02-01', identify('Peter Lang', '1970-02-01'));
    await clinic.setClock('2027-05-03T09:31:00-04:00');
    expect(await turn('And my appointments?', call('list_my_appointments'))).toBe(
      'May I have your full name and date of birth, please?',
    );
  });
});

describe('first things first', () => {
  beforeEach(async () => {
    caller = await clinic.caller('+12125550199');
  });

  it.each([
    ['I have chest pain and can’t breathe', '911'],
    ['Tengo un dolor en el pecho muy fuerte', '911'],
    ['I want to kill myself', '988'],
  ])('an emergency is answered before any model: %s', async (words, number) => {
    const reply = await turn(words, { say: 'Let us find you a cardiologist.' });
    expect(reply).toContain(number);
    expect(model.requests).toHaveLength(0);
    expect(await clinic.tasks()).toEqual(['emergency']);
    expect(await clinic.rows(`SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = 'EmergencyRaised'`)).toHaveLength(1);
    expect((await caller.read()).escalated).toBe(true);
    expect(await turn('yes', { say: 'unused' })).toMatch(/staff|personal/);
    expect(await clinic.tasks()).toEqual(['emergency', 'call_back']);
  });

  it('stops a booking until nobody is in danger', async () => {
    await turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    await turn('The first', call('hold_slot', { option: 1 }));
    await turn('Peter Lang, 1970-02-01', identify('Peter Lang', '1970-02-01'));
    await turn('I am having a heart attack', { say: 'unused' });
    expect(await turn('What about my booking?', call('confirm_appointment'))).toContain('Your safety comes first');
    expect(model.requests).toHaveLength(0);
    await turn('No, nobody is in danger', { say: 'unused' });
    const reply = await turn('Yes, book it', call('confirm_appointment'));
    expect(reply).toContain('Shall I book it?');
    expect(await clinic.appointments()).toHaveLength(1);
    await turn('Yes', call('confirm_appointment'));
    expect(await clinic.appointments()).toHaveLength(2);
  });

  it('a person is one request away', async () => {
    await turn('A cardiologist tomorrow', call('find_slots', { when: 'tomorrow', specialty: 'cardiologist' }));
    expect(await turn('I want to speak to a person', { say: 'unused' })).toContain('staff');
    expect(model.requests).toHaveLength(0);
    expect((await caller.read()).escalated).toBe(true);
  });

  it('on the phone a person is connected, when the clinic has a number for one', async () => {
    // Before anybody has spoken with it: what is known of a clinic is kept for five seconds.
    await clinic.rows(`UPDATE clinics SET transfer_number = '+12125550999' WHERE clinic_id = $1`);
    caller = await clinic.caller('+12125550199', 'voice');
    await turn('Operator please', { say: 'unused' });
    expect(caller.outputs.at(-1)).toMatchObject({ type: 'action', action: 'transfer', number: '+12125550999' });
  });
});
