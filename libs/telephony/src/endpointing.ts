import type { Language } from '@clinicall/language';

/** What is known when the caller pauses. */
export interface Pause {
  readonly language: Language;
  /** The words so far; undefined while the recogniser still works on them. */
  readonly words: string | undefined;
  /** What our last words asked for (name, dob, phone, code, confirm …). */
  readonly asked: readonly string[];
  /** Silence, ms, that this caller has shown to be no end; 0 while nothing is known of them. */
  readonly usualPauseMs?: number;
}

export interface EndpointSettings {
  /** Silence that always passes before a turn ends, ms. */
  readonly minDelayMs: number;
  /** Silence that always ends a turn once its words are known, ms. */
  readonly maxDelayMs: number;
}

export const ENDPOINT_SETTINGS: EndpointSettings = { minDelayMs: 300, maxDelayMs: 2_500 };

const ANSWER_MS = 300;
const SENTENCE_MS = 500;
const NORMAL_MS = 700;
const DICTATION_MS = 1_100;
const UNFINISHED_MS = 1_600;

/** People pause between the digits of a number and the parts of a date. */
const DICTATED = new Set(['dob', 'phone', 'code', 'name', 'message']);
const SHORT_ANSWER: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:yes|yeah|yep|no|nope|okay|ok|sure|correct|right|please|thanks|thank you|that's right|the (?:first|second|third|last)(?: one)?)[\s,.!]*){1,4}$/i,
  es: /^(?:(?:s[ií]|no|vale|claro|correcto|exacto|por favor|gracias|eso es|la? ?(?:primer[oa]?|segund[oa]|tercer[oa]?))[\s,.!]*){1,4}$/i,
};
const TRAILS_OFF: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:and|um|uh|er|my|the|a|at|on|for|with|to|of|is|it's|but|or|so|because|i|like|maybe|dr|doctor)[\s,.…]*$/i,
  es: /\b(?:y|e|o|eh|mi|el|la|los|las|a|en|con|de|para|por|es|pero|porque|que|un|una|doctor|doctora)[\s,.…]*$/i,
};

/**
 * Milliseconds of silence after which the caller is held to have finished: short after a yes, long while digits, dates
 * or names are dictated and after words that cannot end a sentence.
 */
export function silenceToEndTurn(pause: Pause, settings: EndpointSettings = ENDPOINT_SETTINGS): number {
  return Math.min(settings.maxDelayMs, Math.max(settings.minDelayMs, wanted(pause)));
}

function wanted({ language, words, asked, usualPauseMs = 0 }: Pause): number {
  if (words === undefined) return NORMAL_MS;
  const text = words.trim();
  if (text === '') return NORMAL_MS;
  if (SHORT_ANSWER[language].test(text)) return ANSWER_MS;
  return Math.max(usualPauseMs, bySentence(text, language, asked));
}

function bySentence(text: string, language: Language, asked: readonly string[]): number {
  if (TRAILS_OFF[language].test(text)) return UNFINISHED_MS;
  if (asked.some((thing) => DICTATED.has(thing))) return DICTATION_MS;
  return /[.!?]$/.test(text) ? SENTENCE_MS : NORMAL_MS;
}
