import type { JudgedLanguage as Language, SpeechContext } from '@clinicall/language';
import type { ChatMessage } from '../chat-messages';
import { isMembers } from '../members';

/** What our last words asked the caller for. */
export type AskedFor =
  | 'name'
  | 'dob'
  | 'phone'
  | 'code'
  | 'new_patient'
  | 'specialty'
  | 'doctor'
  | 'date'
  | 'time'
  | 'option'
  | 'confirm'
  | 'appointment'
  | 'message'
  | 'anything_else';

export interface Offer {
  readonly option: number;
  readonly doctor: string;
  readonly specialty?: string;
  readonly startsAt: string;
}

export interface ReadBack {
  readonly action: 'book' | 'cancel' | 'reschedule' | 'register';
  readonly appointment?: number;
  readonly doctor?: string;
  readonly startsAt?: string;
}

/** The `Clinicall-State:` line of the system message, what the engine needs of it. */
export interface State {
  readonly now: string;
  readonly timezone: string;
  readonly language: Language;
  /** As the product names it; one that files add has no words of its own here. */
  readonly tag: string;
  readonly country: string;
  readonly specialties: readonly string[];
  readonly doctors: readonly { readonly name: string; readonly specialty: string }[];
  readonly identified: boolean;
  /** Of whom the product knows; null when of nobody. */
  readonly patient?: string | null;
  readonly asked: readonly AskedFor[];
  readonly offers: readonly Offer[];
  readonly held: { readonly option: number } | null;
  readonly readBack: ReadBack | null;
}

export function speechContext(state: State, language: Language): SpeechContext {
  return { now: state.now, timezone: state.timezone, country: state.country, language };
}

type Members = Record<string, unknown>;

const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);
const list = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isMembers) : []);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export function readOffers(value: unknown): Offer[] {
  return list(value).flatMap((item) =>
    typeof item['option'] === 'number' && typeof item['startsAt'] === 'string'
      ? [
          {
            option: item['option'],
            doctor: text(item['doctor'], ''),
            specialty: text(item['specialty'], ''),
            startsAt: item['startsAt'],
          },
        ]
      : [],
  );
}

function readReadBack(value: unknown): ReadBack | null {
  if (!isMembers(value)) return null;
  const action = value['action'];
  if (action !== 'book' && action !== 'cancel' && action !== 'reschedule' && action !== 'register') return null;
  const { appointment, doctor, startsAt } = value;
  return {
    action,
    ...(typeof appointment === 'number' ? { appointment } : {}),
    ...(typeof doctor === 'string' ? { doctor } : {}),
    ...(typeof startsAt === 'string' ? { startsAt } : {}),
  };
}

function fromMembers(state: Members): State {
  const clinic = isMembers(state['clinic']) ? state['clinic'] : {};
  const held = isMembers(state['held']) ? state['held'] : null;
  return {
    now: text(state['now'], '2000-01-01T00:00:00Z'),
    timezone: text(state['timezone'], 'UTC'),
    language: state['language'] === 'es' ? 'es' : 'en',
    tag: text(state['language'], 'en'),
    country: text(clinic['country'], 'US'),
    specialties: texts(state['specialties']),
    doctors: list(state['doctors']).map((doctor) => ({
      name: text(doctor['name'], ''),
      specialty: text(doctor['specialty'], ''),
    })),
    identified: isMembers(state['identified']),
    patient: isMembers(state['identified']) ? text(state['identified']['name'], '') : null,
    asked: texts(state['asked']) as AskedFor[],
    offers: readOffers(state['offers']),
    held: held ? { option: typeof held['option'] === 'number' ? held['option'] : 0 } : null,
    readBack: readReadBack(state['readBack']),
  };
}

const line = /^Clinicall-State:\s*(\{.*\})\s*$/gm;

/** The last state line among the system messages; null when there is none or it cannot be read. */
export function readState(messages: readonly ChatMessage[]): State | null {
  const system = messages.filter((message) => message.role === 'system').map((message) => message.content);
  const json = [...system.join('\n').matchAll(line)].at(-1)?.[1];
  if (json === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(json);
    return isMembers(parsed) ? fromMembers(parsed) : null;
  } catch {
    return null;
  }
}
