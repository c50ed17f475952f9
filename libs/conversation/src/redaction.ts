import { addedDigits } from '@clinicall/language';
import type { ConversationState } from './state';

/** How much of what was said is left out of the record: nothing, or one-time codes. */
export type Redaction = 'none' | 'codes';

const HIDDEN = '[code]';
/** Digits as said: with spaces, hyphens and commas between them. */
const WRITTEN = /\d(?:[\s,.-]*\d){3,}/g;
const DIGIT = [
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
  ...Array.from({ length: 10 }, (_, digit) => addedDigits(digit)).flat(),
].join('|');
const SPOKEN = new RegExp(`\\b(?:${DIGIT})\\b(?:[\\s,.-]*\\b(?:${DIGIT})\\b){3,}`, 'gi');

/**
 * A one-time code proves who somebody is for as long as it is good: neither the record nor later prompts have any use
 * for it. Only while one has been sent are digits left out; a phone number or a birth date is needed later on.
 */
export function withoutCode(text: string, state: ConversationState): { text: string; redaction: Redaction } {
  if (!state.codePending) return { text, redaction: 'none' };
  const hidden = text.replace(WRITTEN, HIDDEN).replace(SPOKEN, HIDDEN);
  return { text: hidden, redaction: hidden === text ? 'none' : 'codes' };
}

/** A tool's arguments without the code in them. They are kept as the model wrote them, so that JSON may be broken. */
export function withoutCodeArgument(json: string): string {
  return json.replace(/("code"\s*:\s*")[^"]*/g, `$1${HIDDEN}`);
}
