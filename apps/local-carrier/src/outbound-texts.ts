import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, MessageStatus } from './messages';
import type { Network } from './network';
import { toE164 } from './phone-numbers';
import type { Form } from './signature';
import { MAGIC_FROM, MAGIC_TO, refusals, type TwilioError } from './twilio-errors';

export interface WantedText {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly body: string | undefined;
  readonly messagingServiceSid?: string;
  readonly statusCallback?: string;
  readonly mediaUrls?: readonly string[];
}

const MAX_CHARACTERS = 1_600;
const ON_THE_AIR_MS = 30;

/** The clinic's texts to handsets: checked as Twilio checks them, then queued → sent → delivered with callbacks. */
export class OutboundTexts {
  constructor(private readonly network: Network) {}

  /** @throws TwilioError as the REST API answers it. */
  send(wanted: WantedText, direction: 'outbound-api' | 'outbound-reply'): Message {
    const { from, to, body } = this.check(wanted);
    const viaService = wanted.messagingServiceSid !== undefined;
    const message = this.network.messages.create({
      direction,
      from,
      to,
      body,
      status: viaService ? 'accepted' : 'queued',
      messagingServiceSid: wanted.messagingServiceSid ?? null,
      statusCallback: wanted.statusCallback,
      mediaUrls: wanted.mediaUrls,
    });
    this.network.publish(message);
    void this.carry(message);
    return message;
  }

  /** A text of the network itself (answers to STOP, START and HELP): no checks, no callbacks. */
  sendByNetwork(from: string, to: string, body: string): void {
    const message = this.network.messages.create({ direction: 'outbound-reply', from, to, body, status: 'queued' });
    void this.carry(message);
  }

  private check(wanted: WantedText): { from: string; to: string; body: string } {
    if (!wanted.to) throw refusals.toNeeded();
    const to = toE164(wanted.to);
    if (!to) throw refusals.invalidTo(wanted.to);
    const from = this.sender(wanted);
    const body = wanted.body ?? '';
    const magic: TwilioError | undefined = MAGIC_TO[to] ?? MAGIC_FROM[from];
    if (magic) throw magic;
    if (body === '' && (wanted.mediaUrls ?? []).length === 0) throw refusals.bodyNeeded();
    if (Array.from(body).length > MAX_CHARACTERS) throw refusals.tooLong();
    if (from === to) throw refusals.sameNumbers();
    if (wanted.statusCallback !== undefined && !/^https?:\/\/[^\s/]/i.test(wanted.statusCallback)) {
      throw refusals.invalidCallback(wanted.statusCallback);
    }
    if (this.network.optOuts.isSilenced(to, from)) throw refusals.optedOut();
    return { from, to, body };
  }

  private sender(wanted: WantedText): string {
    if (!wanted.from && wanted.messagingServiceSid === undefined) throw refusals.fromNeeded();
    const from = wanted.from ? toE164(wanted.from) : this.network.environment.clinicNumber;
    if (!from || !this.network.numbers.find(from)) throw refusals.invalidFrom(wanted.from ?? '');
    return from;
  }

  private async carry(message: Message): Promise<void> {
    await sleep(ON_THE_AIR_MS);
    if (message.status === 'canceled') return;
    message.sentAt = Date.now();
    this.move(message, 'sent');
    await sleep(ON_THE_AIR_MS);
    const trouble = this.network.faults.settings.undeliverable[message.to];
    if (trouble !== undefined) {
      message.errorCode = trouble;
      this.move(message, 'undelivered');
      return;
    }
    this.network.messages.arrive(message, 'delivered');
    this.network.publish(message);
    this.callBack(message);
  }

  private move(message: Message, status: MessageStatus): void {
    message.status = status;
    message.updatedAt = Date.now();
    this.network.publish(message);
    this.callBack(message);
  }

  private callBack(message: Message): void {
    if (message.statusCallback === undefined) return;
    const form = statusForm(message, this.network.environment.accountSid);
    // Delivery goes on whether or not the clinic listens: a slow callback must not hold a text up.
    for (let copy = 0; copy < this.network.faults.settings.callbackCopies; copy += 1) {
      void this.network.webhooks.send(message.statusCallback, form).then((answer) => {
        if (answer.errorCode !== null) this.network.events.alert(answer.errorCode, message.sid, answer.detail);
      });
    }
  }
}

function statusForm(message: Message, accountSid: string): Form {
  const form: Record<string, string> = {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: message.status,
    SmsStatus: message.status,
    To: message.to,
    From: message.from,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
  };
  if (message.messagingServiceSid !== null) form.MessagingServiceSid = message.messagingServiceSid;
  if (message.errorCode !== null) form.ErrorCode = String(message.errorCode);
  return form;
}
