import { Temporal } from 'temporal-polyfill';
import { phrase } from './catalogue';
import { localTime } from './local-time';
import { localeOf, type Language, type SpeechContext } from './speech-context';

const formats = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();

/** Making one costs more than a hundred uses of it. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** "3:00 PM" where clocks have twelve hours, "15:00" elsewhere; "3:00 p. m." in Spanish. */
export function sayTime(instant: string, c: SpeechContext): string {
  return formatOf(localeOf(c), { hour: 'numeric', minute: '2-digit', timeZone: c.timezone })
    .format(new Date(instant))
    .replace(/[\u202f\u00a0]/g, ' ');
}

/** "tomorrow, Tuesday, May 4"; "Tuesday, May 4"; "martes 4 de mayo"; with the year when it is not this one. */
export function sayDay(instant: string, c: SpeechContext): string {
  const day = Temporal.PlainDate.from(localTime(instant, c.timezone).day);
  const today = Temporal.PlainDate.from(localTime(c.now, c.timezone).day);
  const said = dayWords(day, c, day.year !== today.year);
  const ahead = today.until(day, { largestUnit: 'days' }).days;
  if (ahead !== 0 && ahead !== 1) return said;
  return `${phrase(c.language, ahead === 0 ? 'conversation:near.today' : 'conversation:near.tomorrow')}, ${said}`;
}

/** A date without its weekday, with its year: "February 1, 1970", "1 de febrero de 1970". */
export function sayDate(date: string, c: SpeechContext): string {
  return formatOf(localeOf(c), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utc(date));
}

function dayWords(day: Temporal.PlainDate, c: SpeechContext, withYear: boolean): string {
  const words = formatOf(localeOf(c), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(utc(day.toString()));
  // A voice pauses at the comma of "martes, 4 de mayo", as no speaker does.
  return c.language === 'es' ? words.replace(',', '') : words;
}

function utc(date: string): Date {
  return new Date(`${date.slice(0, 10)}T12:00:00Z`);
}

/** "A, B, or C"; "A, B y C". Spanish "y" and "o" become "e" and "u" before their own sound. */
export function sayList(items: readonly string[], c: { language: Language }, kind: 'and' | 'or' = 'and'): string {
  const type = kind === 'and' ? 'conjunction' : 'disjunction';
  const key = `${c.language} ${type}`;
  const known = lists.get(key) ?? new Intl.ListFormat(c.language, { style: 'long', type });
  lists.set(key, known);
  return known.format(items);
}
