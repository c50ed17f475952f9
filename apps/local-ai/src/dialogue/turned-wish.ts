import { judgeAnswer } from '@clinicall/language';
import { guessOf } from './likely-clause';
import type { Utterance } from './understand';
import type { Wish } from './wishes';

/** Asked for the new time of a move, the caller wants none: the appointment is to go. Its cancelling is read back first, so a no is free. */
export function wantsNoNewTime(active: Wish | undefined, utterance: Utterance, saidBefore: string): boolean {
  const { sentences, frames } = utterance.words;
  if (active?.kind !== 'move' || active.done) return false;
  const asked = [sentences.askNewTime, sentences.askOtherTime].some((sentence) => saidBefore.includes(sentence));
  if (frames.noNewTime.test(utterance.folded)) return true;
  if (!asked || utterance.clauses.some((clause) => clause.when !== null)) return false;
  return judgeAnswer(utterance.text, utterance.language) === 'no' || guessOf(utterance) === 'cancel';
}
