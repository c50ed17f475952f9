import type { ConversationState } from '../state';

/**
 * Design promise 3: an act needs a yes, judged by code, in the turn right after code put exactly this act to the
 * caller and was heard to the end. `key` names the act; what was read back under another key is not agreed to.
 */
export function agreed(state: ConversationState, key: string, answer: 'yes' | 'no' | 'unclear'): boolean {
  const { readBack, turn } = state;
  return readBack?.key === key && readBack.heard && readBack.turn === turn - 1 && answer === 'yes';
}

/** Whether this turn has put the act to the caller already: saying it twice would only confuse. */
export function justAsked(state: ConversationState, key: string): boolean {
  return state.readBack?.key === key && state.readBack.turn === state.turn;
}
