import { foldName, understandWhen, type When } from '@clinicall/language';
import { fold, places, tokens } from './fold';
import { speechContext, type State } from './state';
import { joinWhen } from './time-words';
import type { Utterance } from './understand';
import type { Vocabulary } from './words/vocabulary';

/** A thing that was read out with a number: an offered time or an appointment of the caller's. */
export interface Numbered {
  readonly number: number;
  readonly doctor: string;
  readonly specialty?: string;
  readonly startsAt: string;
}

/** A number, `which` when the words fit several, or null when they are not about these things. */
export type Picked = number | 'which' | null;

function localOf(startsAt: string, state: State): { date: string; time: string; weekday: number } {
  const at = new Date(startsAt);
  // sv-SE writes YYYY-MM-DD HH:mm.
  const [date = '', time = ''] = at
    .toLocaleString('sv-SE', { timeZone: state.timezone, dateStyle: 'short', timeStyle: 'short' })
    .split(' ');
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return { date, time, weekday: day === 0 ? 7 : day };
}

/** "3:00" was understood as 15:00 or as 03:00: on a list of few times either may be meant. */
function sameClock(a: string, b: string, exact: boolean): boolean {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return a === b || (!exact && minutes(a) % 720 === minutes(b) % 720);
}

/** Whether words about time mean this one. */
export function fits(item: Numbered, when: When, exactHalf: boolean, state: State): boolean {
  const local = localOf(item.startsAt, state);
  const stamp = `${local.date}T${local.time}`;
  const dates = (when.candidates ?? []).map((candidate) => candidate.slice(0, 10));
  if (when.date ? when.date !== local.date : when.why === 'which_week' && !dates.includes(local.date)) return false;
  if (when.time && !sameClock(when.time, local.time, exactHalf)) return false;
  if (when.weekdays && !when.weekdays.includes(local.weekday)) return false;
  const to = lateAfternoon(when.from, when.to);
  const dailyTo = lateAfternoon(when.dailyFrom, when.dailyTo);
  if (when.from && !when.time && (stamp < when.from || (to !== undefined && stamp >= to))) return false;
  if (when.dailyFrom && local.time < when.dailyFrom) return false;
  return !(dailyTo && local.time >= dailyTo);
}

/** An afternoon that ends at six in a clinic's English ends at nine where it is open so long. */
function lateAfternoon(from: string | undefined, to: string | undefined): string | undefined {
  return from?.endsWith('12:00') ? to?.replace(/18:00$/, '21:00') : to;
}

const negated = /\b(?:not|except|other than|but not|can'?t|cannot|excepto|menos el|no puedo)\b/;

/** "I can't manage any of those" takes none. */
const refused =
  /\b(?:can'?t|cannot|won'?t|don'?t|not|none|no puedo|ningun[oa]?|imposible)\b(?! (?:mind|care|matter|bothered|importa))/;

/** "Ten", "ten thirty please": with times on the table, numbers alone are a time. */
function bareNumber({ folded, words }: Utterance): string | null {
  const left = tokens(folded)
    .map(({ word }) => word.replace(/'s$/, ''))
    .filter((word) => !words.picks.beside.has(word));
  const all = left.length > 0 && left.every((word) => isNumber(word, words));
  return all ? left.join(' ') : loneNumber(folded, words);
}

const isNumber = (word: string, words: Vocabulary): boolean => words.time.numbers.has(word) || /^\d{1,4}$/.test(word);
const MOST_WORDS = 8;

/** "Two suits me nicely", "I'd go for ten thirty": in a few words the only number is the time, whatever stands around it. */
function loneNumber(folded: string, words: Vocabulary): string | null {
  const all = tokens(folded).map(({ word }) => word.replace(/'s$/, ''));
  // "That one", "no one", "one more": no hour.
  const counts = all.map((word, index) => {
    const pronoun = /^(?:one|una?|uno)$/.test(word) && !/^(?:at|las?)$/.test(all[index - 1] ?? '');
    return isNumber(word, words) && !pronoun;
  });
  const [first, last] = [counts.indexOf(true), counts.lastIndexOf(true)];
  if (first < 0 || all.length > MOST_WORDS || counts.slice(first, last + 1).includes(false)) return null;
  return all.slice(first, last + 1).join(' ');
}

function byTime(items: readonly Numbered[], utterance: Utterance, state: State): Numbered[] | null {
  const said = utterance.clauses.flatMap((clause) => (clause.when ? [joinWhen(clause.when)] : []));
  const words = said.length > 0 ? said.join(' ') : bareNumber(utterance);
  if (words === null || negated.test(utterance.folded)) return null;
  const when = understandWhen(words, speechContext(state, utterance.language));
  if (!when || when.earliest) return null;
  const useful = when.date ?? when.time ?? when.from ?? when.dailyFrom ?? when.weekdays ?? when.candidates;
  if (useful === undefined) return null;
  const exactHalf = /\d\s?[ap]\.?\s?m\b|morning|manana|noche|night/.test(utterance.folded);
  const fitting = byPart(
    items.filter((item) => fits(item, when, exactHalf, state)),
    when,
    state,
  );
  return fitting.length > 0 || !namesWeekday(words)
    ? fitting
    : items.filter((item) => onSameWeekday(item, when, state));
}

/** Of noon and a later hour the later one is the afternoon's; where a clinic is open so long it lasts past six. */
function byPart(fitting: readonly Numbered[], when: When, state: State): Numbered[] {
  const afternoon = when.dailyFrom === '12:00' || when.from?.endsWith('T12:00') === true;
  const later = afternoon ? fitting.filter((item) => localOf(item.startsAt, state).time > '12:30') : [];
  return later.length > 0 ? later : [...fitting];
}

const WEEKDAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/;
const WHICH_WEEK = /\d|\b(?:this|next|coming|following|est[ae]|proxim[oa]|que viene|siguiente)\b/;

/** An hour's figures are no day of the month. */
const CLOCK = /\d{1,2}[:.h]\d\d|\d{1,2} ?[ap]\.?m\b|\b(?:at|@|las?) \d{1,2}\b/g;

function namesWeekday(words: string): boolean {
  const folded = fold(words);
  return WEEKDAY.test(folded) && !WHICH_WEEK.test(folded.replace(CLOCK, ' '));
}

/** "The Wednesday one" of a list is the Wednesday that is on it, whichever week that is in. */
function onSameWeekday(item: Numbered, when: When, state: State): boolean {
  if (!when.date) return false;
  const local = localOf(item.startsAt, state);
  const weekday = new Date(`${when.date}T12:00:00Z`).getUTCDay() || 7;
  const hour = (stamp: string | undefined): string | undefined => stamp?.slice(11);
  const early = local.time < (hour(when.from) ?? '00:00');
  const late = when.to !== undefined && local.time >= (hour(when.to) ?? '24:00');
  return local.weekday === weekday && !early && !late && (!when.time || sameClock(when.time, local.time, false));
}

/** Before an ordinal: "not the first", "la primera no" stands behind it and is read by `refusedBehind`. */
const refusedBefore = /\b(?:(?<!why )not|no quiero|no me sirve|anything but) (?:(?:the|that|la|el|esa|ese) )?$/;
const refusedBehind =
  /^ (?:one )?(?:no\b(?! (?:problem|worries))|won'?t (?:do|work)|is no good|no me (?:sirve|va|viene))/;

function byOrdinal(items: readonly Numbered[], utterance: Utterance): Numbered | null {
  const { picks } = utterance.words;
  const bare = /^\W*(?:number |option |numero |opcion |la |el |the )?(\d)\W*(?:please|por favor)?\W*$/.exec(
    utterance.folded,
  );
  if (bare) {
    const numbered = items.find((item) => item.number === Number(bare[1]));
    if (numbered) return numbered;
  }
  const said = picks.ordinals
    .flatMap((pattern, index) => places(utterance.folded, pattern).map((place) => ({ index, ...place })))
    .sort((a, b) => b.start - a.start);
  const { folded } = utterance;
  const unwanted = said.filter(
    ({ start, end }) => refusedBefore.test(folded.slice(0, start)) || refusedBehind.test(folded.slice(end)),
  );
  const wanted = said.find((one) => !unwanted.includes(one));
  if (wanted) return items[wanted.index] ?? null;
  if (unwanted.length > 0) {
    // "Not the first, the other": of two only.
    const left = items.filter((_item, index) => unwanted.every((one) => one.index !== index));
    return left.length === 1 ? (left[0] ?? null) : null;
  }
  return picks.last.test(utterance.folded) ? (items.at(-1) ?? null) : null;
}

function byDoctor(items: readonly Numbered[], utterance: Utterance): Numbered[] | null {
  const doctor = utterance.clauses.find((clause) => clause.doctor !== null)?.doctor;
  if (doctor) return items.filter((item) => foldName(item.doctor) === foldName(doctor));
  const specialty = utterance.clauses.find((clause) => clause.specialty !== null)?.specialty;
  const known = specialty && items.some((item) => item.specialty && item.specialty !== specialty);
  return known ? items.filter((item) => item.specialty === specialty) : null;
}

function byOrder(items: readonly Numbered[], utterance: Utterance): Numbered | null {
  const { picks } = utterance.words;
  // "Is that really the soonest?" takes nothing.
  if (utterance.text.includes('?') && (utterance.has('asking') || utterance.has('offerSeeking'))) return null;
  const inTime = [...items].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  if (picks.earlier.test(utterance.folded)) return inTime[0] ?? null;
  if (picks.later.test(utterance.folded)) return inTime.at(-1) ?? null;
  return picks.any.test(utterance.folded) && !refused.test(utterance.folded) ? (items[0] ?? null) : null;
}

const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b/;

/** Which of the numbered things the caller means. `current` is the one already chosen, for "the other one". */
export function pick(items: readonly Numbered[], utterance: Utterance, state: State, current?: number): Picked {
  if (items.length === 0 || utterance.has('putsOff')) return null;
  const ordinal = byOrdinal(items, utterance);
  const timed = byTime(items, utterance, state);
  // "Uhh the 2nd, in the afternoon": no day of theirs, but the second of them.
  const miscounted = ordinal !== null && timed?.length === 0 && !MONTH.test(utterance.folded);
  const narrowed = [miscounted ? null : timed, byDoctor(items, utterance)].filter((found) => found !== null);
  if (ordinal && narrowed.length === 0) return ordinal.number;
  if (narrowed.length > 0) {
    const left = items.filter((item) => narrowed.every((found) => found.includes(item)));
    if (left.length === 1) return left[0]?.number ?? null;
    if (left.length === 0) return null;
    if (ordinal && left.includes(ordinal)) return ordinal.number;
    return byOrder(left, utterance)?.number ?? 'which';
  }
  if (utterance.words.picks.other.test(utterance.folded)) {
    const others = items.filter((item) => item.number !== current);
    return others.length === 1 ? (others[0]?.number ?? null) : 'which';
  }
  return byOrder(items, utterance)?.number ?? null;
}
