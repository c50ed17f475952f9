import { Injectable } from '@nestjs/common';
import type { TwilioForm } from '@clinicall/platform';
import { OutboundTextsRepository } from './outbound-texts.repository';
import { statusOfReceipt } from './receipts';
import { TextDelivery } from './text-delivery';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Takes the carrier's receipts. They come in any order, more than once, and sometimes before we know the text's sid. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly texts: OutboundTextsRepository,
    private readonly delivery: TextDelivery,
  ) {}

  async take(form: TwilioForm, textId: string | undefined): Promise<void> {
    const sid = form['MessageSid'] ?? form['SmsSid'] ?? '';
    const status = statusOfReceipt(form['MessageStatus'] ?? form['SmsStatus']);
    if (sid === '' || status === undefined) return;
    const id = textId !== undefined && UUID.test(textId) ? textId : undefined;
    const text = await this.texts.findForReceipt(id, sid);
    if (text === undefined) return;
    if (status === 'sent') await this.texts.sent(text.id, sid);
    else if (status === 'delivered') await this.texts.end(text.id, 'delivered', null, sid);
    else if (status === 'failed' || status === 'undelivered') {
      await this.delivery.giveUp(text.id, status, form['ErrorCode'] ?? null, sid);
    }
  }
}
