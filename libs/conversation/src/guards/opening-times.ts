import { fold } from '@clinicall/language';
import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../facts';
import type { DateMention } from './mentioned-dates';
import { mentionedTimes } from './mentioned-times';
import type { Content } from './content';

const HOURS =
  /\b(?:open|opens|opening|close|closes|closed|shut|shuts|hours|abiert[oa]s?|abrimos|abre|cierra|cerramos|cerrad[oa]s?|horario|atendemos)\b/;
const CLOSED = /\b(?:closed|(?:are|is|were|was) shut|cerrad[oa]s?|not open|no abrimos)\b/;

export function speaksOfHours(sentence: string): boolean {
  return HOURS.test(fold(sentence));
}

/** "We are open Monday to Friday, eight to six" against the clinic's hours; a day said to be closed must be closed. */
export function hoursAllow(sentence: string, content: Content, facts: Facts): boolean {
  if (facts.hours === undefined) return false;
  const open = openDays(facts.hours);
  const minutes = new Set(mentionedTimes(fold(facts.hours)).times.flatMap((time) => time.minutes));
  const closed = CLOSED.test(fold(sentence));
  const weekdays = content.dates.map((date) => weekdayOf(date));
  if (weekdays.includes(undefined)) return false;
  const days = weekdays.every((day) => day !== undefined && (open.has(day) || closed));
  const claimsClosed =
    !closed ||
    weekdays.every((day) => day === undefined || !open.has(day) || open.size === 7 || content.times.length > 0);
  return days && claimsClosed && content.times.every((time) => time.minutes.some((minute) => minutes.has(minute)));
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

function openDays(hours: string): Set<number> {
  const open = new Set<number>();
  for (const part of fold(hours).split(/[,;]|\by\b(?! (?:media|cuarto))|\band\b/)) {
    const [first, last] = NAMES.map((name, at) => ({ at: at + 1, index: part.search(name) }))
      .filter((day) => day.index >= 0)
      .sort((a, b) => a.index - b.index);
    if (first === undefined) {
      if (/daily|every day|a diario|todos los dias|cada dia/.test(part)) NAMES.forEach((_name, at) => open.add(at + 1));
      continue;
    }
    for (let day = first.at; ; day = (day % 7) + 1) {
      open.add(day);
      if (day === (last?.at ?? first.at)) break;
    }
  }
  return open;
}

function weekdayOf(date: DateMention): number | undefined {
  if (date.weekday !== undefined) return date.weekday;
  const [day] = date.between ?? [];
  if (day === undefined || date.between?.[1] !== day) return undefined;
  return Temporal.PlainDate.from(day).dayOfWeek;
}
