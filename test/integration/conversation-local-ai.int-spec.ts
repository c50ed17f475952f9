import { ConversationWorld } from '../support/conversation-world';
import type { TestClinic } from '../support/conversation-world';
import { startLocalAi } from '../support/local-ai-process';
import type { LocalAiProcess } from '../support/local-ai-process';

let world: ConversationWorld;
let localAi: LocalAiProcess;

beforeAll(async () => {
  localAi = await startLocalAi();
  world = await ConversationWorld.start({ LOCAL_AI: 'on', LOCAL_AI_PORT: String(localAi.port) });
}, 180_000);
afterAll(async () => {
  await world.stop();
  localAi.stop();
});

/** Lines of the caller, each with what the answer must hold. */
type Talk = readonly (readonly [string, string | RegExp])[];

async function talk(clinic: TestClinic, lines: Talk, from = '+12125550199'): Promise<void> {
  const caller = await clinic.caller(from);
  for (const [words, expected] of lines) {
    const reply = await caller.say(words);
    if (process.env['SHOW']) console.log(`> ${words}\n< ${reply}`);
    expect(reply).toMatch(expected);
  }
}

const cardiology = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' };
const skin = { doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang', status: 'booked' };
const appointments = [{ doctor: 'Wei Chen', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' }];

describe('a patient who writes, with the model that runs without a network', () => {
  it('books a cardiologist tomorrow afternoon', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['Do you have a cardiologist tomorrow afternoon?', '2:30 PM or 3:00 PM'],
      ['The second one please', 'full name and date of birth'],
      ['Peter Lang, February first nineteen seventy', 'Shall I book it?'],
      ['Yes please', "You're booked for tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler"],
      ['No, thank you, bye', 'Goodbye'],
    ]);
    expect(await clinic.appointments()).toEqual([cardiology]);
  });

  it('reserva en español', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['Hola, ¿tienen un cardiólogo mañana por la tarde?', /2:30 p\.\s?m\. o 3:00 p\.\s?m\./],
      ['La segunda, por favor', 'nombre completo'],
      ['Peter Lang, primero de febrero de 1970', '¿Se la reservo?'],
      ['Sí, por favor', /queda reservada/],
    ]);
    expect(await clinic.appointments()).toEqual([cardiology]);
  });

  it('offers what is left of the times that were offered when one that was read back is declined, and then another day', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['Peter Lang, February 1, 1970. A cardiologist tomorrow afternoon', '2:30 PM or 3:00 PM'],
      ['The first one', /2:30 PM .*Shall I book it\?/],
      [
        'No, not that one.',
        /^I have tomorrow, Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler\. Would you like that one\?$/,
      ],
      ['That one', /3:00 PM .*Shall I book it\?/],
      ['No, not that one.', 'What other day or time would suit you?'],
    ]);
    expect(await clinic.appointments()).toEqual([]);
  });

  it('ofrece lo que queda cuando se rechaza una hora', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['Peter Lang, 1 de febrero de 1970. Un cardiólogo mañana por la tarde', /2:30 p\.\s?m\. o 3:00 p\.\s?m\./],
      ['La segunda', /3:00 p\.\s?m\..*¿Se la reservo\?/],
      ['No, esa no', /2:30 p\.\s?m\..*¿Le viene bien\?/],
    ]);
  });

  it('says what was offered once more where another day has nothing', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['Do you have a cardiologist tomorrow afternoon?', '2:30 PM or 3:00 PM'],
      [
        'So nothing today.',
        /^Nothing is free then, but these times still are\. .*2:30 PM or 3:00 PM\. Which would you like\?$/,
      ],
      ['The second one then', 'full name and date of birth'],
    ]);
  });

  it('cancels', async () => {
    const clinic = await world.clinic({ appointments });
    await talk(clinic, [
      ['I need to cancel my appointment', 'full name and date of birth'],
      ['Peter Lang, February 1, 1970', 'Shall I cancel it?'],
      ['Yes', 'is cancelled'],
    ]);
    expect(await clinic.appointments()).toEqual([{ ...skin, status: 'cancelled' }]);
  });

  it('moves', async () => {
    const clinic = await world.clinic({ appointments });
    await talk(clinic, [
      ['I want to move my appointment to Thursday. I am Peter Lang, born February 1, 1970', 'May 6 at 4:00 PM'],
      ['Yes, that one', 'Shall I do that?'],
      ['Yes please', 'Your appointment is now Thursday, May 6 at 4:00 PM'],
    ]);
    expect(await clinic.appointments()).toEqual([{ ...skin, startsAt: '2027-05-06T16:00' }]);
  });

  it('comes for the first time', async () => {
    const clinic = await world.clinic();
    await talk(
      clinic,
      [
        ['Hi, I am a new patient and need a dermatologist on Thursday', '4:00 PM'],
        ['Yes', 'full name and date of birth'],
        ['Ann Wu, May 5 1990', 'I have Ann Wu, born May 5, 1990'],
        ['Yes, correct', "You're booked"],
      ],
      '+12125550177',
    );
    expect(await clinic.appointments()).toEqual([
      { doctor: 'Wei Chen', startsAt: '2027-05-06T16:00', patient: 'Ann Wu', status: 'booked' },
    ]);
  });

  it('changes their mind at the read-back', async () => {
    const clinic = await world.clinic();
    await talk(clinic, [
      ['A cardiologist tomorrow afternoon please', '2:30 PM or 3:00 PM'],
      ['The first one', 'full name and date of birth'],
      ['My name is Peter Lang, born February 1, 1970', '2:30 PM with Dr. Ruth Adler. Shall I book it?'],
      ['No, the three o’clock one', /3:00 PM.*Shall I book it\?/],
      ['Yes', 'booked'],
    ]);
    expect(await clinic.appointments()).toEqual([cardiology]);
  });
});
