import type { ChatMessage } from './ports/chat-model';
import type { Outcome } from './state';
import type { SaidTurn, ToolCallEntry } from './turn-log.repository';

/** Turns of the caller that the model sees in full. */
const FULL_TURNS = 10;
/** Rough budget of the full turns, in tokens of about four characters. */
const TOKENS = 6_000;
const SUMMARY_WORDS = 12;
/** Older turns that the summary still tells of; of those before, only that there were any. */
const SUMMARY_TURNS = 20;

export interface History {
  readonly messages: readonly ChatMessage[];
  /** What came before the messages, in a few fixed lines; empty when nothing did. */
  readonly summary: string;
}

type Exchange = readonly ChatMessage[];

/** The talk so far as the model's messages: words as they were heard, every tool call with its result. */
export function historyOf(
  turns: readonly SaidTurn[],
  calls: readonly ToolCallEntry[],
  outcomes: readonly Outcome[],
): History {
  const exchanges = exchangesOf(turns, calls);
  let kept = Math.min(FULL_TURNS, exchanges.length);
  while (kept > 1 && sizeOf(exchanges.slice(-kept)) > TOKENS) kept--;
  const older = exchanges.slice(0, exchanges.length - kept);
  return { messages: exchanges.slice(-kept).flat(), summary: summarise(older, outcomes) };
}

function exchangesOf(turns: readonly SaidTurn[], calls: readonly ToolCallEntry[]): Exchange[] {
  const exchanges: ChatMessage[][] = [];
  for (const turn of turns) {
    if (turn.who === 'caller') {
      exchanges.push([{ role: 'user', content: turn.text }]);
      continue;
    }
    const exchange = exchanges.at(-1) ?? [];
    if (exchanges.length === 0) exchanges.push(exchange);
    exchange.push(...roundsOf(calls.filter((call) => call.seq === turn.seq)));
    const words = wordsOf(turn);
    if (words !== '') exchange.push({ role: 'assistant', content: words });
  }
  // A turn whose instance died has its tool calls and no reply: what was done stays known.
  const answered = new Set(turns.filter((turn) => turn.who === 'agent').map((turn) => turn.seq));
  const orphans = calls.filter((call) => !answered.has(call.seq));
  const callers = turns.filter((turn) => turn.who === 'caller');
  for (const orphan of new Set(orphans.map((call) => call.seq))) {
    const at = callers.findIndex((turn) => turn.seq === orphan - 1);
    exchanges[at]?.push(...roundsOf(orphans.filter((call) => call.seq === orphan)));
  }
  return exchanges;
}

/** The model's own words; code's stand in the tools' results. Cut short, what was heard is all that was said. */
function wordsOf(turn: SaidTurn): string {
  if (turn.interrupted && turn.heard !== null) return turn.heard === '' ? '' : `${turn.heard} [interrupted]`;
  const own = turn.meta['own'];
  return typeof own === 'string' ? own : turn.text;
}

function roundsOf(calls: readonly ToolCallEntry[]): ChatMessage[] {
  const rounds = new Map<number, ToolCallEntry[]>();
  for (const call of calls) rounds.set(call.round, [...(rounds.get(call.round) ?? []), call]);
  return [...rounds.values()].flatMap((round): ChatMessage[] => [
    {
      role: 'assistant',
      content: '',
      toolCalls: round.map(({ callId, name, arguments: json }) => ({ callId, name, arguments: json })),
    },
    ...round.map((call) => ({ role: 'tool' as const, callId: call.callId, content: JSON.stringify(call.result) })),
  ]);
}

function sizeOf(exchanges: readonly Exchange[]): number {
  return Math.ceil(JSON.stringify(exchanges).length / 4);
}

/** Deterministic: the caller's first words of each older turn and what was done; no model summarises patients. */
function summarise(older: readonly Exchange[], outcomes: readonly Outcome[]): string {
  if (older.length === 0) return '';
  const said = older.flatMap((exchange) => exchange.filter((message) => message.role === 'user'));
  const dropped = Math.max(0, said.length - SUMMARY_TURNS);
  const lines = said
    .slice(dropped)
    .map((message) => `- ${message.content.split(/\s+/).slice(0, SUMMARY_WORDS).join(' ')}`);
  const done = outcomes.map(
    (one) => `${one.kind}${one.visit === undefined ? '' : ` ${one.visit.doctor} ${one.visit.startsAt}`}`,
  );
  const before = dropped === 0 ? [] : [`- (${dropped} turns before)`];
  return [
    'Earlier the caller said:',
    ...before,
    ...lines,
    ...(done.length === 0 ? [] : [`Done so far: ${done.join('; ')}`]),
  ].join('\n');
}
