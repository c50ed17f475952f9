import type { ChatMessage } from '../chat-messages';
import { decide } from './decide';
import { english } from './words/en';

const tools = [
  'find_slots',
  'identify_patient',
  'transfer_to_person',
  'take_message',
  'confirm_appointment',
  'clinic_information',
];
const state = {
  now: '2027-05-03T09:00:00-04:00',
  timezone: 'America/New_York',
  language: 'en',
  clinic: { name: 'Harbor Clinic', country: 'US' },
  specialties: ['Cardiology'],
  doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology' }],
  identified: null,
  asked: [] as string[],
  offers: [] as unknown[],
  held: null as unknown,
  readBack: null as unknown,
};

interface Talk {
  readonly messages: ChatMessage[];
  said(text: string, words: string): Talk;
  did(text: string, tool: string, result: object): Talk;
  hears(text: string): { content: string; tool: string | undefined; args: Record<string, unknown> | undefined };
}

/** A talk so far, and what the engine does with the next words. */
function talk(given: Partial<typeof state> = {}, messages: ChatMessage[] = []): Talk {
  const user = (content: string): ChatMessage => ({ role: 'user', content });
  return {
    messages,
    said: (text, words) => talk(given, [...messages, user(text), { role: 'assistant', content: words, toolCalls: [] }]),
    did: (text, tool, result) => {
      const id = `call-${messages.length}`;
      return talk(given, [
        ...messages,
        user(text),
        { role: 'assistant', content: '', toolCalls: [{ id, name: tool, arguments: '{}' }] },
        { role: 'tool', toolCallId: id, content: JSON.stringify(result) },
      ]);
    },
    hears: (text) => {
      const system: ChatMessage = {
        role: 'system',
        content: `Clinicall-State: ${JSON.stringify({ ...state, ...given })}`,
      };
      const { content, toolCalls } = decide({ messages: [system, ...messages, user(text)], tools });
      return { content, tool: toolCalls[0]?.name, args: toolCalls[0]?.arguments };
    },
  };
}

const { sentences } = english;

describe('words that are not understood', () => {
  it('asks once what is wanted, then offers choices by number, then a person', () => {
    expect(talk().hears('zzz qqq').content).toBe(sentences.notUnderstood);
    const once = talk().said('zz', sentences.notUnderstood);
    expect(once.hears('!? 88').content).toBe(sentences.choices);
    expect(once.said('!? 88', sentences.choices).hears('99').tool).toBe('transfer_to_person');
  });

  it('makes a message of words that stay unclear', () => {
    expect(talk().said('zzz', sentences.notUnderstood).hears('wibble wobble').tool).toBe('take_message');
  });

  it('knows which of two appointments is to go by what is said of the other', () => {
    const words = "Hang on to Monday's for me and let Thursday's go";
    expect(talk().hears(words).tool).toBe('identify_patient');
  });

  it.each([
    ['three', 'identify_patient'],
    ['number five', 'transfer_to_person'],
  ])('a number out of the choices: %s', (text, tool) => {
    expect(talk().said('zz', sentences.choices).hears(text).tool).toBe(tool);
  });

  it('a yes to its guess is the wish, a no leads to the choices', () => {
    const guess = talk().said('about the thing on Friday', sentences.guessCancel);
    expect(guess.hears('yes').tool).toBe('identify_patient');
    expect(guess.hears('no').content).toBe(sentences.choices);
  });
});

describe('a talk that goes round in circles', () => {
  const question = { ok: false, reason: 'needs_dob', say: 'What is your date of birth?' };

  it('ends at a person when one question is answered alike again and again', () => {
    let asked = talk({ asked: ['name', 'dob'] });
    for (let turn = 0; turn < 3; turn++) {
      if (turn > 0) expect(asked.hears('hello there').content).toBe(sentences.askIdentity);
      asked = asked.said('hello there', sentences.askIdentity);
    }
    expect(asked.hears('hello there').content).toBe(sentences.offerPerson);
  });

  it('a yes to the offer of a person calls one', () => {
    expect(talk().said('hmm', sentences.offerPerson).hears('yes please').tool).toBe('transfer_to_person');
  });

  it('an answer that only one more tool call would repeat is not repeated for ever', () => {
    let talked = talk({ asked: ['dob'] });
    for (let turn = 0; turn < 3; turn++) talked = talked.did('I have told you', 'find_slots', question);
    expect(talked.hears('as soon as possible in cardiology').tool).toBe('find_slots');
  });

  it('a search that finds nothing three times over tells what else there is', () => {
    const nothing = { ok: false, reason: 'no_slots', say: 'Nothing then. Another day?' };
    const args = JSON.stringify(talk().hears('cardiology on Sunday').args);
    const turns = [0, 1, 2].flatMap((turn): ChatMessage[] => [
      { role: 'user', content: turn === 0 ? 'cardiology on Sunday' : 'on Sunday' },
      { role: 'assistant', content: '', toolCalls: [{ id: `c${turn}`, name: 'find_slots', arguments: args }] },
      { role: 'tool', toolCallId: `c${turn}`, content: JSON.stringify(nothing) },
    ]);
    expect(talk({}, turns.slice(0, 6)).hears('on Sunday').tool).toBe('find_slots');
    expect(talk({}, turns).hears('on Sunday').content).toBe(sentences.otherWays);
  });

  it('once a person was asked for, an unclear word is not read back to', () => {
    const readBack = { held: { option: 1 }, readBack: { action: 'book' }, asked: ['confirm'] };
    const given = { ...readBack, identified: { name: 'Peter Lang' } } as unknown as Partial<typeof state>;
    const handedOver = talk(given).did('well kind of', 'transfer_to_person', { ok: true, say: 'Somebody will call.' });
    expect(handedOver.hears('I suppose it is what it is').content).toBe(sentences.personTakesOver);
    expect(talk(given).hears('I suppose it is what it is').tool).toBe('confirm_appointment');
  });
});
