import type { ClinicView } from './clinics.service';

type Speaker = Pick<ClinicView, 'language' | 'settings'>;

/** "es-MX" is Spanish. */
const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Whether the clinic lets itself be spoken to in a language: its first one always, others by its setting `languages`. */
export function speaks({ language, settings: { languages } }: Speaker, asked: string): boolean {
  const allowed = languages === undefined ? undefined : [language, ...languages].map(base);
  return allowed === undefined || allowed.includes(base(asked));
}

/** The clinic's voice for a language, by the speech provider's name for it; undefined where it has chosen none. */
export function voiceOf({ settings: { voices } }: Speaker, language: string): string | undefined {
  return voices[language] ?? Object.entries(voices).find(([tag]) => base(tag) === base(language))?.[1];
}
