import type { JudgedLanguage } from '@clinicall/language';

// "Un appointment tomorrow después del lonche", "el lunes at three": who mixes languages names days and hours in either.

const DAYS: readonly (readonly [english: string, spanish: string])[] = [
  ['tomorrow', 'mañana'],
  ['today', 'hoy'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miércoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sábado'],
  ['sunday', 'domingo'],
  ['next week', 'la próxima semana'],
  ['this week', 'esta semana'],
  ['in the afternoon', 'por la tarde'],
  ['in the morning', 'por la mañana'],
  ['in the evening', 'por la noche'],
  ['afternoon', 'por la tarde'],
  ['as soon as possible', 'lo antes posible'],
];
/** Said in English only where they can be nothing else there. */
const ONLY_SPANISH =
  /^(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|por la tarde|por la mañana|lo antes posible)$/;
const LUNCH = /\bdespu[eé]s del? lonche\b/gi;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');
const toSpanish = DAYS.map(([english, spanish]) => [new RegExp(`\\b(?:on )?${english}\\b`, 'gi'), spanish] as const);
const toEnglish = DAYS.filter(([, spanish]) => ONLY_SPANISH.test(spanish)).map(
  ([english, spanish]) =>
    [new RegExp(`(?<![\\p{L}])(?:el |este )?(?:${spanish}|${plain(spanish)})(?![\\p{L}])`, 'giu'), english] as const,
);

/** Words with days and parts of the day in the language that the rest is in. */
export function unmixed(text: string, language: JudgedLanguage): string {
  const changes = language === 'es' ? toSpanish : toEnglish;
  const left = changes.reduce((words, [pattern, instead]) => words.replace(pattern, instead), text);
  return language === 'es' ? left.replace(LUNCH, 'después de comer') : left;
}
