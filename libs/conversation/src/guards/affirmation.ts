import { wordsOf } from '@clinicall/language';
import type { Facts } from '../facts';

const YES =
  /^(?:yes|yeah|yep|yup|correct|right|that is right|thats right|that is correct|thats correct|it is|it has|it was|you are|you do|you have|i have|i did|we have|we did|absolutely|definitely|indeed|exactly|of course|sure|certainly|si|claro|asi es|correcto|exacto|por supuesto|efectivamente|desde luego|ya esta|lo esta|lo hice)\b/;
const DONE =
  /\b(?:booked|confirmed|scheduled|reserved|cancell?ed|moved|rescheduled|changed|sent|appointment|booking|all set|reservad[oa]|confirmad[oa]|agendad[oa]|cancelad[oa]|anulad[oa]|cambiad[oa]|enviad[oa]|cita)\b/;
const ASKS =
  /\?|^(?:so |and |ok |okay |y |entonces )*(?:am|is|are|was|were|did|do|does|have|has|esta|ya|tengo|quedo|queda|se ha|me ha|lo ha|hizo|hay)\b/;
const MOST_WORDS = 7;

/** "Yes." claims whatever the caller just asked: it may not stand where nothing has been done. */
export function affirmsTooMuch(sentence: string, callerWords: string, facts: Facts): boolean {
  const said = wordsOf(sentence);
  if (said.length > MOST_WORDS || sentence.includes('?') || !YES.test(said.join(' '))) return false;
  const asked = wordsOf(callerWords).join(' ');
  if (!DONE.test(asked) || !(ASKS.test(callerWords.trim()) || ASKS.test(asked))) return false;
  return facts.booked.length + facts.cancelled.length + facts.moved.length + facts.sent.length === 0;
}
