import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CallerTexts, ConversationsService } from '@clinicall/conversation';
import type { LastReply } from '@clinicall/conversation';
import { TasksService } from '@clinicall/identity';
import { ClinicScope, Database, JobHandler, Jobs, Logger, Metrics, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import type { CallRow } from './calls.repository';
import { ReplyKeeper } from './reply-keeper';
import { UnheardRepliesRepository } from './unheard-replies.repository';
import type { DecidedCall, ReplyFate, UnheardReply } from './unheard-replies.repository';
import { unheardWords } from './unheard-words';
import type { SpokenReply } from './unheard-words';

/** After the end of a call: its stream may still have to tell what was heard. */
const SETTLES_MS = 4_000;
/** A call of whose end nobody tells is looked at again after this … */
const LOOK_AGAIN_MS = 30_000;
/** … and is over when it has lasted so long: none may (no-input.ts), and the carrier has forgotten to say so. */
const SURELY_OVER_MS = 45 * 60_000;
const TRIES = 100;

/**
 * Replies that a caller could not hear. The line's next stream says them first; when there is none, what matters goes
 * out by text, else a person calls. One of these, once: by the state of a row that is locked.
 */
@Injectable()
export class UnheardReplies {
  private readonly working = new Set<Promise<void>>();

  constructor(
    private readonly replies: UnheardRepliesRepository,
    private readonly conversations: ConversationsService,
    private readonly tasks: TasksService,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly rooms: ModuleRef,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {}

  /** For one stream of a call: what it does, it does one after the other, and no call waits for it. */
  keeper(clinicId: string, call: CallRow): ReplyKeeper {
    let last: Promise<void> = Promise.resolve();
    return new ReplyKeeper(call, this, (work) => {
      const done = last
        .then(() => this.scope.run(clinicId, work))
        .catch((error: unknown) => this.logger.error('what was heard could not be kept', { callId: call.id, error }))
        .finally(() => this.working.delete(done));
      this.working.add(done);
      return (last = done);
    });
  }

  /** Resolves when what streams have told so far is written. */
  async settled(): Promise<void> {
    await Promise.all(this.working);
  }

  /** A stream is over. @param lineBroke false when the carrier ended it in order. */
  async noteLost(call: CallRow, spoken: SpokenReply, lineBroke: boolean): Promise<void> {
    const last = await this.conversations.lastReply(call.conversationId);
    if (last === undefined || last.seq === 0) return;
    const text = unheardWords(spoken, last.text);
    if (text === '') {
      await this.noteHeard(call, last);
      return;
    }
    await this.database.transaction(async () => {
      if (await this.replies.note(call, { seq: last.seq, text, weight: last.weight, lineBroke }))
        await this.look(call.id);
    });
  }

  /** @returns what this stream says first; undefined: nothing waits. */
  async sayAgain(call: CallRow): Promise<string | undefined> {
    const last = await this.conversations.lastReply(call.conversationId);
    return this.database.transaction(async () => {
      const waiting = await this.replies.speak(call);
      if (waiting.length > 0) return textOf(waiting);
      // An instance that was killed has told nothing: all that is not known to have been heard counts as unheard.
      if (last === undefined || last.seq === 0) return undefined;
      const lost = await this.replies.speakLost(call, { ...last, lineBroke: true });
      if (lost === undefined) return undefined;
      await this.look(call.id);
      return lost.text;
    });
  }

  /** What was said again has been heard. */
  async heardAgain(call: CallRow): Promise<void> {
    await this.replies.heard(call);
  }

  async putBack(call: CallRow): Promise<void> {
    await this.replies.putBack(call);
  }

  /** A reply was heard to its end; of those that are worth nothing afterwards no note is taken. */
  async noteHeard(call: CallRow, { seq, weight }: LastReply): Promise<void> {
    if (weight !== 'talk') await this.replies.noteHeard(call, seq);
  }

  /** Whatever ended it, and wherever its calls were: they are looked at when their streams have told what was heard. */
  @OnEvent('ConversationEnded')
  async conversationEnded({ data }: DomainEvent<{ conversationId: string; channel?: string }>): Promise<void> {
    if (data.channel !== 'voice') return;
    for (const id of await this.replies.callsOf(data.conversationId)) await this.look(id, SETTLES_MS);
  }

  /** Decides what becomes of a call's unheard replies, once it is over. */
  @JobHandler('call.unheard')
  async decide({ callId }: { callId: string }): Promise<void> {
    const fate = await this.database.transaction(async () => {
      const call = await this.replies.lock(callId);
      if (call === undefined) return undefined;
      if (!isOver(call)) {
        if (await this.concerns(callId, call)) await this.look(callId);
        return undefined;
      }
      const open = await this.openOf(callId, call);
      if (open.length === 0) return undefined;
      const due = open.filter((reply) => call.ending !== 'transferred' && matters(reply));
      await this.replies.settle(
        open.filter((reply) => !due.includes(reply)).map(({ id }) => id),
        'dropped',
      );
      if (due.length === 0) return 'dropped';
      return this.tell(callId, call, due);
    });
    if (fate === undefined) return;
    this.metrics
      .counter('unheard_replies_total', 'Replies that a caller did not hear, by what became of them', ['fate'])
      .inc({ fate });
  }

  /** Whether there is something to decide when it is over. */
  private async concerns(callId: string, { conversationId }: DecidedCall): Promise<boolean> {
    if ((await this.replies.open(callId)).length > 0) return true;
    return (await this.conversations.find(conversationId))?.status === 'ended';
  }

  /** With the last reply of a call of which no stream has told anything: its instance died. */
  private async openOf(callId: string, { conversationId, heardSeq }: DecidedCall): Promise<UnheardReply[]> {
    const open = await this.replies.open(callId);
    const last = await this.conversations.lastReply(conversationId);
    if (last === undefined || last.seq <= heardSeq || last.weight === 'talk') return open;
    if (open.some(({ seq }) => seq === last.seq)) return open;
    await this.replies.noteUntold(callId, { ...last, lineBroke: true });
    return this.replies.open(callId);
  }

  private async tell(
    callId: string,
    { conversationId }: DecidedCall,
    due: readonly UnheardReply[],
  ): Promise<ReplyFate> {
    const words = textOf(due);
    const text = { conversationId, words, onceKey: `unheard:${callId}:${due.at(-1)?.seq ?? 0}` };
    const fate = (await this.texts().tell(text)) ? 'texted' : 'task';
    if (fate === 'task') {
      const { from = null, patientId = null } = (await this.conversations.find(conversationId)) ?? {};
      const wish = { reason: 'not_heard', callbackNumber: from, channel: 'voice', unheard: words };
      await this.tasks.open('call_back', wish, { conversationId, ...(patientId === null ? {} : { patientId }) });
    }
    await this.replies.settle(
      due.map(({ id }) => id),
      fate,
    );
    return fate;
  }

  private async look(callId: string, delayMs = LOOK_AGAIN_MS): Promise<void> {
    await this.jobs.add('call.unheard', { callId }, { delayMs, jobKey: `unheard:${callId}`, maxAttempts: TRIES });
  }

  /** Bound by a room beside this one (messaging), so it is asked for when it is needed. */
  private texts(): CallerTexts {
    return this.rooms.get(CallerTexts, { strict: false });
  }
}

function textOf(replies: readonly UnheardReply[]): string {
  return replies.map(({ text }) => text).join(' ');
}

/** One who hung up in the middle of an answer did not want the rest of it; what was done for them they must know. */
function matters({ weight, lineBroke }: UnheardReply): boolean {
  return weight === 'outcome' || (weight === 'answer' && lineBroke);
}

function isOver({ ending, overMs, ageMs }: DecidedCall): boolean {
  return ending === null ? ageMs >= SURELY_OVER_MS : (overMs ?? SETTLES_MS) >= SETTLES_MS * 0.9;
}
