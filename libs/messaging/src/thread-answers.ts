import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database, JobHandler, Jobs, Logger } from '@clinicall/platform';
import { InboundTextsRepository } from './inbound-texts.repository';
import type { InboundRow } from './inbound-texts.repository';
import { OptOutsService } from './opt-outs.service';
import { OutboundTexts } from './outbound-texts.service';
import { OutboundTextsRepository } from './outbound-texts.repository';
import type { OutboundRow } from './outbound-texts.repository';
import { ReplyWaiter } from './reply-waiter';
import { TextTalk } from './text-talk';
import { ThreadsRepository } from './threads.repository';

/** Well before the carrier hangs up (15 s), and while the patient still looks at the screen. */
export const PATIENCE_MS = 8_000;
/** An instance that died leaves its lease for 15 s; nobody waits here much longer than that. */
const WAIT_FOR_LEASE_MS = 20_000;
const LOOK_AGAIN_MS = 150;
const RENEW_MS = 5_000;

/** A reply as it goes out in the webhook's own answer. */
export type HandedReply = readonly OutboundRow[];

/** Answers texts: those of one thread one after another, in the order they came, on one instance at a time. */
@Injectable()
export class ThreadAnswers {
  private readonly waiters = new Map<string, ReplyWaiter<HandedReply>>();
  private readonly lines = new Map<string, Promise<void>>();

  constructor(
    private readonly inbound: InboundTextsRepository,
    private readonly threads: ThreadsRepository,
    private readonly texts: OutboundTextsRepository,
    private readonly outbound: OutboundTexts,
    private readonly optOuts: OptOutsService,
    private readonly talk: TextTalk,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** @returns the reply when it is ready in time; undefined when there is none, or it will be sent by itself. */
  async answer(text: InboundRow, patienceMs: number): Promise<HandedReply | undefined> {
    if (text.status !== 'received') return undefined;
    const waiter = new ReplyWaiter<HandedReply>(patienceMs);
    this.waiters.set(text.id, waiter);
    const done = () => {
      if (waiter.take()) waiter.settle(undefined);
    };
    this.inLine(text).then(done, (error: unknown) => {
      this.logger.error('a text could not be answered yet; a job will try again', { textId: text.id, error });
      done();
    });
    try {
      return await waiter.answer;
    } finally {
      this.waiters.delete(text.id);
    }
  }

  /** What the network's own words are answered with: no agent, no line. */
  async answerAtOnce(text: InboundRow, key: string): Promise<HandedReply> {
    const body = await this.talk.sentence(text, key);
    return this.outbound.hand({ kind: 'reply', to: text.from, from: text.to, body, inboundTextId: text.id });
  }

  /** The safety net under every text: runs when the webhook that took it did not finish with it. */
  @JobHandler('texts.answer')
  async answerLater({ textId }: { textId: string }): Promise<void> {
    const text = await this.inbound.get(textId);
    if (text === undefined) return;
    if (text.status === 'received') {
      await this.inLine(text);
      const now = await this.inbound.get(textId);
      if (now?.status === 'received') throw new Error('The thread is being answered by somebody else.');
    }
    const handed = await this.texts.findHandedReplies(textId);
    if (handed.some(({ fresh }) => fresh)) throw new Error('The reply is on its way inside a webhook’s answer.');
    for (const { id } of handed) await this.jobs.add('texts.send', { textId: id }, { jobKey: `send:${id}` });
  }

  /** The webhook's answer has left with these replies in it. */
  async handed(text: InboundRow, replies: HandedReply): Promise<void> {
    await this.database.transaction(async () => {
      for (const { id } of replies) await this.texts.sent(id, null);
      await this.jobs.cancel(safetyKey(text.id));
    });
  }

  /** One at a time in this process; the lease keeps the other instances out. */
  private async inLine(text: InboundRow): Promise<void> {
    const key = `${this.scope.clinicId()}:${text.threadId}`;
    const before = this.lines.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.workThrough(text));
    this.lines.set(key, mine);
    try {
      await mine;
    } finally {
      if (this.lines.get(key) === mine) this.lines.delete(key);
    }
  }

  private async workThrough(text: InboundRow): Promise<void> {
    const until = Date.now() + WAIT_FOR_LEASE_MS;
    while (Date.now() < until) {
      if ((await this.inbound.get(text.id))?.status !== 'received') return;
      const lease = await this.threads.lease(text.threadId);
      if (lease === undefined) {
        await sleep(LOOK_AGAIN_MS);
        continue;
      }
      const renewal = setInterval(() => {
        this.threads.renew(text.threadId, lease).catch(() => undefined);
      }, RENEW_MS);
      try {
        for (let next = await this.inbound.takeOldest(text.threadId); next !== undefined;) {
          await this.answerOne(next);
          next = await this.inbound.takeOldest(text.threadId);
        }
      } finally {
        clearInterval(renewal);
        await this.threads.release(text.threadId, lease);
      }
    }
  }

  private async answerOne(text: InboundRow): Promise<void> {
    if (await this.optOuts.has(text.from)) {
      await this.talk.leaveToStaff(text);
      return;
    }
    const { words, conversationId } = await this.talk.reply(text);
    const waiter = this.waiters.get(text.id);
    const byTwiml = waiter?.take() ?? false;
    try {
      const replies = await this.write(text, words, conversationId, byTwiml);
      if (byTwiml) waiter?.settle(replies);
    } catch (error) {
      if (byTwiml) waiter?.fail(error);
      throw error;
    }
  }

  /** The answer and the end of its question stand or fall together: a crash before this asks the agent again. */
  private async write(
    text: InboundRow,
    words: string,
    conversationId: string | null,
    byTwiml: boolean,
  ): Promise<HandedReply> {
    return this.database.transaction(async () => {
      if (!(await this.inbound.settle(text.id, 'answered', conversationId))) return [];
      const reply = {
        kind: 'reply' as const,
        to: text.from,
        from: text.to,
        body: words,
        conversationId,
        inboundTextId: text.id,
      };
      if (byTwiml && !(await this.optOuts.has(text.from))) return this.outbound.hand(reply);
      await this.outbound.queue(reply);
      await this.jobs.cancel(safetyKey(text.id));
      return [];
    });
  }
}

export function safetyKey(textId: string): string {
  return `answer:${textId}`;
}
