import { z } from 'zod';

const text = z.string().trim().min(1);
/** Meaning ("ahead 1") → patterns of the date grammar (`dates/patterns.ts`). */
const rules = z.record(text, z.array(text).min(1));
const numbered = z.record(text, z.number().int());

/** `dates.json` of an added language: how it speaks of days and hours. */
export const languageDates = z.strictObject({
  numbers: z.strictObject({
    /** All numbers from 0 to 99 in words, in order; variants of one are parted by bars. */
    cardinals: z.array(text).length(100),
    ordinals: numbered,
    /** Words after a number in words that make it an hour; left out where none is needed. */
    hourUnits: z.array(text).optional(),
  }),
  weekday: numbered,
  month: numbered,
  nth: numbered,
  conjunction: text,
  fillers: text,
  yearwords: rules,
  baseclock: rules,
  basetime: rules,
  clock: rules,
  part: rules,
  period: rules,
  span: rules,
  day: rules,
  calendar: rules,
  daynumber: rules,
  holiday: rules,
  weekdays: rules,
  phrase: rules,
  birth: rules,
  birthyear: rules,
  birthnumber: rules,
});

export type LanguageDates = z.infer<typeof languageDates>;
