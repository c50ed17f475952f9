export type Language = 'en' | 'es';

export interface SpeechContext {
  /** Instant, RFC 3339. */
  now: string;
  /** IANA name of the clinic's zone. */
  timezone: string;
  language: Language;
  /** ISO 3166-1 alpha-2 of the clinic. */
  country: string;
}

export const languages: readonly Language[] = ['en', 'es'];

/** The language that is spoken for a BCP 47 tag: Spanish for es-MX; English where there is none. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return languages.find((one) => one === base) ?? 'en';
}

/** The BCP 47 tag whose customs (month names, 12 or 24 hours) a clinic's patients expect. */
export function localeOf(c: Pick<SpeechContext, 'language' | 'country'>): string {
  return c.country.length === 2 ? `${c.language}-${c.country.toUpperCase()}` : c.language;
}
