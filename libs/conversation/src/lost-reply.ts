import { unsaidActs } from './last-reply';
import type { ConversationState } from './state';
import { callerSeq } from './turn';
import type { SaidTurn, ToolCallEntry } from './turn-log.repository';

export interface LostReply {
  /** The state with which the new turn begins. */
  readonly state: ConversationState;
  /** Sentences of acts whose instance died before it could say them. */
  readonly unsaid: readonly string[];
  /** The same words were sent before and their reply was lost. */
  readonly repeated: boolean;
}

/** The turn before may have no reply: its instance died in it, and nobody has heard what came of it. */
export function lostReply(
  state: ConversationState,
  text: string,
  turns: readonly SaidTurn[],
  calls: readonly ToolCallEntry[],
): LostReply {
  const last = turns.at(-1);
  const lost = state.turn - 1;
  if (last?.who !== 'caller' || last.seq !== callerSeq(lost)) return { state, unsaid: [], repeated: false };
  const unsaid = unsaidActs(calls, lost);
  const repeated = last.text === text;
  return { state: withReadBackOf(state, lost, unsaid, repeated), unsaid, repeated };
}

/**
 * The read-back as the caller knows it. One that the lost turn composed is said in this one, or was never put to anybody.
 * One that was put before it is answered by the same words now: they were never judged.
 */
function withReadBackOf(
  state: ConversationState,
  lost: number,
  unsaid: readonly string[],
  repeated: boolean,
): ConversationState {
  const { readBack } = state;
  if (readBack === null) return state;
  if (readBack.turn === lost) {
    const saidNow = unsaid.some((sentence) => sentence.endsWith('?'));
    return { ...state, readBack: saidNow ? { ...readBack, turn: state.turn } : { ...readBack, heard: false } };
  }
  const answeredNow = readBack.turn === lost - 1 && repeated && unsaid.length === 0;
  return answeredNow ? { ...state, readBack: { ...readBack, turn: lost } } : state;
}
