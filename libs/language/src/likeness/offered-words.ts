import { localTime } from '../local-time';
import type { SpeechContext } from '../speech-context';
import { fold } from '../words';

// Of an answer to offered times it is told which of its words are those of the offer: "Friday please" takes a Friday that was
// offered and asks for one that was not.

/** Stands for a word of the offer. No caller says it. */
const OFFERED = 'zoffered';

const COUNTS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const CUENTAS =
  'cero una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte'.split(
    ' ',
  );
const RANKS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const MINUTES: Readonly<Record<string, readonly string[]>> = {
  '15': ['quarter', 'fifteen', 'cuarto', 'quince'],
  '30': ['half', 'thirty', 'media', 'treinta'],
  '45': ['quarter', 'cuarto', 'forty'],
};

/** Words that stand in many an offer and name none of it. */
const IDLE = new Set(
  'a an the i ive at on in or and with you your we have has can could see there is are to for of which would one either next of them two today works work suit dr doctor doctora dra nurse el la los las y o con de del a al en un una tengo hay le se que cual prefiere puedo dar para mi me su hora horas hueco opcion opciones dos both does do free first'.split(
    ' ',
  ),
);

const spoken = (number: number, ...names: (readonly string[])[]): string[] =>
  names.flatMap((words) => words[number] ?? []);

function hourWords(hours: number, minutes: string): string[] {
  const hour = hours % 12 || 12;
  return [`${hours}:${minutes}`, `${hour}:${minutes}`, `${hour}${minutes}`, ...(MINUTES[minutes] ?? [])].concat(
    [hours, hour].flatMap((one) => [String(one), ...spoken(one, COUNTS, CUENTAS)]),
  );
}

/** The words by which an offer, in whatever sentence, may be named: its days, hours and doctors. */
export function offeredWords(said: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of fold(said).match(/\d{1,2}[:.h]\d\d|[a-z0-9']+/g) ?? []) {
    const clock = /^(\d{1,2})[:.h](\d\d)$/.exec(word);
    const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
    if (clock) for (const one of hourWords(Number(clock[1]), clock[2] ?? '')) words.add(one);
    else if (number)
      for (const one of [
        word,
        number[1] ?? '',
        `${number[1] ?? ''}th`,
        ...spoken(Number(number[1]), COUNTS, CUENTAS, RANKS),
      ])
        words.add(one);
    else if (word.length > 2 && !IDLE.has(word)) words.add(word);
  }
  return words;
}

/** Folded words with those of the offer as one word each. */
export function withOffered(folded: string, said: string): string {
  const offered = offeredWords(said);
  return folded.replace(/\d{1,2}[:.h]\d\d|[a-z0-9']+/g, (word) => {
    const bare = word
      .replace(/'s?$/, '')
      .replace(/[.h](?=\d\d$)/, ':')
      .replace(/(?<=\d)(?:am|pm|st|nd|rd|th)$/, '');
    return offered.has(word) || offered.has(bare) ? OFFERED : word;
  });
}

const DAY_MS = 86_400_000;

/** A time with whom it is, as it may be named: "Friday, May 7 tomorrow 14:30 Ruth Adler". */
export function namedOffer(startsAt: string, names: string, { now, timezone, language }: SpeechContext): string {
  const { day } = localTime(startsAt, timezone);
  const spanish = language === 'es';
  const said = new Date(`${day}T12:00:00Z`).toLocaleDateString(spanish ? 'es' : 'en', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const time = new Date(startsAt).toLocaleTimeString('sv-SE', { timeZone: timezone, timeStyle: 'short' });
  const tomorrow = localTime(new Date(Date.parse(now) + DAY_MS).toISOString(), timezone).day;
  const near = day === localTime(now, timezone).day ? 'today hoy' : day === tomorrow ? 'tomorrow mañana' : '';
  return [said, near, time, names].join(' ');
}
