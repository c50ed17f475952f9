import type { ConversationRow } from './conversations.repository';
import type { History } from './history';
import type { ModelWork } from './model-work';
import type { ChatEvent } from './ports/chat-model';
import type { ConversationState } from './state';
import type { ToolContext } from './tools/tool-context';
import type { ToolName, ToolResult } from './tools/tool';
import type { GuardEntry } from './turn-log.repository';
import type { Lease } from './turn-order';
import type { TurnOutput } from './turn-output';
import type { TurnWatch } from './turn-watch';

/** One turn under way: the caller's words, what the tools see, what leaves, and what will be written of it. */
export interface Turn {
  readonly row: ConversationRow;
  readonly context: ToolContext;
  readonly output: TurnOutput;
  readonly history: History;
  /** The channel's: it stops words, never writes. */
  readonly signal: AbortSignal;
  readonly startedAt: number;
  /** Gives the model's first answer, if it was begun before the caller was done and fits what they said. */
  ahead?: () => Promise<AsyncIterable<ChatEvent> | undefined>;
  readonly watch: TurnWatch;
  /** Tokens that the turns before have used. */
  readonly tokensBefore: number;
  /** State as the turn found it. */
  readonly opening: ConversationState;
  /** Sentences of acts whose instance died before it could say them. */
  readonly unsaid: readonly string[];
  /** The same words were sent before and their reply was lost. */
  readonly repeated: boolean;
  readonly work: ModelWork;
  readonly guards: Omit<GuardEntry, 'seq'>[];
  /** Calls of this turn by name and arguments: the same intent acts once. */
  readonly done: Map<string, ToolResult>;
  readonly acted: Set<ToolName>;
  calls: number;
  version: number;
  /** The right to answer, given back with the turn's last write; a turn that is only looked at has none. */
  lease?: Lease;
}

/** Numbers of the caller's words and of our reply in the conversation. */
export const callerSeq = (turn: number): number => turn * 2 - 1;
export const agentSeq = (turn: number): number => turn * 2;

/** A read-back of the reply before this turn that still waits for its answer. */
export function pendingReadBack(turn: Turn): boolean {
  const { readBack, turn: number } = turn.context.state;
  return readBack !== null && readBack.turn === number - 1;
}
