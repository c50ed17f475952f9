import { understandWhen } from '@clinicall/language';
import { fold } from './fold';
import { fits } from './picks';
import { speechContext } from './state';
import type { Scene } from './steps';
import { joinWhen } from './time-words';

/** When they will be in touch again is no time for a visit: "forget it, I'll call on Monday", "ya les llamo el lunes". */
const IN_TOUCH =
  /\b(?:call|ring|phone|text|message|write|get back|be in touch|try again|come back to you|llam\w+|marc\w+|avis\w+|escrib\w+|dig[oa]|comunic\w+)\b/;

/**
 * Whether another time than the one that was read back is named: "oh, I forgot that I fly on Tuesday. Have you got Thursday?". A reason
 * and a new day give nothing up, whatever the reason sounds like.
 */
export function namesNewTime(scene: Scene): boolean {
  const { state, utterance } = scene;
  if (state.readBack?.action === 'cancel' || state.readBack?.action === 'register') return false;
  const startsAt =
    state.readBack?.startsAt ?? state.offers.find(({ option }) => option === state.held?.option)?.startsAt;
  const context = speechContext(state, utterance.language);
  return utterance.clauses.some(({ when: said, text }) => {
    if (said === null || IN_TOUCH.test(fold(text))) return false;
    const when = understandWhen(joinWhen(said), context);
    const told = when?.date ?? when?.time ?? when?.from ?? when?.dailyFrom ?? when?.weekdays ?? when?.candidates;
    if (when === null || told === undefined) return false;
    return startsAt === undefined || !fits({ number: 0, doctor: '', startsAt }, when, false, state);
  });
}
