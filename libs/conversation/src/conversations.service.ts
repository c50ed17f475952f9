import { Injectable } from '@nestjs/common';
import { languageOf } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { ClinicsService, speaks } from '@clinicall/identity';
import { AppError, Clock, Database, Events, JobHandler, Jobs } from '@clinicall/platform';
import { BookingsService, PatientsService } from '@clinicall/scheduling';
import { AgentMetrics } from './agent-metrics';
import { ConversationsRepository } from './conversations.repository';
import type { ConversationFilter, ConversationRow } from './conversations.repository';
import type { Channel } from './entities/conversation.entity';
import { lastReplyOf, replyOf } from './last-reply';
import type { LastReply } from './last-reply';
import { notHeard } from './state';
import type { Asked, ConversationState } from './state';
import { TurnLogRepository } from './turn-log.repository';
import type { GuardEntry, ToolCallEntry, TurnRow } from './turn-log.repository';

/** Minutes of silence after which a text is a new conversation, and nobody is identified any more. */
const SILENCE_MINUTES = 30;

export interface OpenConversation {
  readonly channel: Channel;
  /** E.164; a hint of who it is, never a proof. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly language?: Language;
}

/** A conversation as the channels see it. */
export type ConversationView = Pick<
  ConversationRow,
  'id' | 'channel' | 'language' | 'status' | 'patientId' | 'turnCount' | 'escalated' | 'outcome'
> & {
  readonly from: string | null;
  readonly to: string | null;
  readonly startedAt: Date;
  readonly lastTurnAt: Date;
  readonly endedAt: Date | null;
  /** What our last words asked for. */
  readonly asked: readonly Asked[];
  /** marked: somebody should look; reviewed: somebody did; null: neither. */
  readonly reviewStatus: 'marked' | 'reviewed' | null;
};

export interface ConversationRecord extends ConversationView {
  readonly turns: readonly TurnRow[];
  readonly toolCalls: readonly ToolCallEntry[];
  readonly guardActions: readonly GuardEntry[];
}

/** Conversations from their first word to their last. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly log: TurnLogRepository,
    private readonly clinics: ClinicsService,
    private readonly bookings: BookingsService,
    private readonly patients: PatientsService,
    private readonly database: Database,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly metrics: AgentMetrics,
  ) {}

  /** A text from the same number within half an hour goes on where it was; everything else begins anew. */
  async open(request: OpenConversation): Promise<ConversationView> {
    const { channel, from = null, to = null } = request;
    if (channel === 'sms' && from !== null) {
      const recent = await this.conversations.findRecent(channel, from, to, SILENCE_MINUTES);
      if (recent !== undefined) return viewOf(recent);
    }
    const clinic = await this.clinics.current();
    const own = languageOf(clinic.language);
    const { language = own } = request;
    const spoken = speaks(clinic, language) ? language : own;
    return this.resume(await this.conversations.create({ channel, from, to, language: spoken }));
  }

  async find(id: string): Promise<ConversationView | undefined> {
    const row = await this.conversations.find(id);
    return row === undefined ? undefined : viewOf(row);
  }

  /** The conversation, to go on with it on any instance. @throws AppError `not_found`. */
  async resume(id: string): Promise<ConversationView> {
    return viewOf(await this.row(id));
  }

  /** Where a conversation stands after a reply, without its words; undefined when it is gone. */
  async standing(
    id: string,
  ): Promise<(Pick<ConversationView, 'language' | 'asked'> & { reply: LastReply }) | undefined> {
    const row = await this.conversations.find(id);
    if (row === undefined) return undefined;
    const { language, state } = row;
    return { language, asked: state.asked, reply: replyOf(state) };
  }

  /** Our last words, while the caller has said nothing after them. */
  async lastReply(id: string): Promise<(LastReply & { readonly text: string }) | undefined> {
    const row = await this.conversations.find(id);
    if (row === undefined) return undefined;
    return lastReplyOf(row.state, await this.log.turns(id), await this.log.toolCalls(id));
  }

  private async row(id: string): Promise<ConversationRow> {
    const row = await this.conversations.find(id);
    if (row === undefined) throw AppError.notFound('conversation');
    return row;
  }

  /** What of our last words was played; a read-back that was cut short was not put to the caller. */
  async recordHeard(id: string, heard: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.row(id);
      await this.log.noteHeard(id, heard);
      await this.conversations.save(id, row.stateVersion, notHeard(row.state), {
        language: row.language,
        escalated: false,
      });
    });
  }

  /** The caller is about to be asked when, or where, to call them back; their next words are taken for this task. */
  async expectCallback(id: string, taskId: string): Promise<void> {
    const row = await this.row(id);
    if (row.status !== 'open') return;
    const wants = row.fromNumber === null ? ('number' as const) : ('time' as const);
    const asked = [wants === 'number' ? ('phone' as const) : ('time' as const)];
    const { turn } = row.state;
    const state = { ...row.state, callback: { taskId, wants, turn }, asked, askedIn: turn };
    await this.conversations.save(id, row.stateVersion, state, { language: row.language, escalated: false });
  }

  /** A channel has a person take it, without the agent's doing. */
  async escalate(id: string): Promise<void> {
    await this.conversations.escalate(id);
  }

  /** Ends it once: gives back what it keeps and tells the rooms above. Ending again is no mistake. @param reason the channel's: hung_up … */
  async end(id: string, reason?: string): Promise<void> {
    const ended = await this.database.transaction(async () => {
      const row = await this.row(id);
      const outcome = outcomeOf(row.state, row.escalated);
      if (!(await this.conversations.end(id, outcome))) return undefined;
      await this.bookings.releaseOf(id);
      await this.events.emit('ConversationEnded', {
        conversationId: id,
        channel: row.channel,
        outcome,
        ...(reason === undefined ? {} : { reason }),
      });
      await this.jobs.cancel(idleKey(id));
      return { channel: row.channel, outcome, escalated: row.escalated, state: row.state };
    });
    if (ended !== undefined) this.metrics.conversationEnded(ended);
  }

  /** After each turn: half an hour of silence from now on ends it. */
  async expectMore(id: string): Promise<void> {
    const runAt = new Date(this.clock.now().getTime() + SILENCE_MINUTES * 60_000);
    await this.jobs.add('conversation.idle', { conversationId: id }, { runAt, jobKey: idleKey(id) });
  }

  @JobHandler('conversation.idle')
  async endIfIdle(payload: { conversationId: string }): Promise<void> {
    const row = await this.conversations.find(payload.conversationId);
    if (row?.status !== 'open') return;
    const silentMs = this.clock.now().getTime() - new Date(row.lastTurnAt).getTime();
    if (silentMs >= (SILENCE_MINUTES - 1) * 60_000) await this.end(row.id);
    else await this.expectMore(row.id);
  }

  /** @param filter `patientId`: of this patient, and of the records that were merged into it. */
  async list({
    patientId,
    ...filter
  }: ConversationFilter & { readonly patientId?: string }): Promise<ConversationView[]> {
    const patientIds = patientId === undefined ? undefined : await this.patients.idsOf(patientId);
    return (await this.conversations.list({ ...filter, patientIds })).map(viewOf);
  }

  /** All that was said and done. @throws AppError `not_found`. */
  async read(id: string): Promise<ConversationRecord> {
    const row = await this.row(id);
    const [turns, toolCalls, guardActions] = [
      await this.log.turns(id),
      await this.log.toolCalls(id),
      await this.log.guardActions(id),
    ];
    return { ...viewOf(row), turns, toolCalls, guardActions };
  }
}

function viewOf(row: ConversationRow): ConversationView {
  const { id, channel, language, status, patientId, turnCount, escalated, outcome } = row;
  const { fromNumber: from, toNumber: to, startedAt, lastTurnAt, endedAt, state } = row;
  return {
    id,
    channel,
    from,
    to,
    language,
    status,
    patientId,
    turnCount,
    escalated,
    outcome,
    startedAt,
    lastTurnAt,
    endedAt,
    asked: state.asked,
    reviewStatus: row.reviewStatus,
  };
}

const idleKey = (id: string): string => `conversation:${id}`;

function outcomeOf(state: ConversationState, escalated: boolean): string {
  const kinds = new Set(state.outcomes.map((one) => one.kind));
  for (const kind of ['booked', 'moved', 'cancelled', 'waitlisted', 'message'] as const)
    if (kinds.has(kind)) return kind;
  return escalated ? 'escalated' : 'none';
}
