import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, Logger, sqlState } from '@clinicall/platform';
import { ConversationsRepository } from './conversations.repository';
import { actsAgain, answeredBefore } from './guards/once-guard';
import type { ChatMessage, ModelToolCall } from './ports/chat-model';
import { withoutCodeArgument } from './redaction';
import { refuse } from './tools/tool';
import type { Tool, ToolResult } from './tools/tool';
import { readCall, runTool } from './tools/toolbox';
import { agentSeq } from './turn';
import type { Turn } from './turn';
import { TurnLogRepository } from './turn-log.repository';

const FILLER_AFTER_MS = 700;
/** A statement of a tool that waits longer is given up: a caller waits for its answer. */
const STATEMENT_MS = 5_000;
const TRY_AGAIN = new Set(['40001', '40P01']);

/** Runs what the model asked for, in order: each tool in one transaction with the state and the log row it leaves. */
@Injectable()
export class ToolRunner {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsRepository,
    private readonly log: TurnLogRepository,
    private readonly logger: Logger,
  ) {}

  /** @returns the tools' answers as messages, and whether any of them was new. */
  async run(
    turn: Turn,
    round: number,
    calls: readonly ModelToolCall[],
  ): Promise<{ messages: ChatMessage[]; news: boolean }> {
    const messages: ChatMessage[] = [];
    let news = false;
    for (const call of calls) {
      const intent = `${call.name}:${call.arguments}`;
      const before = answeredBefore(turn.done, intent);
      const result = before === undefined ? await this.once(turn, round, call) : repeated(before);
      if (before === undefined) {
        news = true;
        turn.done.set(intent, result);
      }
      messages.push({ role: 'tool', callId: call.callId, content: JSON.stringify(result) });
      if (before === undefined && result.say !== undefined) turn.output.code(result.say, result.say.endsWith('?'));
    }
    return { messages, news };
  }

  private async once(turn: Turn, round: number, call: ModelToolCall): Promise<ToolResult> {
    const startedAt = Date.now();
    const read = readCall(call.name, call.arguments);
    const ended = turn.watch.tool('fault' in read ? 'unknown' : read.tool.name);
    const entry = {
      seq: agentSeq(turn.context.state.turn),
      round,
      position: turn.calls++,
      callId: call.callId,
      name: call.name.slice(0, 64),
      arguments: withoutCodeArgument(call.arguments.slice(0, 4_000)),
    };
    const refusal = 'fault' in read ? read.fault : this.twice(turn, read.tool);
    if ('fault' in read || refusal !== undefined) {
      const result = refusal ?? refuse('failed', undefined, []);
      await this.log.addToolCall(turn.row.id, { ...entry, result, latencyMs: Date.now() - startedAt });
      ended(false);
      return result;
    }
    const work = this.act(turn, read.tool, read.input, (result) =>
      this.log.addToolCall(turn.row.id, { ...entry, result, latencyMs: Date.now() - startedAt }),
    );
    const result = await this.withFiller(turn, work);
    ended(result.ok);
    if (result.ok && read.tool.writes) turn.acted.add(read.tool.name);
    return result;
  }

  private twice(turn: Turn, tool: Tool): ToolResult | undefined {
    if (!actsAgain(turn.acted, tool)) return undefined;
    turn.guards.push({
      guard: 'yes',
      action: 'refused',
      reason: `${tool.name} acted already in this turn`,
      text: null,
    });
    return refuse('already_done', undefined, []);
  }

  /** The act, its state and its row stand or fall together: after a crash either all of them are there or none. */
  private async act(
    turn: Turn,
    tool: Tool,
    input: Record<string, unknown>,
    record: (result: ToolResult) => Promise<void>,
  ): Promise<ToolResult> {
    const { context } = turn;
    const before = { state: context.state, action: context.action, escalated: context.escalated };
    for (let attempt = 1; ; attempt++) {
      try {
        const done = await this.database.transaction(async (last) => {
          const result = await runTool(tool, input, context);
          const also = { language: context.speech.language, escalated: context.escalated };
          const saved = this.conversations.save(turn.row.id, turn.version, context.state, also);
          const recorded = record(result);
          last();
          const [version] = await Promise.all([saved, recorded]);
          return { result, version };
        }, STATEMENT_MS);
        // Only now: a COMMIT may still be refused, and then the row has the version it had.
        turn.version = done.version;
        return done.result;
      } catch (error) {
        Object.assign(context, before);
        if (attempt === 1 && TRY_AGAIN.has(sqlState(error) ?? '')) continue;
        this.logger.error('a tool failed', { tool: tool.name, error });
        const failed = refuse('failed', undefined, ['take_message', 'transfer_to_person']);
        await record(failed);
        return failed;
      }
    }
  }

  /** On the phone a wait is filled with a word, once a turn and only before anything else was said. */
  private async withFiller<T>(turn: Turn, work: Promise<T>): Promise<T> {
    if (turn.context.conversation.channel !== 'voice' || !turn.output.silent) return work;
    const settled = new AbortController();
    void sleep(FILLER_AFTER_MS, undefined, { signal: settled.signal }).then(
      () => turn.output.filler(turn.context.say('filler')),
      () => undefined,
    );
    try {
      return await work;
    } finally {
      settled.abort();
    }
  }
}

/** The same call again in the same turn: its result without its words. */
function repeated(result: ToolResult): ToolResult {
  return { ...result, say: undefined, repeated: true };
}
