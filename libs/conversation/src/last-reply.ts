import type { ConversationState, OutcomeKind } from './state';
import { toolNamed } from './tools/toolbox';
import { agentSeq, callerSeq } from './turn';
import type { SaidTurn, ToolCallEntry } from './turn-log.repository';

/** What a reply is worth to a caller who never heard it. */
export type ReplyWeight =
  /** Something was done for them, or they are in danger. */
  | 'outcome'
  /** What they asked for. */
  | 'answer'
  /** A step on the way, worth nothing once the call is over. */
  | 'talk';

export interface LastReply {
  /** Its number in the conversation; 0 is the greeting. */
  readonly seq: number;
  readonly weight: ReplyWeight;
}

const DONE: ReadonlySet<OutcomeKind> = new Set([
  'booked',
  'moved',
  'cancelled',
  'waitlisted',
  'registered',
  'message',
  'code_sent',
]);
const LEAVING: ReadonlySet<OutcomeKind> = new Set(['ending', 'transferring']);

/** The reply of the state's own turn. */
export function replyOf(state: ConversationState): LastReply {
  return { seq: agentSeq(state.turn), weight: weightOf(state) };
}

/**
 * The conversation's last reply with its words, as far as nothing has followed it. Of a turn that died before it was
 * written, what its acts would have said.
 */
export function lastReplyOf(
  state: ConversationState,
  turns: readonly SaidTurn[],
  calls: readonly ToolCallEntry[],
): (LastReply & { readonly text: string }) | undefined {
  const last = turns.at(-1);
  if (last?.who === 'agent') return { ...replyOf(state), seq: last.seq, text: last.text };
  if (last?.seq !== callerSeq(state.turn)) return undefined;
  const said = unsaidActs(calls, state.turn);
  return said.length === 0 ? undefined : { seq: agentSeq(state.turn), weight: 'outcome', text: said.join(' ') };
}

/** Sentences of what a turn has written. */
export function unsaidActs(calls: readonly ToolCallEntry[], turn: number): string[] {
  const acts = calls.filter(
    (call) => call.seq === agentSeq(turn) && toolNamed(call.name)?.writes === true && call.result['ok'] === true,
  );
  return acts.flatMap((call) => (typeof call.result['say'] === 'string' ? [call.result['say']] : []));
}

function weightOf(state: ConversationState): ReplyWeight {
  const now = state.outcomes.filter(({ turn }) => turn === state.turn).map(({ kind }) => kind);
  if (state.emergency !== null || now.some((kind) => DONE.has(kind))) return 'outcome';
  if (state.turn === 0 || now.some((kind) => LEAVING.has(kind))) return 'talk';
  return state.asked.every((one) => one === 'anything_else') ? 'answer' : 'talk';
}
