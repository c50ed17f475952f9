import { Injectable } from '@nestjs/common';
import { OutboundLimits, TasksService } from '@clinicall/identity';
import { Database, Environment, JobHandler, Logger, Metrics, ProviderError } from '@clinicall/platform';
import { OptOutsService } from './opt-outs.service';
import { OutboundTextsRepository } from './outbound-texts.repository';
import type { OutboundRow } from './outbound-texts.repository';
import { SmsSender } from './ports/sms-sender';
import { OPTED_OUT } from './receipts';
import { costOf } from './text-cost';

const SEND_MS = 10_000;
/** The carrier's clock may differ from ours by this much. */
const CLOCKS_APART_MS = 60_000;

interface SendJob {
  readonly textId: string;
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** Hands texts to the carrier: each at most once, retried when that is safe, to a person when it is hopeless. */
@Injectable()
export class TextDelivery {
  constructor(
    private readonly texts: OutboundTextsRepository,
    private readonly sender: SmsSender,
    private readonly optOuts: OptOutsService,
    private readonly tasks: TasksService,
    private readonly limits: OutboundLimits,
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  @JobHandler('texts.send')
  async send(job: SendJob): Promise<void> {
    const claimed = await this.claim(job.textId);
    if (claimed === undefined) return;
    const { text } = claimed;
    try {
      if (claimed.before === 'sending' && (await this.wentBefore(text))) return;
      await this.texts.sent(text.id, await this.hand(text, text.body));
      this.count(text, 'sent');
    } catch (error) {
      await this.failed(text, error, job.attempt >= job.maxAttempts);
    }
  }

  /** Hands one text over now. @param body its words, which the row may not hold. @throws ProviderError. */
  async hand(text: OutboundRow, body: string): Promise<string> {
    const { to, from, validSeconds } = text;
    const { providerId } = await this.sender.send(
      { to, from, body, statusCallback: this.receiptAddress(text.id), validSeconds: validSeconds ?? undefined },
      AbortSignal.timeout(SEND_MS),
    );
    return providerId;
  }

  /** Where the carrier tells what became of a text; our id stands in it because receipts can outrun the answer. */
  receiptAddress(textId: string): string {
    return `${this.environment.publicUrl}/api/v1/sms/status?text=${textId}`;
  }

  /** The end of a text that did not arrive: silence asked for, or something for a person to do. */
  async giveUp(id: string, status: 'failed' | 'undelivered', errorCode: string | null, sid?: string): Promise<void> {
    await this.database.transaction(async () => {
      const silenced = errorCode === OPTED_OUT;
      const text = await this.texts.end(id, silenced ? 'suppressed' : status, errorCode, sid);
      if (text === undefined) return;
      this.count(text, silenced ? 'suppressed' : status);
      if (silenced) await this.optOuts.add(text.to, 'carrier');
      if (text.kind === 'unheard') await this.haveCalled(text);
      if (silenced || text.kind === 'unheard') return;
      const { kind, appointmentId, patientId, conversationId } = text;
      await this.tasks.open(
        'delivery_failed',
        { textId: id, kind, errorCode, appointmentId },
        { patientId: patientId ?? undefined, conversationId: conversationId ?? undefined },
      );
    });
  }

  /** Neither heard nor read: a person tells them. */
  private async haveCalled({ to, body, patientId, conversationId }: OutboundRow): Promise<void> {
    await this.tasks.open(
      'call_back',
      { reason: 'not_heard', callbackNumber: to, channel: 'sms', unheard: body },
      { patientId: patientId ?? undefined, conversationId: conversationId ?? undefined },
    );
  }

  private async claim(id: string): ReturnType<OutboundTextsRepository['claim']> {
    return this.database.transaction(async () => {
      const claimed = await this.texts.claim(id);
      if (claimed === undefined) return undefined;
      const { text } = claimed;
      const silenced = await this.optOuts.has(text.to);
      // Counted once a text, whatever it takes to bring it out.
      const refusal = silenced || !claimed.first ? null : ((await this.limits.take(costOf(text))) ?? null);
      if (!silenced && refusal === null) return claimed;
      await this.texts.end(id, 'suppressed', refusal);
      if (text.kind === 'unheard') await this.haveCalled(text);
      this.count(text, 'suppressed');
      return undefined;
    });
  }

  /** A try before this one ended without an answer: has the carrier got the text? Where that cannot be asked, once is enough. */
  private async wentBefore(text: OutboundRow): Promise<boolean> {
    try {
      const known = await this.findAtCarrier(text);
      if (known === undefined) return false;
      await this.texts.sent(text.id, known);
      this.count(text, 'sent');
    } catch (error) {
      if (!(error instanceof ProviderError) || error.retryable) throw error;
      await this.texts.sent(text.id, null, 'outcome_unknown');
      this.count(text, 'unknown');
    }
    return true;
  }

  /** The same words sent to the same number in another text of ours do not count. */
  private async findAtCarrier(text: OutboundRow): Promise<string | undefined> {
    const since = (text.claimedAt?.getTime() ?? 0) - CLOCKS_APART_MS;
    const recent = await this.sender.recent(text.to, text.from, AbortSignal.timeout(SEND_MS));
    const alike = recent.filter(({ body, createdAt }) => body === text.body && createdAt.getTime() >= since);
    const ours = await this.texts.findKnownSids(alike.map(({ providerId }) => providerId));
    return alike.findLast(({ providerId }) => !ours.has(providerId))?.providerId;
  }

  private async failed(text: OutboundRow, error: unknown, lastTry: boolean): Promise<void> {
    const fault = error instanceof ProviderError ? error : undefined;
    const code = fault?.code ?? 'fault';
    if (lastTry || fault?.retryable === false) {
      this.logger.warn('a text could not be sent', { textId: text.id, kind: text.kind, code });
      await this.giveUp(text.id, 'failed', code);
      return;
    }
    await this.texts.postpone(text.id, code, fault?.mayHaveHappened ?? true);
    throw error;
  }

  private count(text: OutboundRow, outcome: string): void {
    this.metrics
      .counter('texts_out_total', 'Texts to patients by kind and what became of them', ['kind', 'outcome'])
      .inc({ kind: text.kind, outcome });
  }
}
