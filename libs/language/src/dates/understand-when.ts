import type { SpeechContext } from '../speech-context';
import { compose } from './compose';
import { grammarFor, momentOf } from './grammars';
import { findingsIn } from './utterance';
import type { When } from './when';
import { wishOf } from './wishes';

/**
 * What words say about when, as the clinic's clock and calendar take it; null when they say nothing about time. The conventions are those
 * of a clinic open from eight to six, with weeks that begin on Monday; what is past, does not exist or is too vague comes back
 * `ambiguous` with the reason, to be asked again.
 */
export function understandWhen(text: string, context: SpeechContext): When | null {
  const moment = momentOf(context);
  return compose(wishOf(findingsIn(text, grammarFor(context.language), moment)), moment);
}
