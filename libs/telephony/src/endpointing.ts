import type { Language } from '@clinicall/language';
import { completenessOf } from './completeness';
import type { Completeness } from './completeness';

/** What is known when the caller pauses. */
export interface Pause {
  readonly language: Language;
  /** The words so far; undefined while the recogniser still works on them. */
  readonly words: string | undefined;
  /** What our last words asked for (name, dob, phone, code, confirm …). */
  readonly asked: readonly string[];
  /** Silence, ms, that this caller has shown to be no end; 0 while nothing is known of them. */
  readonly usualPauseMs?: number;
  /** The same of pauses in which we had taken them to have finished; 0 while we have not cut in. */
  readonly cutPauseMs?: number;
}

export interface EndpointSettings {
  /** Silence that always passes before a turn ends, ms. */
  readonly minDelayMs: number;
  /** Silence that always ends a turn once its words are known, ms. */
  readonly maxDelayMs: number;
  /** Whether an answer may be begun before the turn is over; it may when absent. */
  readonly speculation?: boolean;
}

export const ENDPOINT_SETTINGS: EndpointSettings = { minDelayMs: 300, maxDelayMs: 2_500 };

/** Which rule held a caller to have finished: how complete the words were, or what else decided. */
export type EndpointReason = Completeness | 'no_words' | 'usual_pause' | 'longest_delay' | 'longest_utterance';

/** Words are not known yet, or there are none. */
const UNKNOWN_MS = 700;
const SILENCE_MS: Readonly<Record<Completeness, number>> = {
  answer: 300,
  complete: 300,
  dictating: 1_100,
  open: 1_600,
};

/**
 * Milliseconds of silence after which the caller is held to have finished: short after words that are complete, long
 * while digits, dates or names are dictated and after words that cannot end a sentence.
 */
export function silenceToEndTurn(pause: Pause, settings: EndpointSettings = ENDPOINT_SETTINGS): number {
  return Math.min(settings.maxDelayMs, Math.max(settings.minDelayMs, wanted(pause)[0]));
}

/** The words may be all that is wanted: an answer to them is worth beginning. */
export function mayBeOver({ language, words, asked }: Pause): boolean {
  if (words === undefined || words.trim() === '') return false;
  return ['answer', 'complete'].includes(completenessOf(words, language, asked));
}

/** Which of the rules decided. */
export function whyTurnEnds(pause: Pause, settings: EndpointSettings = ENDPOINT_SETTINGS): EndpointReason {
  const [ms, reason] = wanted(pause);
  return ms > settings.maxDelayMs ? 'longest_delay' : reason;
}

function wanted({
  language,
  words,
  asked,
  usualPauseMs = 0,
  cutPauseMs = 0,
}: Pause): readonly [ms: number, reason: EndpointReason] {
  if (words === undefined || words.trim() === '') return [UNKNOWN_MS, 'no_words'];
  const completeness = completenessOf(words, language, asked);
  if (completeness === 'answer') return [SILENCE_MS.answer, 'answer'];
  // Most pauses come where a sentence is open, and are waited for there; only being cut short lengthens the others.
  const learned = completeness === 'complete' ? cutPauseMs : usualPauseMs;
  return learned > SILENCE_MS[completeness] ? [learned, 'usual_pause'] : [SILENCE_MS[completeness], completeness];
}
