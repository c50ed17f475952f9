import { Injectable } from '@nestjs/common';
import { Metrics } from '@clinicall/platform';
import type { ConversationState } from './state';

const LATENCY_MS = [25, 50, 100, 150, 200, 300, 400, 500, 700, 1_000, 1_500, 2_000, 3_000, 4_000, 8_000, 15_000];
const TOOL_MS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 3_000];

/** How a conversation went, for the shares below. */
export interface EndedConversation {
  readonly channel: string;
  readonly outcome: string;
  readonly escalated: boolean;
  readonly state: ConversationState;
}

/** The agent's figures. Labels are names of ours and of the configuration: providers, models, tools, guards, channels. */
@Injectable()
export class AgentMetrics {
  readonly firstToken;
  readonly firstSentence;
  readonly tool;
  readonly failures;
  readonly guards;
  private readonly tokens;
  private readonly cost;
  private readonly ended;
  private readonly shares;
  private readonly counts = new Map<string, { all: number; contained: number; passedOn: number }>();
  private readonly wishes = new Map<string, { all: number; booked: number }>();

  constructor(metrics: Metrics) {
    this.firstToken = metrics.histogram('llm_ttft_ms', 'A model asked to its first token', LATENCY_MS, ['provider']);
    this.firstSentence = metrics.histogram(
      'llm_first_sentence_ms',
      'A model asked to its first sentence that went out',
      LATENCY_MS,
    );
    this.tool = metrics.histogram('tool_ms', 'Duration of a tool call', TOOL_MS, ['name']);
    this.failures = metrics.counter('llm_failures_total', 'Models that did not answer', ['provider']);
    this.guards = metrics.counter('guard_actions_total', 'What guards withheld and did', ['guard', 'action']);
    this.tokens = metrics.counter('llm_tokens_total', 'Tokens used', ['provider', 'model', 'kind']);
    this.cost = metrics.counter('llm_cost_usd_total', 'Spent on models whose price is known', ['provider', 'model']);
    this.ended = metrics.counter('conversations_ended_total', 'Conversations that ended', ['channel', 'outcome']);
    this.shares = {
      containment: metrics.gauge('containment', 'Share of conversations that ended without a person', ['channel']),
      transferRate: metrics.gauge('transfer_rate', 'Share of conversations passed on to a person', ['channel']),
      bookingSuccess: metrics.gauge('booking_success', 'Share of searches for a time that ended in one', ['channel']),
    };
  }

  spent(
    provider: string,
    model: string,
    used: { in: number | null; out: number | null; cached: number | null },
    cost: number | null,
  ): void {
    for (const kind of ['in', 'out', 'cached'] as const) {
      const tokens = used[kind];
      if (tokens !== null) this.tokens.inc({ provider, model, kind }, tokens);
    }
    if (cost !== null) this.cost.inc({ provider, model }, cost);
  }

  /** Shares count from the start of this process; a dashboard that wants days takes them from the counters or from REST. */
  conversationEnded({ channel, outcome, escalated, state }: EndedConversation): void {
    this.ended.inc({ channel, outcome });
    const count = this.counts.get(channel) ?? { all: 0, contained: 0, passedOn: 0 };
    this.counts.set(channel, count);
    count.all += 1;
    if (!escalated) count.contained += 1;
    if (state.outcomes.some((one) => one.kind === 'transferring')) count.passedOn += 1;
    this.shares.containment.set({ channel }, count.contained / count.all);
    this.shares.transferRate.set({ channel }, count.passedOn / count.all);
    if (state.search === null) return;
    const wish = this.wishes.get(channel) ?? { all: 0, booked: 0 };
    this.wishes.set(channel, wish);
    wish.all += 1;
    if (outcome === 'booked' || outcome === 'moved') wish.booked += 1;
    this.shares.bookingSuccess.set({ channel }, wish.booked / wish.all);
  }
}
