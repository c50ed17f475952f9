import { Injectable } from '@nestjs/common';
import { OutboundLimits } from '@clinicall/identity';
import { Database, Jobs } from '@clinicall/platform';
import { InboundTextsRepository } from './inbound-texts.repository';
import type { InboundRow } from './inbound-texts.repository';
import { OptOutsService } from './opt-outs.service';
import { OutboundTexts } from './outbound-texts.service';
import type { TextToQueue } from './outbound-texts.service';
import { OutboundTextsRepository } from './outbound-texts.repository';
import type { OutboundRow } from './outbound-texts.repository';
import { costOf } from './text-cost';
import type { TextReply } from './text-talk';

/** A reply as it goes out in the webhook's own answer, in reading order. */
export type HandedReply = readonly OutboundRow[];

/** Replies on their way: written down with the end of their question, and looked after until they have surely left. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly inbound: InboundTextsRepository,
    private readonly texts: OutboundTextsRepository,
    private readonly outbound: OutboundTexts,
    private readonly optOuts: OptOutsService,
    private readonly limits: OutboundLimits,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * The answer and the end of its question stand or fall together: a crash before this asks the agent again.
   * @returns what goes into the webhook's answer; nothing when it is sent by itself, or was answered before.
   */
  async write(text: InboundRow, { words, conversationId }: TextReply, byTwiml: boolean): Promise<HandedReply> {
    return this.database.transaction(async () => {
      if (!(await this.inbound.settle(text.id, 'answered', conversationId))) return [];
      const reply = { ...addressed(text, words), conversationId };
      if (byTwiml && (await this.mayBeHanded(reply))) return this.outbound.hand(reply);
      await this.outbound.queue(reply);
      await this.jobs.cancel(safetyKey(text.id));
      return [];
    });
  }

  /** A reply to one of the network's own words, into the webhook's answer. */
  async handAtOnce(text: InboundRow, words: string): Promise<HandedReply> {
    const reply = addressed(text, words);
    return this.database.transaction(async () =>
      (await this.limits.take(costOf(reply))) === undefined ? this.outbound.hand(reply) : [],
    );
  }

  /** One that may not is queued, and the delivery keeps it back with the reason. */
  private async mayBeHanded(reply: TextToQueue): Promise<boolean> {
    return !(await this.optOuts.has(reply.to)) && (await this.limits.take(costOf(reply))) === undefined;
  }

  /** The webhook's answer has left with these replies in it. */
  async left(text: InboundRow, replies: HandedReply): Promise<void> {
    await this.database.transaction(async () => {
      for (const { id } of replies) await this.texts.sent(id, null);
      await this.jobs.cancel(safetyKey(text.id));
    });
  }

  /** Sends what went into a webhook's answer that never arrived; the carrier is asked first. @throws while it may still arrive. */
  async rescue(textId: string): Promise<void> {
    const handed = await this.texts.findHandedReplies(textId);
    if (handed.some(({ fresh }) => fresh)) throw new Error('The reply is on its way inside a webhook’s answer.');
    for (const { id } of handed) await this.jobs.add('texts.send', { textId: id }, { jobKey: `send:${id}` });
  }
}

/** Of the job that looks whether a text was answered. */
export function safetyKey(textId: string): string {
  return `answer:${textId}`;
}

function addressed(text: InboundRow, body: string) {
  return { kind: 'reply' as const, to: text.from, from: text.to, body, inboundTextId: text.id };
}
