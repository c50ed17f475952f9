import { asSaid, atHour, clock, inHalf, past, thisTime, to, together } from './clock-times';
import {
  englishCalendar,
  englishDay,
  englishDaynumber,
  englishHolidays,
  englishPeriod,
  englishSpan,
} from './english-days';
import { englishParts } from './english-parts';
import { englishPhrases, englishWeekdays } from './english-phrases';
import type { LanguageOfTime } from './grammar';
import { rule } from './patterns';
import { countOf, type Meaning } from './values';

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const numbered = (words: string) => Object.fromEntries(words.split(' ').map((word, n) => [word, n]));

/** "430 pm": the time first, then its half. */
const run =
  (half: Meaning): Meaning =>
  (c, moment) => {
    const time = together(c, moment);
    return time && half({ clock: time }, moment);
  };

const period = '(in the|of the|during the|at)';

export const english: LanguageOfTime = {
  numbers: {
    single: numbered(units),
    tens: { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
    ordinals: { ...numbered(ordinals), nineth: 9, twelveth: 12, twentieth: 20, thirtieth: 30 },
  },
  words: {
    weekday: {
      'monday|mon': 1,
      'tuesday|tue|tues|tusday|teusday': 2,
      'wednesday|wed|weds|wensday|wednsday': 3,
      'thursday|thu|thur|thurs|thirsday': 4,
      'friday|fri|firday': 5,
      'saturday|sat': 6,
      'sunday|sun': 7,
    },
    month: {
      'january|jan': 1,
      'february|feb|febuary': 2,
      'march|mar': 3,
      'april|apr': 4,
      may: 5,
      'june|jun': 6,
      'july|jul': 7,
      'august|aug': 8,
      'september|sept|sep': 9,
      'october|oct': 10,
      'november|nov': 11,
      'december|dec': 12,
    },
    nth: { 'first|1st': 1, 'second|2nd': 2, 'third|3rd': 3, 'fourth|4th': 4, 'fifth|5th': 5, last: -1 },
  },
  // "may" and "march" are verbs as well.
  clearMonths: {
    january: 1,
    february: 2,
    april: 4,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
  },
  yearwords: [
    rule('(twenty|20) {two}', (c) =>
      countOf(c, 'two') >= 10 ? { kind: 'count', n: 2000 + countOf(c, 'two') } : undefined,
    ),
    rule('nineteen {two}', (c) =>
      countOf(c, 'two') >= 10 ? { kind: 'count', n: 1900 + countOf(c, 'two') } : undefined,
    ),
    rule('nineteen (oh|o) {digit}', (c) => ({ kind: 'count', n: 1900 + countOf(c, 'digit') })),
    rule('nineteen hundred and? {two}', (c) => ({ kind: 'count', n: 1900 + countOf(c, 'two') })),
    rule('twenty (oh|o) {digit}', (c) => ({ kind: 'count', n: 2000 + countOf(c, 'digit') })),
    rule('(two|to|too) (a)? thousand and? {two}', (c) => ({ kind: 'count', n: 2000 + countOf(c, 'two') })),
    rule('(two|too) thousand', () => ({ kind: 'count', n: 2000 })),
  ],
  baseclock: [
    rule('(noon|midday|twelve noon|12 noon|12 oclock noon|high noon|twelve midday)', atHour(12)),
    rule('(midnight|twelve midnight|12 midnight)', atHour(0)),
    rule('half past? {hour}', past(30)),
    rule('a? quarter (past|after) {hour}', past(15)),
    rule('a? quarter (to|till|til|of|before|two) {hour}', to(15)),
    rule('{minute:two} minutes? (past|after) {hour}', past()),
    rule('{minute:two} minutes? (to|till|til|of|before) {hour}', to()),
    rule('{hour} (thirty|30)', past(30)),
    rule('{hour} {minute}', clock),
    rule('{hour} (oh|o|zero) {minute:digit}', clock),
    rule('{hour} (oclock|o)', clock),
    rule('{hour} hundred hours?', clock),
    rule('this time', thisTime),
  ],
  basetime: [rule('{hour}', clock), rule('(about|around|like) {hour}', clock)],
  clock: [
    rule('{clock:baseclock} (hours|hrs|h|oclock)', asSaid('clock')),
    rule('{clock:basetime} am', inHalf('am')),
    rule('{clock:basetime} pm', inHalf('pm')),
    rule('{hourminute} am', run(inHalf('am'))),
    rule('{hourminute} pm', run(inHalf('pm'))),
    rule('(at|around|about|say) {hourminute}', together),
    rule(`{clock:basetime} ${period} morning`, inHalf('am')),
    rule(`{clock:basetime} ${period} (afternoon|evening)`, inHalf('pm')),
    rule(
      '(at|around|about|approximately|maybe at|for|say|exactly) (about|around|exactly|like)? {time:basetime}',
      asSaid('time'),
    ),
    rule('{time:basetime} (ish|sharp|on the dot|exactly|or so|or thereabouts|give or take)', asSaid('time')),
  ],
  part: englishParts,
  day: englishDay,
  calendar: englishCalendar,
  daynumber: englishDaynumber,
  holiday: englishHolidays,
  period: englishPeriod,
  span: englishSpan,
  weekdays: englishWeekdays,
  conjunction: 'and|or|&',
  phrase: englishPhrases,
  fillers: new Set(
    'um uh er well ok okay please maybe perhaps say like id ill prefer want at around about the would be good great fine works thanks thank you lets do make it then so yes yeah how is i take can we how about what'.split(
      ' ',
    ),
  ),
};
