import { z } from 'zod';

const text = z.string().trim().min(1);
/** Phrases parted by bars. */
const phrases = text;
/** Regular expressions over folded words joined by single spaces; `~` stands for up to three words. */
const pattern = text.refine(compiles, 'is no regular expression');
const patterns = z.array(pattern).min(1);

function compiles(source: string): boolean {
  try {
    return new RegExp(source.replaceAll('~', '')) instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * `language.json` of an added language: all that code must know of it besides its sentences (docs/languages.md says what a translator
 * writes where). Unknown keys are refused, so that a misspelt one is seen.
 */
export const languageWords = z.strictObject({
  /** In English, for staff and logs. */
  name: text,
  /** BCP 47 with region: what the carrier's own voice and ears are told. */
  carrier: z.string().regex(/^[a-z]{2,3}-[A-Z]{2}$/, 'must be a tag with region such as fr-FR'),
  /** Name of the local voice; other providers speak every language with one voice. */
  localVoice: text,
  /** Before a day within a sentence ("le mardi 4 mai"), save where the day begins with one of these words. */
  day: z.strictObject({ article: z.string(), notBefore: phrases }),
  detection: z.strictObject({ common: text, telling: patterns, letters: pattern }),
  answers: z.strictObject({
    yes: phrases,
    no: phrases,
    firmNo: phrases,
    doubt: phrases,
    harmless: phrases,
    /** Agree to a cancelling and to nothing else: "drop it". */
    dropping: phrases,
  }),
  person: z.strictObject({ asks: patterns, declines: pattern }),
  emergency: z.strictObject({
    medical: patterns,
    crisis: patterns,
    routine: patterns,
    history: patterns,
    now: patterns,
    hypothetical: patterns,
    negation: pattern,
    present: pattern,
    boundaries: pattern,
    misheard: z.record(pattern, text),
    keywords: z.array(text),
    /** Takes an alarm back in the turn after it: "nobody is in danger". */
    over: patterns,
  }),
  /** What callers mean beside days and names. */
  wishes: z.strictObject({
    otherTimes: patterns,
    sameDoctor: patterns,
    anyTime: patterns,
    booking: patterns,
    move: patterns,
    cancel: patterns,
    list: patterns,
    hours: patterns,
    newPatient: patterns,
    goodbye: patterns,
    options: z.array(phrases).length(3),
  }),
  names: z.strictObject({ titles: text, everyday: text, leadIns: patterns }),
  /** English name of a field of medicine → how patients and clinics call it. */
  specialties: z.record(text, z.strictObject({ names: phrases, said: phrases.optional(), parts: phrases.optional() })),
  /** Words of a telephone talk: what ends a turn, and what takes none. */
  turns: z.strictObject({
    backchannel: phrases,
    answers: phrases,
    beginnings: phrases,
    openEndings: text,
  }),
  /** One word each, whole message: takes or passes on an offered time, asks for silence, ends it, asks for help. */
  texts: z.strictObject({ take: text, pass: text, stop: phrases, start: phrases, help: phrases }),
});

export type LanguageWords = z.infer<typeof languageWords>;
