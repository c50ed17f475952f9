import { isJudged } from '@clinicall/language';
import type { JudgedLanguage, Language } from '@clinicall/language';
import { addedTurns } from './added-turns';

const WORDS: Readonly<Record<JudgedLanguage, RegExp>> = {
  en: /^(?:(?:mm+|hm+|mhm|uh[- ]?huh|uh|ah|oh|okay|ok|right|yeah|i see|sure)[\s,.!-]*){1,3}$/i,
  es: /^(?:(?:mm+|hm+|aj[aá]|ah|eh|ya|vale|ok|okay|claro|s[ií])[\s,.!-]*){1,3}$/i,
};

/** Words that say "I am listening" and take no turn, while the other side speaks. */
export function isBackchannel(words: string, language: Language): boolean {
  const text = words.trim();
  return text === '' || (isJudged(language) ? WORDS[language] : addedTurns(language).backchannel).test(text);
}
