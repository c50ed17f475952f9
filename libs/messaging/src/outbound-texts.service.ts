import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@clinicall/identity';
import { Database, Jobs } from '@clinicall/platform';
import { OutboundTextsRepository } from './outbound-texts.repository';
import type { NewOutboundText, OutboundRow } from './outbound-texts.repository';
import { splitText } from './split-text';

/** Retries back off exponentially (graphile-worker): eight tries are about forty minutes. */
const TRIES = 8;

export type TextToQueue = Omit<NewOutboundText, 'from'> & {
  /** The clinic's first number when absent. */
  readonly from?: string;
};

/** Where every room's wish to text somebody goes: rows and jobs in the transaction of what made them necessary. */
@Injectable()
export class OutboundTexts {
  constructor(
    private readonly texts: OutboundTextsRepository,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clinics: ClinicsService,
  ) {}

  /** Sends it soon, in parts when it is long. @returns the rows' ids; none when its onceKey was used before. */
  async queue(text: TextToQueue): Promise<string[]> {
    return this.database.transaction(async () => {
      const rows = await this.write(text, 'queued');
      const [first] = rows;
      // Parts of one text run in one queue, so that they leave in order.
      const queue = rows.length > 1 && first !== undefined ? `texts:${first.id}` : undefined;
      for (const { id } of rows) {
        await this.jobs.add('texts.send', { textId: id }, { jobKey: `send:${id}`, maxAttempts: TRIES, queue });
      }
      return rows.map((row) => row.id);
    });
  }

  /** Rows of a reply that goes out in the webhook's own answer, in reading order. */
  async hand(text: TextToQueue): Promise<OutboundRow[]> {
    return this.write(text, 'twiml');
  }

  /** One short text that the caller sends by itself, in this very process: no job may ever hold its words. */
  async keep(text: TextToQueue): Promise<OutboundRow | undefined> {
    return this.texts.insert(randomUUID(), await this.withSender(text), 'claimed');
  }

  private async write(text: TextToQueue, given: 'queued' | 'twiml'): Promise<OutboundRow[]> {
    const whole = await this.withSender(text);
    const rows: OutboundRow[] = [];
    for (const [index, body] of splitText(text.body).entries()) {
      const onceKey = whole.onceKey === undefined ? undefined : `${whole.onceKey}#${index + 1}`;
      const row = await this.texts.insert(randomUUID(), { ...whole, body, onceKey }, given);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  private async withSender(text: TextToQueue): Promise<NewOutboundText> {
    if (text.from !== undefined) return { ...text, from: text.from };
    const { phones } = await this.clinics.current();
    return { ...text, from: phones[0] ?? '' };
  }
}
