import type { TraceSpan } from '@clinicall/platform';
import type { AgentMetrics } from './agent-metrics';
import type { AgentEvent } from './agent-watch';
import type { ModelPrices } from './model-prices';
import type { ModelWork } from './model-work';
import type { ChatEvent } from './ports/chat-model';
import type { Withheld } from './turn-output';

export interface TurnWatchSurroundings {
  /** The agent's own span. */
  readonly span: TraceSpan;
  readonly metrics: AgentMetrics;
  readonly prices: ModelPrices;
  /** The channel's; it must not throw. */
  readonly saw: (event: AgentEvent) => void;
}

/** Looks on at one turn of the agent and passes on what it sees: spans, metrics, the channel's timeline. No words. */
export class TurnWatch {
  private readonly startedAt = performance.now();
  private hasSaid = false;
  /** When the model was asked whose first sentence is still awaited. */
  private askedAt: number | undefined;

  constructor(private readonly around: TurnWatchSurroundings) {}

  /** Words left for the caller. @param ofModel the model's own, not code's. */
  said(ofModel: boolean): void {
    if (!this.hasSaid) {
      this.hasSaid = true;
      this.around.span.child('first clause', {}, this.startedAt).end();
    }
    if (!ofModel || this.askedAt === undefined) return;
    this.around.metrics.firstSentence.observe(performance.now() - this.askedAt);
    this.askedAt = undefined;
  }

  /** A sentence of the model was judged. */
  judged(startedAt: number, withheld: Withheld | undefined): void {
    const reason = withheld === undefined ? {} : { 'clinicall.reason': withheld.guard };
    this.around.span
      .child(
        'guard',
        { 'clinicall.guard.action': withheld === undefined ? 'passed' : 'withheld', ...reason },
        startedAt,
      )
      .end();
    if (withheld !== undefined) this.guarded(withheld.guard, 'withheld');
  }

  guarded(guard: string, action: string): void {
    this.around.metrics.guards.inc({ guard, action });
    this.around.saw({ type: 'guard', guard, action });
  }

  /** A tool begins. @param name one of ours; what a model made up has none. @returns to be called at its end. */
  tool(name: string): (ok: boolean) => void {
    const startedAt = performance.now();
    const span = this.around.span.child('tool', { 'gen_ai.tool.name': name });
    return (ok) => {
      const ms = performance.now() - startedAt;
      this.around.metrics.tool.observe({ name }, ms);
      span.set({ 'clinicall.ok': ok });
      span.end();
      this.around.saw({ type: 'tool', name, ms, ok });
    };
  }

  /** A model is asked. */
  model(round: number, work: ModelWork): ModelLook {
    work.begun += 1;
    this.askedAt = performance.now();
    return new ModelLook(this.around, round, work);
  }

  end(): void {
    this.around.span.end();
  }
}

/** One answer of a model, from the question to its end. */
export class ModelLook {
  private readonly startedAt = performance.now();
  private readonly span: TraceSpan;
  private providerSince = this.startedAt;
  private firstTokenMs: number | null = null;

  constructor(
    private readonly around: TurnWatchSurroundings,
    private readonly round: number,
    private readonly work: ModelWork,
  ) {
    this.span = around.span.child('model', { 'clinicall.round': round });
  }

  /** Something came. */
  answers(): void {
    this.firstTokenMs ??= Math.round(performance.now() - this.startedAt);
  }

  failed({ provider, reason }: Extract<ChatEvent, { type: 'failed' }>): void {
    const ms = Math.round(performance.now() - this.providerSince);
    this.providerSince = performance.now();
    this.around.metrics.failures.inc({ provider });
    this.work.failed({ round: this.round, provider, reason, ms });
    this.around.saw({ type: 'provider_failed', provider, reason, ms });
  }

  done(event: Extract<ChatEvent, { type: 'done' }>): void {
    const { provider, model } = event;
    const ms = Math.round(performance.now() - this.startedAt);
    this.work.done(this.round, event, ms, this.firstTokenMs);
    const { metrics, prices, saw } = this.around;
    const used = this.work.last;
    if (this.firstTokenMs !== null) metrics.firstToken.observe({ provider }, this.firstTokenMs);
    const cost = event.usage === undefined ? null : prices.cost(provider, model, event.usage);
    if (used !== undefined)
      metrics.spent(
        provider,
        model,
        { in: used.promptTokens, out: used.completionTokens, cached: used.cachedTokens },
        cost,
      );
    this.span.set({
      'gen_ai.provider.name': provider,
      'gen_ai.request.model': model,
      'gen_ai.usage.input_tokens': event.usage?.promptTokens,
      'gen_ai.usage.output_tokens': event.usage?.completionTokens,
      'gen_ai.usage.cache_read.input_tokens': event.usage?.cachedTokens,
    });
    saw({ type: 'model', provider, model, ms, firstTokenMs: this.firstTokenMs });
  }

  /** @param whole whether the answer came to its end. */
  end(whole: boolean): void {
    if (!whole) this.span.fail('stopped');
    this.span.end();
  }
}
