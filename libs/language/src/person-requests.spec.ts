import { asksForPerson } from './person-requests';

describe('asksForPerson', () => {
  it.each([
    'operator',
    'can I talk to a human',
    'I want to speak with a real person',
    'representative please',
    'put me through to the receptionist',
    'put me through to one of the ladies on reception, please',
    'can I speak to the girl on the desk',
    'is there a human I can talk to',
    'let me speak to somebody',
    'transfer me to a nurse',
    'I need a person',
    'agent',
    'connect me with someone',
    "I don't want to talk to a machine",
    'get me a human',
    'could someone call me back',
    'a real person please',
    'quiero hablar con una persona',
    'operador',
    'páseme con alguien',
    'me comunica con la recepcionista',
    'prefiero hablar con un humano',
    'con una persona por favor',
    'no quiero hablar con un robot',
    'necesito una persona',
    'puedo hablar con alguien',
    'transfiérame a un agente',
    'una persona real',
  ])('%s: yes', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });

  it.each([
    'I need a cardiologist',
    'for one person',
    'I want to talk to the doctor about my results',
    'can I book for another patient',
    "I don't need a person, thanks",
    'my name is Agent Smith from Boston',
    'tomorrow at three',
    'yes',
    'can I see Dr. Adler',
    'una cita para una persona mayor',
    'quiero una cita',
    'no necesito hablar con una persona',
    'mañana a las tres',
    'el doctor Núñez',
  ])('%s: no', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});
