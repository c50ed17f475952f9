import { fold } from '@clinicall/language';
import type { CallScript } from './call-script';
import { asksToRepeat } from './heard-phrases';
import { askedFor, isDone, isEscalated, isGoodbye, isOffer, isReadBack, namesTime } from './heard-questions';
import { names } from './spoken-times';

export interface Move {
  /** null: nothing to answer; the caller goes on listening. */
  readonly say: string | null;
  /** The call is over for the caller once this was said and the goodbye heard. */
  readonly last: boolean;
}

/** What answers a question that the script has no answer for, by what was asked. */
const FALLBACKS: Readonly<Record<string, Readonly<Record<'en' | 'es', string>>>> = {
  phone: { en: 'This number is fine.', es: 'Este número está bien.' },
  new_patient: { en: 'No, I have been there before.', es: 'No, ya he ido antes.' },
  anything_else: { en: "No, that's all, thank you.", es: 'No, eso es todo, gracias.' },
  option: { en: 'The first one', es: 'La primera' },
  confirm: { en: 'Yes please', es: 'Sí, por favor' },
};
const DECLINES = {
  confirm: { en: 'No, not that one.', es: 'No, esa no.' },
  time: { en: 'No, none of those work for me.', es: 'No, ninguna de esas me sirve.' },
} as const;

/** A caller that follows a script and reads nothing but the words it hears. One object a call. */
export class ScriptedCaller {
  private readonly used = new Map<string, number>();
  private readonly changed = new Set<number>();
  private readonly language: 'en' | 'es';
  /** How often the other side has told of something done. */
  private doneTimes = 0;
  private refusals = 0;
  private offers = 0;
  private readBacks = 0;
  private questions = 0;
  private turns = 1;
  private lastSaid: string;
  /** How often the caller has said yes to a read-back. */
  confirmations = 0;

  constructor(private readonly script: CallScript) {
    this.lastSaid = script.volunteer;
    this.language = script.lang.startsWith('es') ? 'es' : 'en';
  }

  first(): string {
    return this.script.volunteer;
  }

  /** What to say to this. */
  reply(heard: string): Move {
    this.turns += 1;
    const text = fold(heard);
    const done = isDone(text);
    if (done) this.doneTimes += 1;
    const now = this.momentsOf(text, done);
    const change = this.turns <= this.script.maxTurns ? this.changeOfMind(now) : null;
    if (change !== null) return { say: this.remember(change), last: false };
    if (this.mustStop(text, done)) return { say: this.script.stop.say ?? null, last: true };
    if (this.turns > this.script.maxTurns) return { say: null, last: true };
    const say = this.answer(heard, text);
    return { say: say === null ? null : this.remember(say), last: false };
  }

  private remember(say: string): string {
    this.lastSaid = say;
    return say;
  }

  private mustStop(text: string, done: boolean): boolean {
    const { when } = this.script.stop;
    if (when === 'after_first_reply' || isGoodbye(text)) return true;
    if (when === 'escalated' && isEscalated(text)) return true;
    if (when === 'three_refusals' && this.refusals >= 3) return true;
    return when === 'done' && done && !this.goesOn(text);
  }

  /** More is wanted than was done, and the other side has gone on to it. */
  private goesOn(text: string): boolean {
    const more = (this.script.accepts?.length ?? 0) > this.doneTimes;
    if (this.script.answersAfterBooked === undefined && !more) return false;
    const asked = askedFor(text).filter((kind) => kind !== 'anything_else');
    return isReadBack(text) || isOffer(text) || asked.length > 0 || this.owesWish(text);
  }

  private owesWish(text: string): boolean {
    const wanted = askedFor(text).includes('anything_else') && this.doneTimes === 1;
    return wanted && this.script.answersAfterBooked?.['anything_else'] !== undefined;
  }

  /** The names of this moment, as changes of mind and rivals use them. */
  private momentsOf(text: string, done: boolean): string[] {
    const readBack = isReadBack(text);
    const offer = !readBack && isOffer(text);
    if (readBack) this.readBacks += 1;
    else if (offer) this.offers += 1;
    else this.questions += 1;
    const now = ['next_turn'];
    if (done) now.push('after_booked');
    if (offer) now.push(this.offers === 1 ? 'first_offer' : this.offers === 2 ? 'second_offer' : 'later_offer');
    if (readBack && this.readBacks === 1) now.push('first_readback');
    if (!offer && !readBack) now.push(this.questions === 1 ? 'first_question' : `question_${this.questions}`);
    if (!offer && !readBack && this.questions === 2) now.push('second_question');
    this.moments = now;
    return now;
  }

  /** What the last reply was to this caller. */
  moments: readonly string[] = [];

  private changeOfMind(now: readonly string[]): string | null {
    const found = this.script.changes_of_mind.findIndex(
      ({ when }, index) => now.includes(when) && !this.changed.has(index),
    );
    if (found < 0) return null;
    this.changed.add(found);
    return this.script.changes_of_mind[found]?.say ?? null;
  }

  private answer(heard: string, text: string): string | null {
    if (isReadBack(text)) return this.judge(heard, 'confirm');
    const asked = askedFor(text);
    const personal = asked.filter((kind) => !['time', 'option', 'anything_else'].includes(kind));
    // "Nothing then, another day? But I have …": the times are what to answer.
    const aside = personal.every((kind) => kind === 'date' || kind === 'doctor' || kind === 'specialty');
    if (aside && isOffer(text)) return this.judge(heard, 'time');
    const answers = this.answersTo(asked);
    if (answers.length > 0) return answers.join('. ');
    if (asksToRepeat(text)) return this.lastSaid;
    const [first] = asked;
    return first === undefined ? null : (FALLBACKS[first]?.[this.language] ?? null);
  }

  /** In the order asked; of questions that offer ways on, the one the script has an answer to. */
  private answersTo(asked: readonly string[]): string[] {
    const answers: string[] = [];
    for (const kind of asked) {
      const taken = this.take(kind);
      if (taken !== null && !answers.includes(taken)) answers.push(taken);
    }
    return answers;
  }

  /** An offer or read-back that is among the accepted ones is taken, any other declined. */
  private judge(heard: string, kind: 'time' | 'confirm'): string {
    const { accepts } = this.script;
    if (!accepts || !namesTime(fold(heard)) || accepts.some((place) => names(heard, place))) {
      if (kind === 'confirm') this.confirmations += 1;
      return this.take(kind) ?? FALLBACKS[kind === 'time' ? 'option' : kind]?.[this.language] ?? '';
    }
    this.refusals += 1;
    return this.take(kind === 'confirm' ? 'decline_readback' : 'decline_offer') ?? DECLINES[kind][this.language];
  }

  /** A list of answers is used in order, and its last one stays. */
  private take(kind: string): string | null {
    const booked = this.doneTimes > 0;
    const given = (booked ? this.script.answersAfterBooked?.[kind] : undefined) ?? this.script.answers[kind];
    if (given === undefined) return null;
    if (typeof given === 'string') return given;
    const key = `${kind} ${booked}`;
    const index = this.used.get(key) ?? 0;
    this.used.set(key, index + 1);
    return given[Math.min(index, given.length - 1)] ?? null;
  }
}
