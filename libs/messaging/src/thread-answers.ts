import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Language } from '@clinicall/language';
import { ClinicScope, JobHandler, Logger } from '@clinicall/platform';
import { InboundTextsRepository } from './inbound-texts.repository';
import type { InboundRow } from './inbound-texts.repository';
import { OptOutsService } from './opt-outs.service';
import { RepliesService } from './replies.service';
import type { HandedReply } from './replies.service';
import { ReplyWaiter } from './reply-waiter';
import { TextTalk } from './text-talk';
import { ThreadsRepository } from './threads.repository';

/** Well before the carrier hangs up (15 s), and while the patient still looks at the screen. */
export const PATIENCE_MS = 8_000;
/** An instance that died leaves its lease for 8 s; nobody waits here much longer than that. */
const WAIT_FOR_LEASE_MS = 12_000;
const LOOK_AGAIN_MS = 150;
const RENEW_MS = 2_500;

/** Answers texts: those of one thread one after another, in the order they came, on one instance at a time. */
@Injectable()
export class ThreadAnswers {
  private readonly waiters = new Map<string, ReplyWaiter<HandedReply>>();
  private readonly lines = new Map<string, Promise<void>>();

  constructor(
    private readonly inbound: InboundTextsRepository,
    private readonly threads: ThreadsRepository,
    private readonly replies: RepliesService,
    private readonly optOuts: OptOutsService,
    private readonly talk: TextTalk,
    private readonly scope: ClinicScope,
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
  async answerAtOnce(text: InboundRow, key: string, language?: Language): Promise<HandedReply> {
    return this.replies.handAtOnce(text, await this.talk.sentence(text, key, language));
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
    await this.replies.rescue(textId);
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
    const reply = await this.talk.reply(text);
    const waiter = this.waiters.get(text.id);
    const byTwiml = waiter?.take() ?? false;
    try {
      const handed = await this.replies.write(text, reply, byTwiml);
      if (byTwiml) waiter?.settle(handed);
    } catch (error) {
      if (byTwiml) waiter?.fail(error);
      throw error;
    }
  }
}
