import { addedLanguages } from './added/added-languages';

/** ISO 639-1. English and Spanish are written in code; every other one comes from files (`catalogues/<tag>`). */
export type Language = string;

export interface SpeechContext {
  /** Instant, RFC 3339. */
  now: string;
  /** IANA name of the clinic's zone. */
  timezone: string;
  language: Language;
  /** ISO 3166-1 alpha-2 of the clinic. */
  country: string;
}

/** What the truth guard can judge a model's own words in. In any other language only code's sentences are said. */
export type JudgedLanguage = 'en' | 'es';

export const judgedLanguages: readonly JudgedLanguage[] = ['en', 'es'];

export function isJudged(language: Language): language is JudgedLanguage {
  return judgedLanguages.some((one) => one === language);
}

export const languages: readonly Language[] = [...judgedLanguages, ...addedLanguages.keys()];

/** The language that is spoken for a BCP 47 tag: Spanish for es-MX; English where there is none. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return languages.find((one) => one === base) ?? 'en';
}

/** The BCP 47 tag whose customs (month names, 12 or 24 hours) a clinic's patients expect. */
export function localeOf(c: Pick<SpeechContext, 'language' | 'country'>): string {
  return c.country.length === 2 ? `${c.language}-${c.country.toUpperCase()}` : c.language;
}
