import { Injectable } from '@nestjs/common';
import { TasksService } from '@clinicall/identity';
import { Database } from '@clinicall/platform';
import { askedIn } from './asked-in';
import { countCircles, leaveCircles } from './circles';
import { ClinicFactsReader } from './clinic-facts';
import { ConversationsRepository } from './conversations.repository';
import { ConversationsService } from './conversations.service';
import { ModelPrices } from './model-prices';
import { nextSentence, readBackAgain } from './next-sentence';
import { Sentences } from './sentences';
import { digestOf } from './state-digest';
import { agentSeq, pendingReadBack } from './turn';
import { withoutReadBack } from './state';
import type { Turn } from './turn';
import type { Recalled } from './turn-opener';
import { TurnLogRepository } from './turn-log.repository';
import type { TurnRow } from './turn-log.repository';
import type { AgentOutput } from './turn-output';

/** The first and last words of a turn, and its row. */
@Injectable()
export class TurnCloser {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly service: ConversationsService,
    private readonly log: TurnLogRepository,
    private readonly clinicFacts: ClinicFactsReader,
    private readonly tasks: TasksService,
    private readonly database: Database,
    private readonly prices: ModelPrices,
  ) {}

  /** Greets a caller; the same words when the call is resumed before anybody has spoken. */
  async greet({ row, turns }: Recalled): Promise<string> {
    const { clinic } = await this.clinicFacts.read();
    const speech = {
      now: new Date().toISOString(),
      timezone: clinic.timezone,
      country: clinic.country,
      language: row.language,
    };
    const key = clinic.settings.announceAutomated ? 'greeting.automated' : 'greeting.plain';
    const greeting = clinic.settings.greeting ?? new Sentences(speech).say(key, { clinic: clinic.name });
    const text = [clinic.settings.openingAnnouncement, greeting].filter((part) => part !== undefined).join(' ');
    if (turns.length === 0) await this.log.addTurn(row.id, { seq: 0, who: 'agent', text });
    return text;
  }

  /** Who answers, at the start of a thread; and what an instance that died had done and could not say. */
  preface(turn: Turn): void {
    const { context, output } = turn;
    const { name, settings } = context.clinic.clinic;
    const first = context.state.turn === 1 && context.conversation.channel !== 'voice';
    if (first && settings.announceAutomated) output.preface(context.say('opening', { clinic: name }));
    for (const sentence of turn.unsaid) output.code(sentence, sentence.endsWith('?'));
  }

  /** Every provider failed, or we did: never silence. What code has said already stands. */
  async apologise(turn: Turn, provider: boolean): Promise<void> {
    const { context, output } = turn;
    if (output.codeSpoke) return;
    if (!provider) {
      output.code(context.say('trouble.again'), true);
      return;
    }
    const { id: conversationId, channel, from } = context.conversation;
    await this.tasks.openCallBack(
      { reason: 'no provider answered', callbackNumber: from, channel },
      { conversationId },
    );
    context.escalated = true;
    output.code(context.say(channel === 'voice' ? 'trouble.callBack' : 'trouble.message'), false);
  }

  async close(turn: Turn, emit: (output: AgentOutput) => void): Promise<void> {
    const { context } = turn;
    countCircles(turn);
    if (!turn.signal.aborted && context.action === null && !(await leaveCircles(turn))) this.lastWords(turn);
    this.noteAsked(turn);
    if (turn.signal.aborted && context.state.readBack?.turn === context.state.turn) {
      context.state = { ...context.state, readBack: { ...context.state.readBack, heard: false } };
    }
    await this.write(turn);
    if (context.action === null) return;
    emit({ type: 'action', ...context.action });
    if (context.action.action === 'hang_up') await this.service.end(turn.row.id);
  }

  /**
   * An open read-back is put again, so that the next yes follows it, until a person has been called; a "no" voids it; nobody is left
   * without a question.
   */
  private lastWords(turn: Turn): void {
    const { context, output } = turn;
    if (pendingReadBack(turn) && context.caller.answer === 'no') context.state = withoutReadBack(context.state);
    else if (
      pendingReadBack(turn) &&
      context.state.emergency === null &&
      !(context.escalated || turn.row.escalated) &&
      context.state.askedIn !== context.state.turn
    ) {
      const again = readBackAgain(context);
      if (again !== undefined) {
        output.code(again, true);
        return;
      }
    }
    if (output.silent) output.code(nextSentence(context), true);
    else if (output.codeSpoke && !output.endsInQuestion && !context.escalated && turn.work.begun > 0) {
      output.code(context.say('anythingElse'), true);
      context.ask('anything_else');
    }
  }

  private noteAsked(turn: Turn): void {
    const { context, output } = turn;
    const { state } = context;
    if (state.askedIn === state.turn) return;
    context.state = { ...state, asked: askedIn(output.ownWords), askedIn: state.turn };
  }

  /** What the models did, as the turn's row has it. */
  private work({ work }: Turn): Partial<TurnRow> {
    return {
      provider: work.last?.provider ?? null,
      model: work.last?.model ?? null,
      promptTokens: work.sum('promptTokens'),
      completionTokens: work.sum('completionTokens'),
      cachedTokens: work.sum('cachedTokens'),
      costUsd: work.cost(this.prices),
      modelRequests: work.begun,
      firstTokenMs: work.firstTokenMs,
      requests: work.requests,
      failures: work.failures,
    };
  }

  private async write(turn: Turn): Promise<void> {
    const { context, output, row } = turn;
    const seq = agentSeq(context.state.turn);
    const withheld = output.withheld.map(({ guard, reason, text }) => ({ guard, action: 'withheld', reason, text }));
    for (const { guard, action } of turn.guards) turn.watch.guarded(guard, action);
    await this.database.transaction(async (last) => {
      const said = this.log.addTurn(row.id, {
        seq,
        who: 'agent',
        text: output.text,
        interrupted: turn.signal.aborted,
        ...this.work(turn),
        durationMs: Date.now() - turn.startedAt,
        stateBefore: digestOf(turn.opening),
        stateAfter: digestOf(context.state),
        meta: { own: output.ownWords, asked: context.state.asked, tokens: turn.work.tokens, ...unusedOf(turn) },
      });
      const guards = [...turn.guards, ...withheld].map((entry) => this.log.addGuardAction(row.id, { ...entry, seq }));
      const goesOn = context.action === null;
      const also = {
        language: context.speech.language,
        escalated: context.escalated,
        ...(goesOn ? { lease: turn.lease?.token } : {}),
      };
      // Asked for together, so that they are one round trip.
      const saved = this.conversations.save(row.id, turn.version, context.state, also);
      const expected = goesOn ? this.service.expectMore(row.id) : undefined;
      last();
      const [version] = await Promise.all([saved, said, ...guards, expected]);
      turn.version = version;
    });
    if (turn.lease !== undefined) turn.lease.released = context.action === null;
  }
}

/** Answers that were begun ahead and not used: how many, and their tokens. */
function unusedOf({ work }: Turn): Record<string, number> {
  return work.unused.length === 0 ? {} : { unusedAnswers: work.unused.length, unusedTokens: work.unusedTokens };
}
