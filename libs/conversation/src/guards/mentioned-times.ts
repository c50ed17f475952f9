import { HOUR_WORDS, MINUTE_WORDS, numberOf } from './number-words';

/** A time of day in somebody's words: the minutes of the day (0 … 1439) it may mean. */
export interface TimeMention {
  readonly text: string;
  readonly minutes: readonly number[];
}

/** Left where a mention stood, so that it is not read twice and a list after it can be seen. */
const TAKEN = '\u0001';

const HALF_DAY =
  '(?:\\s*(?<half>[ap]\\.?\\s?m\\b\\.?)|\\s*(?:in the|de la|por la|this|en la)\\s+(?<part>morning|afternoon|evening|manana|tarde|noche|madrugada)|\\s+(?<noonish>at night|del mediodia|tonight))?';
const HOUR = `(?<hour>\\d{1,2}|${HOUR_WORDS})`;
const NOT_A_TIME =
  '(?![-\\s]*(?:\\d|[:.]\\d|%|°|st\\b|nd\\b|rd\\b|th\\b|minutes?|mins?\\b|hours?|days?|weeks?|months?|years?|people|patients|doctors?|options?|times?|slots?|openings?|appointments?|questions?|things?|choices|specialt|digits?|of\\b|point|moment|or more|more\\b|minutos?|horas?\\b|dias?|semanas?|meses|anos?|opciones|citas?|doctor|medic|veces|fechas|son|eran|tienen|quedan|quedaron|personas|preguntas|cosas|especialidades|mejores|primeras|ultimas|digitos|de (?:ellas|ellos|nuestr|las|los|mayo|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)))';

const patterns: readonly RegExp[] = [
  /(?<![\d$€£.,/-])(?<hour>[01]?\d|2[0-4])\s?[:h]\s?(?<minute>[0-5]\d)(?!\d)/,
  /(?<![\d$€£.,/-])(?<hour>[01]?\d|2[0-4])\.(?<minute>[0-5]\d)(?=\s*(?:[ap]\.?\s?m\b|hours|horas|h\b|o'?clock))/,
  /\b(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s?(?:hours|hrs|horas|h)\b/,
  // "Seven thirty to five" is a span too, and the thirty is the seven's.
  new RegExp(
    `\\b(?<hour>${HOUR_WORDS})[-\\s]+(?<minute>fifteen|twenty|thirty|forty[-\\s]?five|forty|fifty)(?=\\s+(?:to|till|until)\\s)`,
  ),
  // "Eight to six" is a span, not eight minutes to six; its end follows below.
  new RegExp(
    `\\b(?<hour>one|two|three|four|six|seven|eight|nine|eleven|twelve)(?=\\s+(?:to|till|until)\\s+(?:\\d{1,2}|noon|midday|${HOUR_WORDS})\\b)`,
  ),
  // "De ocho a seis", without its articles.
  new RegExp(
    `(?<=\\b(?:de|desde) )(?<hour>${HOUR_WORDS}|\\d{1,2})(?=\\s+(?:a|hasta)\\s+(?:las? )?(?:(?:1[3-9]|2[0-3])\\b|(?:\\d{1,2}|mediodia|${HOUR_WORDS})\\b${NOT_A_TIME}))`,
  ),
  new RegExp(
    `(?<!\\b(?:from|between|open) )\\b(?<to>quarter|half|${MINUTE_WORDS}|5|10|20|25)(?:\\s+minutes)?\\s+(?<direction>past|after|to|till|before)\\s+${HOUR}\\b`,
  ),
  new RegExp(`\\b(?<to>cuarto|${MINUTE_WORDS}|\\d{1,2})(?:\\s+minutos)?\\s+(?<direction>para)\\s+las?\\s+${HOUR}\\b`),
  new RegExp(
    `\\b(?:las?\\s+)?${HOUR}\\s+(?<direction>y|menos)\\s+(?<to>media|cuarto|${MINUTE_WORDS}|\\d{1,2})\\b(?!\\s*(?:citas|opciones|doctor))`,
  ),
  new RegExp(`\\blas?\\s+${HOUR}\\s+(?<direction>con)\\s+(?<to>${MINUTE_WORDS}|\\d{2})\\b`),
  // "Half eight" is past it.
  new RegExp(`\\b(?<to>half)(?<direction>\\s)(?<hour>${HOUR_WORDS}|\\d{1,2})\\b${NOT_A_TIME}`),
  new RegExp(`\\b${HOUR}\\s+o'?\\s?clock`),
  new RegExp(
    `(?<![\\d$€£.,:/-])\\b(?<hour>${HOUR_WORDS})[-\\s]+(?<minute>oh[-\\s](?:five|one|two)|${MINUTE_WORDS})\\b${NOT_A_TIME}`,
  ),
  new RegExp(
    `(?<![\\d$€£.,:/-])\\b${HOUR}(?=\\s*[ap]\\.?\\s?m\\b|\\s+(?:in the (?:morning|afternoon|evening)|at night|de la (?:manana|tarde|noche|madrugada)|del mediodia))`,
  ),
  new RegExp(`\\b(?:a|de|desde|hasta|sobre|para|entre|y|o|tipo|hacia)?\\s*\\blas?\\s+${HOUR}\\b${NOT_A_TIME}`),
  new RegExp(
    `\\b(?:at|around|about|by|from|until|till|before|after|between|past)\\s+(?:exactly |about |around )?${HOUR}\\b${NOT_A_TIME}`,
  ),
  new RegExp(`\\b(?<hour>1[3-9]|2[0-3])\\s?(?:h|hrs|horas)\\b`),
  // "It got moved to five."
  new RegExp(
    `(?<=\\b(?:moved|rescheduled|changed|switched|pushed|bumped|shifted|brought|swapped)(?: \\w+){0,3} )to\\s+${HOUR}\\b${NOT_A_TIME}`,
  ),
];
const following = new RegExp(
  `${TAKEN}[^${TAKEN}]?\\s*(?:,|or|and|to|o|u|y|a|-|–|through|hasta|,\\s*(?:or|and|o|y))\\s*(?:las?\\s+|at\\s+)?${HOUR}\\b${NOT_A_TIME}`,
);
const readings = [...patterns, following, following, following].map(
  (pattern) => new RegExp(pattern.source + HALF_DAY, 'g'),
);
const named: readonly [RegExp, number][] = [
  [/\b(?:noon|midday|mediodia)\b/g, 720],
  [/\b(?:midnight|medianoche)\b/g, 0],
];

/** Without one of these there is no time: most clauses need no closer look. */
const MAYBE = new RegExp(`\\d|\\b(?:${HOUR_WORDS}|noon|midday|mediodia|midnight|medianoche)`);

/** "A quarter to noon". */
const BY_NOON = /(?<=\b(?:quarter|half|five|ten|twenty|twenty-five) (?:to|past|before|after|till) )(?:noon|midday)\b/g;

/** Every time of day in folded words, English and Spanish alike; prices must be taken out before. */
export function mentionedTimes(folded: string, mark = ' '): { times: TimeMention[]; rest: string } {
  const times: TimeMention[] = [];
  if (!MAYBE.test(folded)) return { times, rest: folded };
  let rest = folded.replace(BY_NOON, 'twelve');
  for (const reading of readings) {
    rest = rest.replace(reading, (...match: unknown[]) => {
      const text = String(match[0]);
      const minutes = minutesOf(match.at(-1) as Groups);
      if (minutes.length === 0) return text;
      times.push({ text: text.trim(), minutes });
      return ` ${TAKEN} `;
    });
  }
  for (const [word, minutes] of named) {
    rest = rest.replace(word, (text) => {
      times.push({ text, minutes: [minutes] });
      return ` ${TAKEN} `;
    });
  }
  return { times, rest: rest.replaceAll(TAKEN, mark) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function minutesOf(groups: Groups): number[] {
  const hour = numberOf(groups['hour'] ?? '');
  if (hour === undefined || hour > 24) return [];
  const minute = numberOf((groups['minute'] ?? '').replace(/^oh[-\s]/, '')) ?? 0;
  const offset = offsetOf(groups);
  if (minute > 59 || offset === undefined) return [];
  const base = (hour % 24) * 60 + minute + offset;
  const wrap = (value: number) => ((value % 1440) + 1440) % 1440;
  if (hour > 12 || hour === 0) return [wrap(base)];
  const morning = (hour % 12) * 60 + minute + offset;
  const half = groups['half']?.[0] ?? { morning: 'a', manana: 'a', madrugada: 'a' }[groups['part'] ?? ''];
  if (half === 'a') return [wrap(morning)];
  if (half === 'p' || groups['part'] !== undefined || groups['noonish'] !== undefined) return [wrap(morning + 720)];
  return [wrap(morning), wrap(morning + 720)];
}

/** "quarter to", "y media": minutes to add to the hour; undefined when it is none. */
function offsetOf(groups: Groups): number | undefined {
  const { to, direction } = groups;
  if (to === undefined || direction === undefined) return 0;
  const amount = { quarter: 15, cuarto: 15, half: 30, media: 30 }[to] ?? numberOf(to);
  if (amount === undefined || amount > 59) return undefined;
  return /^(?:to|till|before|para|menos)$/.test(direction) ? -amount : amount;
}
