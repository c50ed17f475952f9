import { remembered } from '@clinicall/language';
import { Temporal } from 'temporal-polyfill';
import { Sieve } from './sieve';
import { COUNT_WORDS, DAY_WORDS, numberOf, ORDINAL_WORDS, SPANISH_DAYS } from './number-words';

/** A day in somebody's words: what a calendar day must be for the words to fit it. */
export interface DateMention {
  readonly text: string;
  /** ISO weekday, 1 Monday. */
  readonly weekday?: number;
  readonly month?: number;
  readonly day?: number;
  readonly year?: number;
  /** YYYY-MM-DD bounds, both inside. */
  readonly between?: readonly [string, string];
}

const MONTHS = [
  ['january|jan|enero', 1],
  ['february|feb|febrero', 2],
  ['march|mar|marzo', 3],
  ['april|apr|abril', 4],
  ['may|mayo', 5],
  ['june|jun|junio', 6],
  ['july|jul|julio', 7],
  ['august|aug|agosto', 8],
  ['september|sept|sep|septiembre|setiembre', 9],
  ['october|oct|octubre', 10],
  ['november|nov|noviembre', 11],
  ['december|dec|diciembre', 12],
] as const;
const WEEKDAYS = [
  ['monday|lunes', 1],
  ['tuesday|martes', 2],
  ['wednesday|miercoles', 3],
  ['thursday|jueves', 4],
  ['friday|viernes', 5],
  ['saturday|sabado', 6],
  ['sunday|domingo', 7],
  ['tues?', 2],
  ['wed', 3],
  ['thu(?:rs?)?', 4],
  ['fri', 5],
] as const;
const oneOf = (list: readonly (readonly [string, number])[]) => list.map(([words]) => words).join('|');
const valueIn = (list: readonly (readonly [string, number])[], word: string) =>
  list.find(([words]) => new RegExp(`^(?:${words})$`).test(word))?.[1];

const MONTH = `(?<month>${oneOf(MONTHS)})\\b\\.?`;
const DAY = `(?<day>\\d{1,2}(?:st|nd|rd|th)?|${DAY_WORDS}|${ORDINAL_WORDS}|first|second|third)`;
const YEAR = '(?:,?\\s+(?:de\\s+|del\\s+)?(?<year>(?:19|20)\\d\\d))?';
const WEEKDAY = `(?:(?<weekday>${oneOf(WEEKDAYS)})s?\\b\\.?[\\s,]*(?:the\\s+|el\\s+|dia\\s+|on\\s+)*)`;

type Read = (groups: Groups, today: Temporal.PlainDate) => Omit<DateMention, 'text'> | undefined;
type Groups = Readonly<Record<string, string | undefined>>;

const calendar: Read = ({ weekday, month, day, year }) => ({
  weekday: weekday === undefined ? undefined : valueIn(WEEKDAYS, weekday),
  month: month === undefined ? undefined : (valueIn(MONTHS, month) ?? Number(month)),
  day: day === undefined ? undefined : (numberOf(day) ?? -1),
  year: year === undefined ? undefined : Number(year),
});
const exactly = (date: Temporal.PlainDate) => ({ between: [date.toString(), date.toString()] as const });
const ahead =
  (days: number): Read =>
  (_groups, today) =>
    exactly(today.add({ days }));
const week =
  (weeks: number, first = 1, last = 7): Read =>
  (_groups, today) => {
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
    return { between: [monday.add({ days: first - 1 }).toString(), monday.add({ days: last - 1 }).toString()] };
  };
const later: Read = ({ count, unit }, today) => {
  const amount = numberOf(count ?? '') ?? 1;
  return exactly(
    today.add(
      /^(?:week|semana)/.test(unit ?? '')
        ? { weeks: amount }
        : /^(?:month|mes)/.test(unit ?? '')
          ? { months: amount }
          : { days: amount },
    ),
  );
};
/** 5/4: either order, so both readings fit; a false one must miss every fact both ways. */
const slashed: Read = ({ a, b, year }) => {
  const [first, second] = [Number(a), Number(b)];
  const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);
  if (first > 12) return { day: first, month: second, year: full };
  return { month: first, day: second, year: full };
};
const nextMonth: Read = (_groups, today) => {
  const first = today.add({ months: 1 }).with({ day: 1 });
  return { between: [first.toString(), first.add({ months: 1 }).subtract({ days: 1 }).toString()] };
};

const patterns: readonly (readonly [string, Read])[] = [
  ['\\b(?<year>(?:19|20)\\d\\d)-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:t[\\d:.]+)?', calendar],
  [`${WEEKDAY}?\\b${MONTH}\\s+(?:the\\s+)?${DAY}\\b${YEAR}`, calendar],
  [`${WEEKDAY}?\\b${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH}${YEAR}`, calendar],
  ['(?<![\\d/])(?<a>\\d{1,2})/(?<b>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?(?![\\d/])', slashed],
  ['\\b(?:the )?day after tomorrow\\b|\\bpasado manana\\b', ahead(2)],
  ['\\btomorrow\\b|(?<!\\b(?:la|esta|de|cada|media) )\\bmanana\\b', ahead(1)],
  [`\\b(?<count>\\d{1,2}|a|${COUNT_WORDS}) (?<unit>days?|weeks?) (?:from (?:now|today)|today)\\b`, later],
  ['\\b(?:today|tonight|hoy)\\b|\\b(?:this|esta) (?:morning|afternoon|evening|manana|tarde|noche)\\b', ahead(0)],
  ['\\b(?:yesterday|ayer)\\b', ahead(-1)],
  ['\\b(?:this|el|este) (?:coming )?(?:weekend|fin de semana)\\b', week(0, 6, 7)],
  ['\\bnext weekend\\b|\\bproximo fin de semana\\b', week(1, 6, 7)],
  ['\\b(?:this|esta) (?:week|semana)\\b', week(0)],
  ['\\bnext week\\b|\\b(?:proxima|otra) semana\\b|\\bsemana (?:que viene|proxima|siguiente)\\b', week(1)],
  ['\\bnext month\\b|\\bproximo mes\\b|\\bmes (?:que viene|proximo)\\b', nextMonth],
  [
    `\\b(?:in|within|en|dentro de) (?<count>\\d{1,2}|a|un|una|${COUNT_WORDS}) (?<unit>days?|weeks?|months?|dias?|semanas?|mes(?:es)?)\\b`,
    later,
  ],
  [
    `${WEEKDAY}(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL_WORDS}|first|second|third)\\b(?!\\s*(?::|[ap]\\.?m|one|option|time|slot|o.clock))`,
    calendar,
  ],
  [
    `\\b(?<weekday>lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\s+(?:dia\\s+)?(?<day>${SPANISH_DAYS})\\b(?!\\s*(?:opcion|citas|turnos|horas|horarios|huecos|veces|y media|y cuarto|en punto|de la))`,
    calendar,
  ],
  [`\\b(?<weekday>${oneOf(WEEKDAYS)})s?\\b`, calendar],
  [
    `\\b(?:the|el|dia)\\s+(?<day>\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS})\\b(?!\\s+(?:one|option|time|slot|floor|street|avenue|appointment|attempt|opcion))`,
    calendar,
  ],
  [`\\bel (?:dia )?(?<day>${DAY_WORDS})\\b(?!\\s*(?:por ciento|de cada|y media|anos|horas))`, calendar],
  [`\\b(?:la|lo|el) del (?:dia )?(?<day>${DAY_WORDS}|[12]?\\d|3[01])\\b`, calendar],
  ['\\bel (?:dia )?(?<day>[12]?\\d|3[01])\\b(?!\\s*(?:%|anos|[:.]\\d|por ciento|de cada))', calendar],
  ['\\bon the (?<day>first|second|third)\\b(?!\\s+(?:one|option|time|slot|floor|appointment))', calendar],
  [`\\b(?:in|en|during|until|till|hasta|by|of|de) (?<month>${oneOf(MONTHS)})\\b`, calendar],
  ['\\b(?<year>(?:19|20)\\d\\d)\\b', calendar],
];

const readings = new Sieve(
  patterns.map(([source, read]) => ({ reading: new RegExp(source, 'g'), read })),
  ({ reading }) => reading,
);

/** Without one of these there is no day: most clauses need no closer look. */
const MAYBE = new RegExp(
  `\\d|\\b(?:${oneOf(MONTHS)}|${oneOf(WEEKDAYS)}|${ORDINAL_WORDS}|first|second|third|tomorrow|today|tonight|yesterday|manana|hoy|ayer|morning|afternoon|evening|tarde|noche|weekend|semana|week|month|mes|day|dia|del |el (?:${DAY_WORDS})\\b)`,
);

/** @param text YYYY-MM-DD. */
const dayOf = remembered((text) => Temporal.PlainDate.from(text));

/** Every day named in folded words, English and Spanish alike; times must be taken out before. */
export function mentionedDates(folded: string, today: string, mark = ' '): { dates: DateMention[]; rest: string } {
  const dates: DateMention[] = [];
  if (!MAYBE.test(folded)) return { dates, rest: folded };
  const now = dayOf(today);
  let rest = folded;
  for (const { reading, read } of readings.left(folded)) {
    rest = rest.replace(reading, (...match: unknown[]) => {
      const groups = match.at(-1);
      const mention = read(typeof groups === 'object' ? ((groups ?? {}) as Groups) : {}, now);
      if (mention === undefined) return String(match[0]);
      dates.push({ text: String(match[0]).trim(), ...mention });
      return ' \u0001 ';
    });
  }
  return { dates, rest: rest.replaceAll('\u0001', mark) };
}

/** Whether a calendar day (YYYY-MM-DD) fits what was said. */
export function fits(mention: DateMention, date: string): boolean {
  const day = dayOf(date);
  const same = (said: number | undefined, is: number) => said === undefined || said === is;
  return (
    same(mention.weekday, day.dayOfWeek) &&
    same(mention.month, day.month) &&
    same(mention.day, day.day) &&
    same(mention.year, day.year) &&
    (mention.between === undefined || (date >= mention.between[0] && date <= mention.between[1]))
  );
}

const NEAR_DAYS = 14;

/** Whether a day of the next two weeks fits both: "Monday" and "31 May". @param today YYYY-MM-DD. */
export function mayBeOne(one: DateMention, other: DateMention, today: string): boolean {
  const first = Temporal.PlainDate.from(today);
  return Array.from({ length: NEAR_DAYS }, (_none, days) => first.add({ days }).toString()).some(
    (day) => fits(one, day) && fits(other, day),
  );
}
