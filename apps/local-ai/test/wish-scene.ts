import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAnswer, understandWhen } from '@clinicall/language';
import type { ChatMessage } from '../src/chat-messages';
import { decide, type Decision } from '../src/dialogue/decide';
import { readTurns } from '../src/dialogue/history';
import { remember } from '../src/dialogue/memory';
import { readState, speechContext, type State } from '../src/dialogue/state';
import { openWishes } from '../src/dialogue/wishes';

/** One sentence of wishes.jsonl, where in a talk it is said, and what is to come of it. */
interface WishCase {
  readonly id: string;
  readonly lang: 'en-US' | 'en-GB' | 'es-ES' | 'es-US';
  /** First words, the answer to three offered times, or to a read-back. */
  readonly at: 'opening' | 'offer' | 'readback';
  readonly expect: string;
  readonly text: string;
  /** Not looked at while the engine is built. */
  readonly heldBack: boolean;
}

export function wishCases(): WishCase[] {
  return readFileSync(join(__dirname, 'wishes.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WishCase);
}

const PLACES = {
  'en-US': { timezone: 'America/New_York', country: 'US', offset: '-04:00' },
  'en-GB': { timezone: 'Europe/London', country: 'GB', offset: '+01:00' },
  'es-ES': { timezone: 'Europe/Madrid', country: 'ES', offset: '+02:00' },
  'es-US': { timezone: 'America/Los_Angeles', country: 'US', offset: '-07:00' },
} as const;
const FIELDS = {
  en: ['Cardiology', 'Dermatology', 'Pediatrics', 'Orthopedics'],
  es: ['Cardiología', 'Dermatología', 'Pediatría', 'Traumatología'],
} as const;
const TOOLS =
  'list_doctors find_slots hold_slot confirm_appointment list_my_appointments cancel_appointment reschedule_appointment identify_patient register_patient join_waitlist clinic_information take_message transfer_to_person end_conversation'.split(
    ' ',
  );

function stateLine(one: WishCase): Record<string, unknown> {
  const { timezone, country, offset } = PLACES[one.lang];
  const language = one.lang.startsWith('es') ? 'es' : 'en';
  const [heart = '', skin = '', children = '', bones = ''] = FIELDS[language];
  const offers = ['2027-05-11T14:00:00', '2027-05-12T10:30:00', '2027-05-13T16:00:00'].map((at, index) => ({
    option: index + 1,
    doctor: 'Ruth Adler',
    specialty: heart,
    startsAt: at + offset,
  }));
  const readBack = one.at === 'readback';
  return {
    now: `2027-05-03T09:00:00${offset}`,
    timezone,
    language,
    clinic: { name: 'Harbor Clinic', country },
    specialties: [heart, skin, children, bones],
    doctors: [
      { name: 'Ruth Adler', specialty: heart },
      { name: 'Tomás Okafor', specialty: heart },
      { name: 'Siobhan Reyes', specialty: skin },
      { name: 'Ana Brandt', specialty: children },
      { name: 'Karl Weiss', specialty: bones },
    ],
    identified: readBack ? { name: 'Peter Lang' } : null,
    asked: one.at === 'offer' ? ['option'] : readBack ? ['confirm'] : [],
    offers: one.at === 'opening' ? [] : offers,
    held: readBack ? { option: 2 } : null,
    readBack: readBack ? { action: 'book' } : null,
  };
}

function toolRound(id: string, name: string, args: object, result: object): ChatMessage[] {
  return [
    { role: 'assistant', content: '', toolCalls: [{ id, name, arguments: JSON.stringify(args) }] },
    { role: 'tool', toolCallId: id, content: JSON.stringify({ ok: true, say: 'Said by code.', ...result }) },
  ];
}

function messagesOf(one: WishCase): ChatMessage[] {
  const messages: ChatMessage[] = [{ role: 'system', content: `Clinicall-State: ${JSON.stringify(stateLine(one))}` }];
  const spanish = one.lang.startsWith('es');
  if (one.at !== 'opening') {
    const content = spanish ? 'Quisiera una cita con la doctora Adler' : 'I would like to see Dr. Adler please';
    messages.push({ role: 'user', content });
    messages.push(...toolRound('a', 'find_slots', { doctor: 'Ruth Adler', when: 'as soon as possible' }, {}));
  }
  if (one.at === 'readback') {
    messages.push({ role: 'user', content: spanish ? 'La segunda' : 'The second one' });
    messages.push(...toolRound('b', 'hold_slot', { option: 2 }, { next: ['confirm_appointment'] }));
  }
  return [...messages, { role: 'user', content: one.text }];
}

/** What the engine makes of the sentence: the tool it calls first, and the wish it sees open. */
interface Heard {
  readonly tool: string | null;
  readonly wish: string | null;
  readonly args: Record<string, unknown>;
  readonly said: string;
  readonly when: ReturnType<typeof understandWhen>;
  /** What code would make of it as an answer to the read-back. */
  readonly answer: ReturnType<typeof judgeAnswer>;
}

export function hear(one: WishCase): Heard {
  const messages = messagesOf(one);
  const state = readState(messages) as State;
  const { toolCalls, content }: Decision = decide({ messages, tools: TOOLS });
  const wish = openWishes(remember(readTurns(messages), state))[0];
  const args = toolCalls[0]?.arguments ?? {};
  const when = typeof args['when'] === 'string' ? args['when'] : null;
  return {
    tool: toolCalls[0]?.name ?? null,
    wish: wish?.kind ?? null,
    args,
    said: content,
    when: when === null ? null : understandWhen(when, speechContext(state, state.language)),
    answer: judgeAnswer(one.text, state.language, 'book'),
  };
}

const searches = ({ tool, args }: Heard): boolean =>
  tool === 'find_slots' && (args['doctor'] ?? args['specialty']) !== undefined;
const wants =
  (kind: string) =>
  ({ wish, tool }: Heard): boolean =>
    wish === kind && tool !== 'find_slots' && tool !== 'transfer_to_person';

const JUDGES: Readonly<Record<string, (heard: Heard) => boolean>> = {
  book: searches,
  'book-soonest': (heard) => searches(heard) && heard.when?.earliest === true,
  'book-proxy': searches,
  'book-when': (heard) => {
    const { from, date, dailyFrom } = heard.when ?? {};
    return searches(heard) && (dailyFrom !== undefined || (from ?? date ?? '') >= '2027-05-05');
  },
  move: (heard) => heard.wish === 'move' && heard.tool !== 'find_slots',
  cancel: wants('cancel'),
  list: wants('list'),
  waitlist: wants('waitlist'),
  message: (heard) => heard.tool === 'take_message' || heard.wish === 'message',
  information: ({ tool }) => tool === 'clinic_information',
  person: ({ tool }) => tool === 'transfer_to_person',
  'hold:2': ({ tool, args }) => tool === 'hold_slot' && args['option'] === 2,
  nohold: ({ tool }) => tool !== 'hold_slot' && tool !== 'confirm_appointment' && tool !== 'take_message',
  find: ({ tool }) => tool === 'find_slots',
  confirm: ({ tool, answer }) => tool === 'confirm_appointment' && answer === 'yes',
  noconfirm: ({ answer }) => answer !== 'yes',
};

export function isHeardRight(one: WishCase): boolean {
  return JUDGES[one.expect]?.(hear(one)) ?? false;
}
