import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Tracing } from '@clinicall/platform';
import type { SpanAttributes } from '@clinicall/platform';
import { AgentMetrics } from './agent-metrics';
import type { AgentEvent } from './agent-watch';
import type { ConversationRow } from './conversations.repository';
import type { Foresight } from './foresight';
import { ModelPrices } from './model-prices';
import type { ReplyChannel } from './reply-channel';
import type { Turn } from './turn';
import { TurnOpener } from './turn-opener';
import type { Recalled, ReplyRequest } from './turn-opener';
import { TurnOrder } from './turn-order';
import type { AgentOutput } from './turn-output';
import { TurnWatch } from './turn-watch';

/** What is answered, and where the words go. */
export interface Asked {
  readonly request: ReplyRequest;
  readonly channel: ReplyChannel<AgentOutput>;
  readonly signal: AbortSignal;
}

interface Opened {
  readonly turn: Turn;
  /** Ends what looks on. */
  readonly end: () => void;
}

/** Begins turns: each in its place, with the right to answer, and looked at. */
@Injectable()
export class TurnStarter {
  constructor(
    private readonly order: TurnOrder,
    private readonly opener: TurnOpener,
    private readonly scope: ClinicScope,
    private readonly tracing: Tracing,
    private readonly figures: AgentMetrics,
    private readonly prices: ModelPrices,
  ) {}

  /** Has `work` done when the turn's place has come. @param foresight with what was looked at ahead. */
  async start(asked: Asked, foresight: Foresight | undefined, work: (turn: Turn) => Promise<void>): Promise<void> {
    const { conversationId } = asked.request;
    const clinicId = this.scope.clinicId();
    const inClinic = <T>(inside: () => Promise<T>) =>
      this.scope.run(clinicId, inside, { kind: 'agent', id: conversationId });
    // What was looked at ahead is enough to open the turn in the round trip that takes the lease; without it that is asked for.
    const begin =
      foresight === undefined
        ? { look: () => this.opener.recall(conversationId) }
        : { take: (token: string) => inClinic(() => this.openTaking(token, foresight, asked)) };
    // In line at once, in the order of asking: entering the clinic's scope may wait for the database.
    await this.order.inTurn(conversationId, begin, (lease, seen, begun) =>
      inClinic(async () => {
        const { turn, end } =
          begun ?? (await this.open(seen ?? (await this.recalled(conversationId, lease.version, foresight)), asked));
        turn.lease = lease;
        await work(turn).finally(end);
      }),
    );
  }

  private async recalled(id: string, version: number, foresight: Foresight | undefined): Promise<Recalled> {
    return (await foresight?.recalledAt(version)) ?? this.opener.recall(id);
  }

  /** @returns undefined where somebody has written meanwhile, or has the right to answer: nothing was written then. */
  private async openTaking(token: string, foresight: Foresight, asked: Asked) {
    const seen = await foresight.recalled?.catch(() => undefined);
    if (seen === undefined) return undefined;
    try {
      return { version: seen.row.stateVersion, seen, begun: await this.open(seen, asked, token) };
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') return undefined;
      throw error;
    }
  }

  /** @param take the right to answer, where it is taken with the turn's opening. */
  private async open(recalled: Recalled, { request, channel, signal }: Asked, take?: string): Promise<Opened> {
    const { watch, end } = this.watch(recalled.row, request);
    const emit = (output: AgentOutput) => channel.push(output);
    try {
      return { turn: await this.opener.open(recalled, request, { emit, signal, watch, take }), end };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Looks on for the channel, or in a trace of its own where the channel does not. */
  private watch(row: ConversationRow, { watch }: ReplyRequest): { watch: TurnWatch; end: () => void } {
    const root = watch?.span ?? this.tracing.begin(aboutConversation(this.scope.clinicId(), row));
    const span = root.child('agent', { 'clinicall.turn': row.state.turn + 1 });
    const saw = (event: AgentEvent) => watch?.saw(event);
    const end = () => {
      span.end();
      if (watch === undefined) root.end();
    };
    return { watch: new TurnWatch({ span, metrics: this.figures, prices: this.prices, saw }), end };
  }
}

function aboutConversation(clinicId: string, row: ConversationRow): SpanAttributes {
  return {
    'clinicall.clinic.id': clinicId,
    'clinicall.channel': row.channel,
    'clinicall.language': row.language,
    'gen_ai.conversation.id': row.id,
  };
}
