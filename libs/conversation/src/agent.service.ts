import { Injectable } from '@nestjs/common';
import { asksForPerson, detectEmergency, isJudged } from '@clinicall/language';
import { ClinicScope, Logger, Metrics, NO_SPAN, ProviderError } from '@clinicall/platform';
import { BeforeModel } from './before-model';
import { AgentMetrics } from './agent-metrics';
import { Foresight, ForesightCounts } from './foresight';
import { messagesOf } from './model-messages';
import { ModelPrices } from './model-prices';
import { nextSentence } from './next-sentence';
import { ChatModel } from './ports/chat-model';
import type { ChatMessage, ModelTool, ModelToolCall } from './ports/chat-model';
import { correction } from './prompt';
import { ReplyChannel } from './reply-channel';
import { Stop } from './stop';
import { TokenBudget } from './token-budget';
import { ToolRunner } from './tool-runner';
import { MODEL_TOOLS } from './tools/toolbox';
import { pendingReadBack } from './turn';
import type { Turn } from './turn';
import { TurnCloser } from './turn-closer';
import { TurnOpener } from './turn-opener';
import type { Recalled, ReplyRequest } from './turn-opener';
import { TurnOrder } from './turn-order';
import type { AgentOutput, Withheld } from './turn-output';
import { TurnStarter } from './turn-starter';
import { TurnWatch } from './turn-watch';
import { UnusedAnswers } from './unused-answers';

const MOST_ROUNDS = 8;
/** Rounds in which the model only repeats itself. */
const MOST_STALLS = 2;
/** All models, tools and corrections of a turn together. */
const TURN_MS = 30_000;

/** Text in, text and actions out: the one agent behind phone, SMS and chat. */
@Injectable()
export class Agent {
  private readonly foresights: ForesightCounts;
  private readonly unused = new UnusedAnswers();

  constructor(
    private readonly model: ChatModel,
    private readonly starter: TurnStarter,
    private readonly order: TurnOrder,
    private readonly opener: TurnOpener,
    private readonly beforeModel: BeforeModel,
    private readonly tools: ToolRunner,
    private readonly closer: TurnCloser,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
    private readonly figures: AgentMetrics,
    private readonly prices: ModelPrices,
    private readonly budget: TokenBudget,
    metrics: Metrics,
  ) {
    this.foresights = new ForesightCounts(metrics);
  }

  /**
   * Answers the caller's words, piece by piece. Turns of one conversation run one after another. Aborting `signal`, or
   * no longer reading, stops the words; what a tool has begun to write is finished and kept.
   * @param foresight what `foresee` began for words that may be these; it is used or dropped.
   * @throws AppError `not_found` for an unknown conversation, from the iterator.
   */
  reply(request: ReplyRequest, signal: AbortSignal, foresight?: Foresight): AsyncIterable<AgentOutput> {
    const stop = new Stop(signal);
    const channel = new ReplyChannel<AgentOutput>(() => stop.now());
    this.starter
      .start({ request, channel, signal: stop.signal }, foresight, (turn) => {
        if (foresight !== undefined) turn.ahead = () => foresight.take(request, turn.row.stateVersion, stop.signal);
        turn.work.unused.push(...this.unused.take(turn.row.id));
        return this.answer(turn, channel);
      })
      .finally(() => {
        stop.done();
        foresight?.drop();
      })
      .then(
        () => channel.end(),
        (error: unknown) => channel.end({ error }),
      );
    return channel;
  }

  /**
   * Begins the answer to words that may be all the caller says. Asks the model alone: no tool is run, nothing is written,
   * nobody hears it, until `reply` takes it over. Its owner drops it when other words come.
   * @param certain the words are the caller's last: the model is asked while the turn is still being written down.
   * @param recalled of `recollect`, when it was asked for; one that is old by now is noticed by its version.
   */
  foresee(request: ReplyRequest, certain = false, recalled?: Recalled): Foresight {
    const foresight = new Foresight(request, certain ? undefined : this.foresights, this.unused);
    const clinicId = this.scope.clinicId();
    this.scope
      .run(clinicId, () => this.lookAhead(request, foresight, recalled), { kind: 'agent', id: request.conversationId })
      .catch((error: unknown) => this.logger.warn('an answer could not be begun ahead', { error }))
      .finally(() => foresight.looked());
    return foresight;
  }

  /** The caller is speaking: looks at the conversation for the turn that will come of it, behind one that still runs. */
  async recollect(conversationId: string): Promise<Recalled> {
    await this.order.idle(conversationId);
    return this.opener.recall(conversationId);
  }

  private async lookAhead(request: ReplyRequest, foresight: Foresight, known: Recalled | undefined): Promise<void> {
    const recalling = known === undefined ? this.opener.recall(request.conversationId) : Promise.resolve(known);
    // The turn need not ask for the same once more.
    foresight.recalled = recalling;
    recalling.catch(() => undefined);
    // Code answers these, whatever a model says.
    if (detectEmergency(request.text).emergency || asksForPerson(request.text)) return;
    const recalled = await recalling;
    const turn = await this.opener.preview(recalled, request, foresight.signal, this.nobody());
    if (turn.context.state.emergency !== null || turn.unsaid.length > 0 || foresight.signal.aborted) return;
    if (!this.budget.mayGuess(turn, this.unused.tokensOf(request.conversationId))) return;
    const messages = messagesOf(turn, []);
    const events = this.model.complete({ messages, tools: MODEL_TOOLS }, foresight.signal);
    await foresight.listen(recalled.row.stateVersion, JSON.stringify(messages).length, events);
  }

  /**
   * What an emergency in these words is answered with: code knows it without any tool, and without the turn before, which may
   * hang. Nothing is written, and `reply` says the same when its turn has come. @returns undefined where there is none.
   */
  async urgent(request: ReplyRequest, signal: AbortSignal): Promise<string | undefined> {
    const recalled = await this.opener.recall(request.conversationId);
    return this.beforeModel.urgent(await this.opener.preview(recalled, request, signal, this.nobody()));
  }

  private nobody(): TurnWatch {
    return new TurnWatch({ span: NO_SPAN, metrics: this.figures, prices: this.prices, saw: () => undefined });
  }

  /** The first words of a call. */
  async greeting(conversationId: string): Promise<string> {
    return this.closer.greet(await this.opener.recall(conversationId));
  }

  private async answer(turn: Turn, channel: ReplyChannel<AgentOutput>): Promise<void> {
    this.closer.preface(turn);
    try {
      if (!(await this.beforeModel.answers(turn)) && !(turn.repeated && turn.unsaid.length > 0))
        await this.converse(turn);
    } catch (error) {
      this.logger.error('a turn failed', { error });
      await this.closer.apologise(turn, error instanceof ProviderError);
    }
    await this.closer.close(turn, (output) => channel.push(output));
  }

  /** The model speaks and calls tools until it has nothing more to call. */
  private async converse(turn: Turn): Promise<void> {
    const stop = new Stop(turn.signal, timeLeft(turn));
    try {
      await this.talk(turn, stop.signal);
    } finally {
      stop.done();
    }
  }

  private async talk(turn: Turn, stop: AbortSignal): Promise<void> {
    const talk: ChatMessage[] = [];
    let stalls = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const spent = this.budget.spent(turn);
      if (spent !== undefined) return this.budget.wayOut(turn, spent);
      const calls = await this.ask(turn, talk, MODEL_TOOLS, stop);
      if (calls === undefined) return;
      const withheld = turn.output.close(calls.length > 0);
      if (calls.length === 0) return this.settleWords(turn, talk, withheld, stop);
      const { messages, news } = await this.tools.run(turn, round, calls);
      turn.output.settle();
      talk.push({ role: 'assistant', content: '', toolCalls: calls }, ...messages);
      if (turn.context.action !== null) return;
      stalls = news ? 0 : stalls + 1;
      if (stalls === MOST_STALLS) break;
    }
    turn.guards.push({ guard: 'rounds', action: 'refused', reason: 'the model did not come to an end', text: null });
  }

  /** Withheld words are corrected once; what cannot be put right is replaced by a sentence made from facts. */
  private async settleWords(
    turn: Turn,
    talk: readonly ChatMessage[],
    withheld: readonly Withheld[],
    stop: AbortSignal,
  ): Promise<void> {
    const { output, context } = turn;
    if (output.codeSpoke || (withheld.length === 0 && !output.silent)) return;
    if (pendingReadBack(turn) && !output.silent) return;
    // No words of its own would pass, so that asking the model once more would change nothing.
    if (!isJudged(context.speech.language)) {
      this.replaceWords(turn, withheld);
      return;
    }
    const spent = this.budget.spent(turn);
    if (spent !== undefined) return this.budget.wayOut(turn, spent);
    const note = { role: 'system' as const, content: correction(withheld.map((one) => one.reason)) };
    const calls = await this.ask(turn, [...talk, note], [], stop);
    if (calls === undefined) return;
    turn.guards.push({
      guard: 'truth',
      action: 'corrected',
      reason: withheld.map((one) => one.reason).join(', '),
      text: null,
    });
    const again = output.close(false);
    if (again.length === 0 && !output.silent) return;
    this.replaceWords(turn, again);
  }

  private replaceWords(turn: Turn, withheld: readonly Withheld[]): void {
    const reason = withheld.map((one) => one.reason).join(', ');
    turn.guards.push({ guard: 'truth', action: 'replaced', reason, text: null });
    if (!pendingReadBack(turn)) turn.output.code(nextSentence(turn.context), true);
  }

  /** One answer of the model, streamed into the output. @returns its tool calls; undefined when the turn was stopped. */
  private async ask(
    turn: Turn,
    talk: readonly ChatMessage[],
    tools: readonly ModelTool[],
    signal: AbortSignal,
  ): Promise<ModelToolCall[] | undefined> {
    const { output, work, watch } = turn;
    if (timeLeft(turn) <= 0) throw new ProviderError('turn', false, 'the turn has taken too long');
    output.open(pendingReadBack(turn));
    const look = watch.model(work.begun, work);
    let calls: ModelToolCall[] = [];
    const { messages, events } = await this.begin(turn, talk, tools, signal);
    let whole = false;
    try {
      for await (const event of events) {
        if (event.type === 'failed') look.failed(event);
        else look.answers();
        if (event.type === 'text') {
          output.delta(event.text);
          if (output.cutsOff()) return calls;
        } else if (event.type === 'tool_call') calls.push(event.call);
        else if (event.type === 'restart') {
          output.forget();
          calls = [];
        } else if (event.type === 'done') {
          look.done(event);
          whole = true;
          return calls;
        }
      }
    } finally {
      look.end(whole);
      // A provider that does not count, or was stopped before it could, is paid all the same.
      if (!whole || work.last?.promptTokens == null) work.estimate(JSON.stringify(messages).length);
    }
    if (turn.signal.aborted) return undefined;
    throw new ProviderError('turn', false, 'the turn has taken too long');
  }

  /** The answer that was begun before the caller had finished is taken over, once; else the model is asked now. */
  private async begin(turn: Turn, talk: readonly ChatMessage[], tools: readonly ModelTool[], signal: AbortSignal) {
    const ahead = await turn.ahead?.();
    turn.ahead = undefined;
    turn.work.unused.push(...this.unused.take(turn.row.id));
    const messages = messagesOf(turn, talk);
    return { messages, events: ahead ?? this.model.complete({ messages, tools }, signal) };
  }
}

const timeLeft = (turn: Turn): number => TURN_MS - (Date.now() - turn.startedAt);
