import { fold } from '@clinicall/language';
import type { CallScript } from './call-script';
import { asksToRepeat } from './heard-phrases';
import { names } from './spoken-times';

export interface Move {
  /** null: nothing to answer; the caller goes on listening. */
  readonly say: string | null;
  /** The call is over for the caller once this was said and the goodbye heard. */
  readonly last: boolean;
}

// What a receptionist's question asks for, by the words a caller hears; folded English and Spanish.
const QUESTIONS: readonly (readonly [string, RegExp])[] = [
  ['code', /\b(code|codigo)\b/],
  ['name', /\b(your|full|patient'?s|first and last) name\b|\bwho am i speaking\b|\bnombre\b/],
  ['dob', /\b(date of birth|birth ?date|birthday|born|fecha de nacimiento|naci(o|ste))\b/],
  ['phone', /\b(phone|telephone|callback) number\b|\bnumber (can|should|may) we\b|\b(numero de )?telefono\b/],
  ['reason', /\breason\b|\bwhat brings you\b|\bmotivo\b/],
  ['new_patient', /\b(new patient|been here before|register you)\b|\bpaciente nuev/],
  [
    'specialty',
    /\b(which|what) (kind|type|sort) of (doctor|specialist|appointment|visit)\b|\bspecialty\b|\bespecialidad\b/,
  ],
  ['doctor', /\b(which|what) doctor\b|\bdoctor would you\b|\bque (doctora?|medic[oa])\b/],
  ['appointment', /\bwhich (appointment|visit)\b|\bque cita\b/],
  ['date', /\b(what|which) (day|date)\b|\bwhen would\b|\bday (would|works)\b|\b(que dia|que fecha|cuando)\b/],
  [
    'time',
    /\b(what|which) time\b|\bmorning or afternoon\b|\bwhich (one|of)\b|\bwould you like the\b|\ba que hora\b|\bcual\b/,
  ],
  ['anything_else', /\b(anything|something) else\b|\balgo mas\b/],
];
const READ_BACK =
  /\b(shall|should|may|can) i (book|confirm|cancel|move|go ahead|schedule|register|change)\b|\bis that (right|correct|ok|okay)\b|\bdo you want me to\b|\b(yes or no)\b|\bgo ahead\?|\b(lo|la) (confirmo|reservo|cancelo|cambio|muevo)\b|\b(es|esta) correcto\b/;
const OFFER = /\b(i have|we have|available|options?|openings?|first|tengo|tenemos|disponible|opcion\w*)\b/;
const DONE =
  /\b(is|are|you're|been|have|now) (now )?(all )?(booked|set|confirmed|cancel+ed|moved|rescheduled|scheduled)\b|\b(booked|cancel+ed|moved) (you|it|your)\b|\b(reservad|confirmad|cancelad|cambiad)[oa]\b/;
const ESCALATED =
  /\b(transfer(ring)? you|connect(ing)? you|put you through|call you back|(le|te) (transfiero|comunico|paso))\b/;
const GOODBYE = /\b(goodbye|bye|have a (nice|good|great)|adios|hasta luego)\b/;
const HAS_TIME = /\b(\d{1,2}:\d\d|\d{1,2} ?[ap]\.? ?m\b|o'?clock)/;

/** A caller that follows a script and reads nothing but the words it hears. One object a call. */
export class ScriptedCaller {
  private readonly used = new Map<string, number>();
  private readonly changed = new Set<number>();
  private booked = false;
  private refusals = 0;
  private offers = 0;
  private readBacks = 0;
  private questions = 0;
  private turns = 1;
  private lastSaid: string;

  constructor(private readonly script: CallScript) {
    this.lastSaid = script.volunteer;
  }

  first(): string {
    return this.script.volunteer;
  }

  /** What to say to this. */
  reply(heard: string): Move {
    this.turns += 1;
    const text = fold(heard);
    const done = DONE.test(text) && !READ_BACK.test(text);
    if (done) this.booked = true;
    if (this.mustStop(text, done)) return { say: this.script.stop.say ?? null, last: true };
    if (this.turns > this.script.maxTurns) return { say: null, last: true };
    const say = this.changeOfMind(text, done) ?? this.answer(heard, text);
    if (say !== null) this.lastSaid = say;
    return { say, last: false };
  }

  private mustStop(text: string, done: boolean): boolean {
    const { when } = this.script.stop;
    if (when === 'after_first_reply' || GOODBYE.test(text)) return true;
    if (when === 'escalated' && ESCALATED.test(text)) return true;
    if (when === 'three_refusals' && this.refusals >= 3) return true;
    return when === 'done' && done;
  }

  private changeOfMind(text: string, done: boolean): string | null {
    const readBack = READ_BACK.test(text);
    const offer = !readBack && OFFER.test(text) && HAS_TIME.test(text);
    if (readBack) this.readBacks += 1;
    else if (offer) this.offers += 1;
    else this.questions += 1;
    const now = ['next_turn'];
    if (done) now.push('after_booked');
    if (offer) now.push(this.offers === 1 ? 'first_offer' : 'second_offer');
    if (readBack && this.readBacks === 1) now.push('first_readback');
    if (!offer && !readBack && this.questions === 2) now.push('second_question');
    const found = this.script.changes_of_mind.findIndex(
      ({ when }, index) => now.includes(when) && !this.changed.has(index),
    );
    if (found < 0) return null;
    this.changed.add(found);
    return this.script.changes_of_mind[found]?.say ?? null;
  }

  private answer(heard: string, text: string): string | null {
    if (READ_BACK.test(text)) return this.judge(heard, 'confirm', 'Yes please');
    const asked = this.askedFor(text);
    const personal = asked.filter((kind) => kind !== 'time' && kind !== 'anything_else');
    if (personal.length === 0 && OFFER.test(text) && HAS_TIME.test(text))
      return this.judge(heard, 'time', 'The first one');
    const answers = asked.map((kind) => this.take(kind)).filter((each) => each !== null);
    if (answers.length > 0) return answers.join('. ');
    return asksToRepeat(text) ? this.lastSaid : null;
  }

  /** An offer or read-back that is among the accepted ones is taken, any other declined. */
  private judge(heard: string, kind: 'time' | 'confirm', fallback: string): string {
    const { accepts } = this.script;
    if (!accepts || !HAS_TIME.test(fold(heard)) || accepts.some((place) => names(heard, place))) {
      return this.take(kind) ?? fallback;
    }
    this.refusals += 1;
    return kind === 'confirm' ? 'No, not that one.' : 'No, none of those work for me.';
  }

  private askedFor(text: string): string[] {
    return QUESTIONS.map(([kind, words]) => ({ kind, at: text.search(words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ kind }) => kind);
  }

  /** A list of answers is used in order, and its last one stays. */
  private take(kind: string): string | null {
    const given = (this.booked ? this.script.answersAfterBooked?.[kind] : undefined) ?? this.script.answers[kind];
    if (given === undefined) return null;
    if (typeof given === 'string') return given;
    const key = `${kind} ${this.booked}`;
    const index = this.used.get(key) ?? 0;
    this.used.set(key, index + 1);
    return given[Math.min(index, given.length - 1)] ?? null;
  }
}
