import type { AddedLanguage } from '../added/added-languages';
import { wordsOf } from '../words';
import type { LanguageOfTime } from './grammar';
import { meaningOf } from './meanings';
import type { NumberWords } from './numbers';
import { rule, rulesSlot, type Rule } from './patterns';

export interface BirthRules {
  birth: Rule[];
  birthyear: Rule[];
  birthnumber: Rule[];
}

type Written = Readonly<Record<string, readonly string[]>>;

/** The date grammar that an added language's `dates.json` writes down. @throws Error naming the language and the line that is wrong. */
export function timeOf({ tag, dates }: AddedLanguage): LanguageOfTime {
  const rules = reader(tag);
  return {
    numbers: numbersOf(dates.numbers),
    words: { weekday: dates.weekday, month: dates.month, nth: dates.nth },
    yearwords: rules('yearwords', dates.yearwords),
    baseclock: rules('baseclock', dates.baseclock),
    basetime: rules('basetime', dates.basetime),
    clock: rules('clock', dates.clock),
    part: rules('part', dates.part),
    period: rules('period', dates.period),
    span: rules('span', dates.span),
    day: rules('day', dates.day),
    calendar: rules('calendar', dates.calendar),
    daynumber: rules('daynumber', dates.daynumber),
    holiday: rules('holiday', dates.holiday),
    weekdays: rules('weekdays', dates.weekdays),
    conjunction: dates.conjunction,
    phrase: rules('phrase', dates.phrase),
    fillers: new Set(dates.fillers.split(' ')),
  };
}

export function birthOf({ tag, dates }: AddedLanguage): BirthRules {
  const rules = reader(tag);
  return {
    birth: rules('birth', dates.birth),
    birthyear: rules('birthyear', dates.birthyear),
    birthnumber: rules('birthnumber', dates.birthnumber),
  };
}

function reader(tag: string): (slot: string, written: Written) => Rule[] {
  return (slot, written) =>
    Object.entries(written).flatMap(([meaning, patterns]) =>
      patterns.map((pattern) => {
        try {
          const read = rule(pattern, meaningOf(meaning, pattern));
          // Compiled to see whether it can be: a bracket left open is found at the start, not in a talk.
          rulesSlot([read]);
          return read;
        } catch (error) {
          throw new Error(`${tag}: dates.json: ${slot}: ${meaning}: ${(error as Error).message}`, { cause: error });
        }
      }),
    );
}

function numbersOf({ cardinals, ordinals, hourUnits }: AddedLanguage['dates']['numbers']): NumberWords {
  const spelledOut = cardinals.flatMap((names, n) =>
    names.split('|').map((name) => ({ words: wordsOf(name.replaceAll('-', ' ')), n })),
  );
  return { single: {}, tens: {}, ordinals, spelledOut, ...(hourUnits ? { hourUnits: new Set(hourUnits) } : {}) };
}
