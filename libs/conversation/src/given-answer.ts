import { isJudged, judgeAnswerAbout, meantFor } from '@clinicall/language';
import type { PutToCaller, SpeechContext } from '@clinicall/language';
import { answerIn } from './asked-again';
import type { ConversationState } from './state';
import type { CallerWords } from './tools/tool-context';

/**
 * The caller's words as an answer to what was read back. A yes that says it is for somebody else than the one it was read back
 * for is none: "yes, for my son" where the mother is booked.
 * @param all what the caller said in all turns, this one last.
 */
export function answerGiven(state: ConversationState, speech: SpeechContext, all: readonly string[]): CallerWords {
  const now = all.at(-1) ?? '';
  const { readBack } = state;
  const given = (answer: CallerWords['answer'], forAnother = false): CallerWords => ({ now, all, answer, forAnother });
  const plain = answerIn(now, speech.language, readBack?.action);
  if (readBack === null) return given(plain);
  const put = putBefore(state, readBack);
  const judge = (text: string): CallerWords['answer'] => {
    const known = text === now ? plain : answerIn(text, speech.language, readBack.action);
    return known === 'unclear' ? judgeAnswerAbout(text, speech, put) : known;
  };
  const meant = isJudged(speech.language)
    ? meantFor(now, { before: all.slice(0, -1), names: patients(state) })
    : undefined;
  if (meant === undefined) return given(judge(now));
  const answer = judge(meant.rest);
  if (!meant.agrees) return given(answer === 'yes' ? 'unclear' : answer, true);
  return given(answer === 'unclear' ? judge(now) : answer);
}

function patients({ identified, staged }: ConversationState): string[] {
  return [identified?.name, staged?.name].flatMap((name) => name ?? []);
}

/** What the caller heard last and may say yes to. */
function putBefore(
  state: ConversationState,
  { action, visit }: NonNullable<ConversationState['readBack']>,
): PutToCaller {
  const names = [...patients(state), ...(visit === undefined ? [] : [visit.doctor])];
  return { to: action, names, startsAt: visit?.startsAt, field: visit?.specialty };
}
