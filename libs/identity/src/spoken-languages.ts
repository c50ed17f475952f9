import { judgedLanguages, languages as known } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { ClinicView } from './clinics.service';

type Speaker = Pick<ClinicView, 'language' | 'settings'>;

/** "es-MX" is Spanish. */
const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/**
 * Whether the clinic lets itself be spoken to in a language: its first one always, others by its setting `languages`. Without the
 * setting those are English and Spanish; a language that files add is spoken where a clinic asks for it.
 */
export function speaks({ language, settings: { languages } }: Speaker, asked: string): boolean {
  return [language, ...(languages ?? judgedLanguages)].map(base).includes(base(asked));
}

/** All of them. */
export function spokenBy(clinic: Speaker): Language[] {
  return known.filter((one) => speaks(clinic, one));
}

/** The clinic's voice for a language, by the speech provider's name for it; undefined where it has chosen none. */
export function voiceOf({ settings: { voices } }: Speaker, language: string): string | undefined {
  return voices[language] ?? Object.entries(voices).find(([tag]) => base(tag) === base(language))?.[1];
}
