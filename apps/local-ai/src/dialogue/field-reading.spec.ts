import type { ChatMessage } from '../chat-messages';
import { decide } from './decide';
import { vocabularies } from './understand';

const tools = ['identify_patient', 'clinic_information', 'transfer_to_person', 'list_my_appointments', 'find_slots'];
const { en, es } = vocabularies;

/** Asked for name and birth date, after who knows what. */
function answered(text: string, language: 'en' | 'es', saidBefore?: string): ReturnType<typeof decide> {
  const state = {
    now: '2027-05-03T09:00:00-04:00',
    timezone: 'America/New_York',
    language,
    clinic: { country: 'US' },
    specialties: [],
    doctors: [],
    asked: ['name', 'dob'],
    offers: [],
  };
  const before: ChatMessage[] = saidBefore
    ? [
        { role: 'user', content: 'zz' },
        { role: 'assistant', content: saidBefore, toolCalls: [] },
      ]
    : [];
  const system: ChatMessage = { role: 'system', content: `Clinicall-State: ${JSON.stringify(state)}` };
  return decide({ messages: [system, ...before, { role: 'user', content: text }], tools });
}

describe('an answer to who is calling that is none', () => {
  it.each([
    ['en', 'and why would you be needing my birthday', en.sentences.whyAsked],
    ['es', '¿y para qué quieren mi fecha de nacimiento?', es.sentences.whyAsked],
    ['en', "I'd rather not give that out over the phone", en.sentences.withoutIt],
    ['es', 'prefiero no dar ese dato', es.sentences.withoutIt],
  ] as const)('%s: %s', (language, text, said) => {
    expect(answered(text, language).content).toContain(said);
  });

  it('leads to a person when it is given twice', () => {
    const again = answered("I'd rather not give that out over the phone", 'en', en.sentences.withoutIt);
    expect(again.toolCalls[0]?.name).toBe('transfer_to_person');
  });

  it('is not seen in a name', () => {
    expect(answered('Prudence Whyte, May 4 1980', 'en').toolCalls[0]?.name).toBe('identify_patient');
  });
});
