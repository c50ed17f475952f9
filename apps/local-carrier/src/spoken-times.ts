import { fold, nameDistance } from '@clinicall/language';

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  en: 'twelve one two three four five six seven eight nine ten eleven'.split(' '),
  es: 'doce una dos tres cuatro cinco seis siete ocho nueve diez once'.split(' '),
};
const MINUTES: Readonly<Record<number, string>> = {
  0: `(:00|00| o'?clock| en punto)?`,
  15: '([: ]15| fifteen| y cuarto| quince)',
  30: '([: ]?30| thirty| y media| treinta)',
  45: '([: ]45| forty[- ]?five| cuarenta y cinco)',
};
const WEEKDAYS = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
] as const;
const HALF = /half past |quarter past |quarter to /;
const FAR = 0.34;

export interface Place {
  readonly doctor?: string;
  /** Local, YYYY-MM-DDTHH:mm. */
  readonly startsAt?: string;
}

/** Whether heard words name this time (and its weekday, when any weekday is named) and this doctor (when any is named). */
export function names(heard: string, place: Place): boolean {
  const text = fold(heard).replace(/\b([ap])\. ?m\b\.?/g, '$1m');
  return (
    namesTime(text, place.startsAt) &&
    namesWeekday(text, place.startsAt) &&
    namesDate(text, place.startsAt) &&
    namesDoctor(heard, text, place.doctor)
  );
}

function namesTime(text: string, startsAt: string | undefined): boolean {
  const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(startsAt ?? '') ?? [];
  if (hours === undefined || minutes === undefined) return true;
  const hour = Number(hours) % 12;
  const minute = Number(minutes);
  const said = [String(hour === 0 ? 12 : hour), hours, NUMBERS.en?.[hour], NUMBERS.es?.[hour]].join('|');
  const tail = MINUTES[minute] ?? `[: ]${minutes}`;
  // A bare number is a time only with something that makes it one: "at 3", "3 pm", "a las tres".
  const bare =
    minute === 0
      ? `((at|for|to|las|la) (${said})\\b(?![: ]?\\d)|\\b(${said})(:00)? ?(am|pm|o'?clock|de la|en punto)|\\b(${said}):00)`
      : '';
  const past = minute === 30 ? `|half past (${said})\\b` : minute === 15 ? `|quarter past (${said})\\b` : '';
  const pattern = bare === '' ? `\\b(${said})${tail}\\b${past}` : bare;
  return new RegExp(pattern).test(minute === 0 ? text.replace(HALF, 'past ') : text);
}

function namesWeekday(text: string, startsAt: string | undefined): boolean {
  const named = WEEKDAYS.map((words) => words.some((word) => new RegExp(`\\b${word}s?\\b`).test(text)));
  if (startsAt === undefined || !named.includes(true)) return true;
  return named[new Date(`${startsAt.slice(0, 10)}T12:00:00Z`).getUTCDay()] === true;
}

const MONTHS = [
  'jan(uary)?|enero',
  'feb(ruary)?|febrero',
  'mar(ch)?|marzo',
  'apr(il)?|abril',
  'may|mayo',
  'june?|junio',
  'july?|julio',
  'aug(ust)?|agosto',
  'sept?(ember)?|sep?tiembre',
  'oct(ober)?|octubre',
  'nov(ember)?|noviembre',
  'dec(ember)?|diciembre',
];

/** Of days named with their month in digits ("May 4", "4 de mayo"), one must be this one. */
function namesDate(text: string, startsAt: string | undefined): boolean {
  if (startsAt === undefined) return true;
  const day = Number(startsAt.slice(8, 10));
  const month = MONTHS[Number(startsAt.slice(5, 7)) - 1] ?? '';
  const any = new RegExp(`\\b(${MONTHS.join('|')}) \\d{1,2}\\b|\\b\\d{1,2} (de )?(${MONTHS.join('|')})\\b`);
  if (!any.test(text)) return true;
  return new RegExp(`\\b(${month}) ${day}\\b|\\b${day} (de )?(${month})\\b`).test(text);
}

function namesDoctor(heard: string, text: string, doctor: string | undefined): boolean {
  if (doctor === undefined || !/\b(dr|doctor|doctora|dra)\b/.test(text)) return true;
  return nameDistance(heard, doctor) <= FAR;
}
