import type { ChatMessage } from '../chat-messages';
import { isMembers } from '../members';

type Members = Record<string, unknown>;

/** A tool call with its result, both read; what cannot be read is an empty object. */
export interface Round {
  readonly tool: string;
  readonly args: Members;
  readonly result: Members;
}

/** One utterance of the caller and everything until the next. The first turn may have no utterance. */
export interface Turn {
  readonly text: string | null;
  readonly rounds: readonly Round[];
  /** What the model itself said in this turn, last words last. */
  readonly said: readonly string[];
}

function readJson(text: string): Members {
  try {
    const parsed: unknown = JSON.parse(text);
    return isMembers(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** Groups the messages by the caller's utterances. @param together utterances that follow each other unanswered are one. */
export function readTurns(messages: readonly ChatMessage[], together = true): Turn[] {
  const turns: { text: string | null; rounds: Round[]; said: string[] }[] = [{ text: null, rounds: [], said: [] }];
  const calls = new Map<string, { tool: string; args: Members }>();
  for (const message of messages) {
    const turn = turns.at(-1);
    if (message.role === 'user') {
      const unanswered = together && turn && turn.text !== null && turn.rounds.length === 0 && turn.said.length === 0;
      if (unanswered) turn.text = `${turn.text ?? ''} ${message.content}`;
      else turns.push({ text: message.content, rounds: [], said: [] });
    } else if (message.role === 'assistant') {
      if (message.content.trim() !== '') turn?.said.push(message.content);
      for (const call of message.toolCalls) calls.set(call.id, { tool: call.name, args: readJson(call.arguments) });
    } else if (message.role === 'tool') {
      const call = calls.get(message.toolCallId);
      if (call) turn?.rounds.push({ ...call, result: readJson(message.content) });
    }
  }
  return turns;
}

export function succeeded(round: Round): boolean {
  return round.result['ok'] === true;
}

export function reasonOf(round: Round): string {
  const reason = round.result['reason'];
  return typeof reason === 'string' ? reason : '';
}

export function sayOf(round: Round): string {
  const say = round.result['say'];
  return typeof say === 'string' ? say : '';
}
