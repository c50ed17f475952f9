import type { OutboundStatus } from './entities/outbound-text.entity';

/** Twilio's MessageStatus in our words; undefined for one that tells nothing new or is not of an outbound text. */
const STATUSES: Readonly<Record<string, OutboundStatus>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

export function statusOfReceipt(messageStatus: string | undefined): OutboundStatus | undefined {
  return Object.hasOwn(STATUSES, messageStatus ?? '') ? STATUSES[messageStatus ?? ''] : undefined;
}

/** What a receipt may replace. Receipts come in any order; the end of a text is final. */
export function statusesBefore(status: OutboundStatus): readonly OutboundStatus[] {
  return status === 'sent' ? ['queued', 'sending'] : ['queued', 'sending', 'sent'];
}

/** Receiver asked the network for silence (twilio.com/docs/api/errors/21610). */
export const OPTED_OUT = '21610';
