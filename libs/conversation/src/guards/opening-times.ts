import { fold, localTime } from '@clinicall/language';
import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../facts';
import { mayBeOne, mentionedDates } from './mentioned-dates';
import type { DateMention } from './mentioned-dates';
import { mentionedTimes } from './mentioned-times';
import { contentOf } from './content';
import type { Content } from './content';

const HOURS =
  /\b(?:open|opens|opening|close|closes|closed|shut|shuts|hours|we (?:finish|start|begin)|we(?:'re| are) here|(?:wrap|wraps|lock|locks) up|closing|no .{1,20} hours|(?:nobody|no one)(?:'s| is)? (?:in|here)|se trabaja|trabajamos|hay gente|no hay (?:servicio|consulta|atencion|nadie)|estamos (?:de|hasta|desde)|come any ?time|abiert[oa]s?|abrimos|abre|cierra|cerramos|cerrad[oa]s?|horario|atendemos|terminamos)\b/;
const CLOSED =
  /(?:\b(?:closed|(?:are|is|were|was) shut|cerrad[oa]s?|not open|don't open|no .{1,20} hours|(?:nobody|no one)(?:'s| is)? (?:in|here)|no abrimos|no (?:se )?abre|no (?:trabajamos|se trabaja|atendemos|se atiende)|no hay (?:servicio|consulta|atencion|nadie))|'(?:re|s) shut)\b/;
/** One time alone, at which the doors shut or open. */
const SHUTS =
  /\b(?:(?:closes?|closing|shuts?|finish(?:es)?|(?:wraps?|locks?) up) (?:\w+ ){0,2}?at|(?:cierra|cerramos|terminamos) (?:\w+ )?a las?)\b/;
const BOTH = /\b(?:open|opens|from|abrimos|abre|de \w+ a|desde)\b/;

export function speaksOfHours(sentence: string): boolean {
  return HOURS.test(fold(sentence));
}

interface Opening {
  /** ISO weekdays. */
  readonly days: ReadonlySet<number>;
  readonly minutes: readonly number[];
}

/** "We are open Monday to Friday, eight to six" against the clinic's hours; a day said to be closed must be closed, a time must be of that day. */
export function hoursAllow(sentence: string, content: Content, facts: Facts): boolean {
  if (facts.hours === undefined) return false;
  const clauses = clausesOf(fold(sentence));
  if (clauses.length > 1) return clauses.every((clause) => hoursAllow(clause, contentOf(clause, facts), facts));
  const openings = openingsIn(facts.hours);
  const open = new Set(openings.flatMap(({ days }) => [...days]));
  const folded = fold(sentence);
  const closed = CLOSED.test(folded);
  if (
    content.dates.length > 0 &&
    content.times.length === 0 &&
    closed &&
    content.dates.every((date) => isShut(date, facts))
  )
    return true;
  const weekdays = content.dates.map((date) => weekdayOf(date));
  if (weekdays.includes(undefined)) return false;
  if (/\b(?:weekdays?|entre semana)\b/.test(folded)) weekdays.push(1, 2, 3, 4, 5);
  const days = weekdays.every((day) => day !== undefined && (open.has(day) || closed));
  const claimsClosed =
    !closed ||
    weekdays.every((day) => day === undefined || !open.has(day) || open.size === 7 || content.times.length > 0);
  const theirs = openings.filter(
    (one) => weekdays.length === 0 || weekdays.some((day) => day !== undefined && one.days.has(day)),
  );
  const shuts = SHUTS.test(folded) && !BOTH.test(folded);
  const minutes = new Set(theirs.flatMap((one) => (shuts ? one.minutes.slice(1) : one.minutes)));
  return days && claimsClosed && content.times.every((time) => time.minutes.some((minute) => minutes.has(minute)));
}

/** A day that is near enough to be spoken of without its date, which the hours name as one that stays shut: "closed on Monday 5 July". */
function isShut(said: DateMention, facts: Facts): boolean {
  const today = localTime(facts.speech.now, facts.speech.timezone).day;
  return fold(facts.hours ?? '')
    .split(/[,;.](?!\d)/)
    .filter((part) => CLOSED.test(part))
    .flatMap((part) => mentionedDates(part, today).dates)
    .some((shut) => shut.day !== undefined && mayBeOne(said, shut, today));
}

/** "On Saturdays we close at 12:30, and on Sundays we're shut": each with hours of its own. */
function clausesOf(folded: string): string[] {
  const clauses = [''];
  for (const part of folded.split(/((?:[,;]\s*(?:and|but|y|pero)?|\s+(?:and|but|y|pero))\s+)/)) {
    const last = clauses.at(-1) ?? '';
    if (HOURS.test(last) && HOURS.test(part)) clauses.push(part);
    else clauses[clauses.length - 1] = last + part;
  }
  return clauses;
}

const NAMES = [
  'monday|lunes',
  'tuesday|martes',
  'wednesday|miercoles',
  'thursday|jueves',
  'friday|viernes',
  'saturday|sabado',
  'sunday|domingo',
];

function openingsIn(hours: string): Opening[] {
  const openings: { days: Set<number>; minutes: number[] }[] = [];
  // Written by the 24-hour clock, "08:00" is no evening.
  const ofDay = /\b(?:0\d|1[3-9]|2[0-3])[:.h]\d\d/.test(hours);
  for (const part of fold(hours).split(/[,;.](?!\d)|\by\b(?! (?:media|cuarto))|\band\b/)) {
    const days = daysOf(part);
    const minutes = mentionedTimes(part).times.flatMap((time) => (ofDay ? clock(time.minutes) : time.minutes));
    const last = openings.at(-1);
    // Hours without days are those of the days before.
    if (days.size > 0) openings.push({ days, minutes });
    else if (minutes.length > 0 && last !== undefined) last.minutes.push(...minutes);
    else if (minutes.length > 0) openings.push({ days: new Set([1, 2, 3, 4, 5, 6, 7]), minutes });
  }
  // Days listed before their hours: "Monday, Wednesday and Friday 9 to 5".
  for (let at = openings.length - 2; at >= 0; at--) {
    const [one, next] = [openings[at], openings[at + 1]];
    if (one?.minutes.length === 0 && next !== undefined && !/cerrad|closed/.test(hours))
      one.minutes.push(...next.minutes);
  }
  return openings.filter(({ minutes }) => minutes.length > 0);
}

const clock = (minutes: readonly number[]) =>
  minutes.filter((minute) => minutes.length === 1 || (minute >= 60 && minute < 780));

function daysOf(part: string): Set<number> {
  const days = new Set<number>();
  const [first, last] = NAMES.map((name, at) => ({ at: at + 1, index: part.search(name) }))
    .filter((day) => day.index >= 0)
    .sort((a, b) => a.index - b.index);
  if (first === undefined) {
    if (/daily|every day|a diario|todos los dias|cada dia/.test(part)) NAMES.forEach((_name, at) => days.add(at + 1));
    return days;
  }
  for (let day = first.at; ; day = (day % 7) + 1) {
    days.add(day);
    if (day === (last?.at ?? first.at)) break;
  }
  return days;
}

function weekdayOf(date: DateMention): number | undefined {
  if (date.weekday !== undefined) return date.weekday;
  const [day] = date.between ?? [];
  if (day === undefined || date.between?.[1] !== day) return undefined;
  return Temporal.PlainDate.from(day).dayOfWeek;
}
