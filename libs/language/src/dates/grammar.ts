import { writtenClock } from './clock-times';
import { weekday as weekdayNamed, writtenDate } from './days';
import { numberSlots, type NumberWords } from './numbers';
import { everyWeekday, joinedWeekdays } from './marks';
import { rule, rulesSlot, wordsSlot, type Found, type Rule, type Slot } from './patterns';

/** All that must be written for one language. */
export interface LanguageOfTime {
  numbers: NumberWords;
  /** weekday 1–7, month 1–12, nth 1–5 and -1. */
  words: {
    weekday: Readonly<Record<string, number>>;
    month: Readonly<Record<string, number>>;
    nth: Readonly<Record<string, number>>;
  };
  clearMonths?: Readonly<Record<string, number>>;
  /** Years in words. */
  yearwords: readonly Rule[];
  /** Times that are one by themselves; a bare hour; and what wraps either ("at three", "three pm"). */
  baseclock: readonly Rule[];
  basetime: readonly Rule[];
  clock: readonly Rule[];
  part: readonly Rule[];
  /** Months, weeks and weekends; `span` also takes a month's name where that is a verb or name elsewhere ("may"). */
  period: readonly Rule[];
  span: readonly Rule[];
  day: readonly Rule[];
  /** Day and month; a day number alone. */
  calendar: readonly Rule[];
  daynumber: readonly Rule[];
  holiday: readonly Rule[];
  /** Weekdays whatever the week: "Mondays". */
  weekdays: readonly Rule[];
  /** "and", "or" between them. */
  conjunction: string;
  /** What only makes sense as a whole: bounds, ranges, exceptions, marks. */
  phrase: readonly Rule[];
  /** Words beside which a bare number is still an answer to "at what time?". */
  fillers: ReadonlySet<string>;
}

export interface Grammar {
  slots: Readonly<Record<string, Slot>>;
  fillers: ReadonlySet<string>;
}

/** The slots tried at every word, in the order in which equally long findings win. */
export const topSlots = ['phrase', 'day', 'period', 'clock', 'part'] as const;

export function grammarOf(language: LanguageOfTime): Grammar {
  const { weekday, month, nth } = language.words;
  const baseclock = joined(writtenClockSlot, rulesSlot(language.baseclock));
  const basetime = joined(baseclock, rulesSlot(language.basetime));
  const clock = joined(baseclock, rulesSlot(language.clock));
  return {
    fillers: language.fillers,
    slots: {
      ...numberSlots(language.numbers),
      weekday: wordsSlot(weekday),
      month: wordsSlot(month),
      /** Months whose name means nothing else, so that they can stand alone. */
      clearmonth: wordsSlot(language.clearMonths ?? month),
      nth: wordsSlot(nth),
      yearwords: rulesSlot(language.yearwords),
      clock,
      baseclock,
      basetime,
      time: joined(clock, basetime),
      part: rulesSlot(language.part),
      period: rulesSlot(language.period),
      span: joined(rulesSlot(language.period), rulesSlot(language.span)),
      day: joined(writtenDateSlot, rulesSlot(language.day)),
      calendar: joined(writtenDateSlot, rulesSlot(language.calendar)),
      daynumber: rulesSlot(language.daynumber),
      holiday: rulesSlot(language.holiday),
      weekdayonce: rulesSlot([rule('{weekday}', everyWeekday)]),
      /** A weekday and nothing more, where a number after it may be an hour. */
      weekdayname: rulesSlot([rule('{weekday}', weekdayNamed)]),
      oneweekdays: rulesSlot(language.weekdays),
      weekdays: joined(
        rulesSlot(language.weekdays),
        rulesSlot([
          rule(`{a:oneweekdays} (${language.conjunction})? {b:weekdays}`, joinedWeekdays),
          rule(`{a:oneweekdays} (${language.conjunction}) {b:weekdayonce}`, joinedWeekdays),
        ]),
      ),
      phrase: rulesSlot(language.phrase),
    },
  };
}

const writtenClockSlot: Slot = (reading, at) => {
  const token = reading.tokens[at];
  const value = token?.shape === 'clock' && token.parts ? writtenClock(token.word, token.parts) : undefined;
  return value ? [{ end: at + 1, value }] : [];
};

const writtenDateSlot: Slot = (reading, at) => {
  const token = reading.tokens[at];
  return token?.shape === 'date' && token.parts
    ? [{ end: at + 1, value: writtenDate(token.parts, reading.moment) }]
    : [];
};

/** Findings of both; of equally long ones the first slot's. */
function joined(...slots: Slot[]): Slot {
  return (reading, at) => {
    const found = new Map<number, Found>();
    for (const slot of slots) for (const one of slot(reading, at)) if (!found.has(one.end)) found.set(one.end, one);
    return [...found.values()];
  };
}
