import {
  addedLanguages,
  addedOptions,
  findNames,
  findSpecialty,
  judgeAnswer,
  sayings,
  understandDateOfBirth,
  understandWhen,
  wordsOf,
  type Saying,
  type SpeechContext,
} from '@clinicall/language';
import { nameIn } from './added-names';
import { reasonOf, succeeded, type Round, type Turn } from './history';
import type { AskedFor, State } from './state';
import { call, nothing, type Step } from './steps';

/**
 * A talk in a language that files add, from what those files hold alone: fields, doctors, days, yes and no, names and birth dates. Nothing
 * is said in words of our own, which nobody could judge; code asks for what is missing. Whom it does not understand twice gets a person.
 */
export function addedTalk(state: State, turns: readonly Turn[]): Step {
  const talk = new AddedTalk(state, turns);
  return talk.rounds.length > 0 ? talk.carryOn() : talk.answer();
}

/** Whose name is no better than this is asked for again. */
const SURE = 0.25;
const WISHES = ['cancel', 'move', 'list'] as const satisfies Saying[];

class AddedTalk {
  private readonly text: string;
  private readonly speech: SpeechContext;
  readonly rounds: readonly Round[];

  constructor(
    private readonly state: State,
    private readonly turns: readonly Turn[],
  ) {
    this.text = turns.at(-1)?.text ?? '';
    this.rounds = turns.at(-1)?.rounds ?? [];
    const { now, timezone, country, tag: language } = state;
    this.speech = { now, timezone, country, language };
  }

  answer(): Step {
    const rules = [
      this.confirmation,
      this.identity,
      this.option,
      this.wish,
      this.search,
      this.information,
      this.farewell,
    ];
    for (const rule of rules) {
      const step = rule.call(this);
      if (step !== null) return step;
    }
    const before = this.turns.at(-2);
    const lost = before !== undefined && before.text !== null && before.rounds.length === 0;
    return lost ? call('transfer_to_person', { reason: this.text }) : nothing;
  }

  /** After a tool: whoever is known now, and wanted to change something, hears what they have. */
  carryOn(): Step {
    const last = this.rounds.at(-1);
    if (last === undefined || !succeeded(last)) return nothing;
    const wish = this.openWish();
    if (last.tool === 'identify_patient' && wish !== null) return call('list_my_appointments');
    if (last.tool === 'list_my_appointments' && wish !== null && wish !== 'list') return this.change(wish, last);
    return nothing;
  }

  private change(wish: 'cancel' | 'move', listed: Round): Step {
    const appointments = listed.result['appointments'];
    if (!Array.isArray(appointments) || appointments.length !== 1) return nothing;
    if (wish === 'cancel') return call('cancel_appointment', { appointment: 1 });
    const when = this.lastWith((turn) => this.when(turn.text ?? ''));
    return when === undefined ? nothing : call('find_slots', { when, doctor: this.doctorOf(appointments[0]) });
  }

  private readonly confirmation = (): Step | null => {
    const { readBack } = this.state;
    if (readBack === null) return null;
    const answer = judgeAnswer(this.text, this.state.tag, readBack.action);
    if (answer === 'no' || (answer === 'unclear' && this.when(this.text) !== undefined)) return this.search();
    if (readBack.action === 'cancel') return call('cancel_appointment', { appointment: readBack.appointment });
    if (readBack.action === 'reschedule')
      return call('reschedule_appointment', {
        appointment: readBack.appointment,
        option: this.state.held?.option,
        ...this.lastArguments('reschedule_appointment'),
      });
    if (readBack.action === 'register' && this.state.held === null)
      return call('register_patient', this.lastArguments('register_patient'));
    return call('confirm_appointment');
  };

  private readonly identity = (): Step | null => {
    if (this.state.identified || !this.asked('name', 'dob', 'code', 'new_patient')) return null;
    const digits = this.text.replace(/\D/g, '');
    if (this.asked('code') && digits.length === 6) return call('identify_patient', { code: digits });
    const isNew =
      this.said((text) => sayings(text, 'newPatient')) ||
      (this.asked('new_patient') && judgeAnswer(this.text, this.state.tag) === 'yes');
    const name = this.lastWith((turn) => nameIn(turn.text ?? '', this.state.tag));
    const birth = this.lastWith((turn) => this.birth(turn.text ?? ''));
    if (name === undefined && birth === undefined) return isNew ? call('identify_patient') : null;
    if (isNew && name !== undefined && birth !== undefined)
      return call('register_patient', { name, dateOfBirth: birth });
    return call('identify_patient', { name, dateOfBirth: birth });
  };

  private readonly option = (): Step | null => {
    const { offers, tag } = this.state;
    if (offers.length === 0 || !this.asked('option')) return null;
    const said = wordsOf(this.text).join(' ');
    const named = addedOptions(tag).findIndex((words) => new RegExp(`(?<!\\S)(?:${words})(?!\\S)`).test(said));
    const agreed = offers.length === 1 && judgeAnswer(this.text, tag) === 'yes' ? 0 : -1;
    const option = offers[this.offeredAt() ?? (named >= 0 ? named : agreed)]?.option;
    if (option === undefined) return null;
    const moving = this.openWish() === 'move';
    return moving ? call('reschedule_appointment', { appointment: 1, option }) : call('hold_slot', { option });
  };

  /** The one offered time that the words name: "celui de quinze heures". */
  private offeredAt(): number | undefined {
    const when = understandWhen(this.text, this.speech);
    if (when?.time === undefined) return undefined;
    const fitting = this.state.offers.flatMap((offer, at) =>
      offer.startsAt.slice(11, 16) === when.time &&
      (when.date ?? offer.startsAt.slice(0, 10)) === offer.startsAt.slice(0, 10)
        ? [at]
        : [],
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  private readonly wish = (): Step | null => {
    const wish = wishIn(this.text);
    if (wish === null) return null;
    return this.state.identified ? call('list_my_appointments') : call('identify_patient');
  };

  private readonly search = (): Step | null => {
    const { doctors, specialties, tag } = this.state;
    const specialty = findSpecialty(this.text, specialties, tag).specialty ?? undefined;
    const [near] = findNames(
      this.text,
      doctors.map(({ name }) => name),
    );
    const doctor = near !== undefined && near.distance <= SURE ? near.name : undefined;
    const when = this.when(this.text);
    const others = sayings(this.text, 'otherTimes');
    const wanted = specialty ?? doctor ?? when;
    if (wanted === undefined && !others) return null;
    const before = this.lastArguments('find_slots');
    const target = specialty === undefined && doctor === undefined ? before : {};
    return call('find_slots', {
      ...target,
      specialty: specialty ?? target['specialty'],
      ...(doctor ? { doctor } : {}),
      ...(when ? { when } : {}),
    });
  };

  private readonly information = (): Step | null =>
    sayings(this.text, 'hours') ? call('clinic_information', { question: this.text }) : null;

  private readonly farewell = (): Step | null => {
    const over = this.asked('anything_else') && judgeAnswer(this.text, this.state.tag) === 'no';
    return over || sayings(this.text, 'goodbye') ? call('end_conversation') : null;
  };

  /** To cancel, to move or to hear of an appointment: said, and not yet done. */
  private openWish(): (typeof WISHES)[number] | null {
    const at = this.turns.findLastIndex(({ text }) => text !== null && wishIn(text) !== null);
    const done = this.turns.slice(at).some(({ rounds }) => rounds.some(isDone));
    return at < 0 || done ? null : wishIn(this.turns[at]?.text ?? '');
  }

  private doctorOf(appointment: unknown): string | undefined {
    const doctor = (appointment as { doctor?: unknown } | undefined)?.doctor;
    return typeof doctor === 'string' ? doctor : undefined;
  }

  private asked(...what: AskedFor[]): boolean {
    return what.some((one) => this.state.asked.includes(one));
  }

  /** The words themselves, where they tell of a time: code understands them again. */
  private when(text: string): string | undefined {
    return understandWhen(text, this.speech) === null ? undefined : text.slice(0, 200);
  }

  private birth(text: string): string | undefined {
    const read = understandDateOfBirth(text, this.speech);
    return !read.ok && read.reason === 'missing' ? undefined : text.slice(0, 100);
  }

  private said(test: (text: string) => boolean): boolean {
    return this.turns.some(({ text }) => text !== null && test(text));
  }

  private lastWith<T>(read: (turn: Turn) => T | undefined): T | undefined {
    return this.turns.map(read).findLast((one) => one !== undefined);
  }

  private lastArguments(tool: string): Record<string, unknown> {
    return this.turns.flatMap(({ rounds }) => rounds).findLast((round) => round.tool === tool)?.args ?? {};
  }
}

const WRITES = new Set(['cancel_appointment', 'reschedule_appointment', 'confirm_appointment']);

function isDone(round: Round): boolean {
  return WRITES.has(round.tool) && succeeded(round) && reasonOf(round) === '';
}

function wishIn(text: string): (typeof WISHES)[number] | null {
  return WISHES.find((wish) => sayings(text, wish)) ?? null;
}

/** Whether a talk is held in a language that files add. */
export function isAdded({ tag }: State): boolean {
  return addedLanguages.has(tag);
}
