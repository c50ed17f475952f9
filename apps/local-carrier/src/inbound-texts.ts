import type { Message } from './messages';
import type { Network } from './network';
import type { OutboundTexts } from './outbound-texts';
import type { OptOutType } from './opt-outs';
import { countryOf } from './phone-numbers';
import type { Form } from './signature';
import { parseTwiml, readReplyMessage, TwimlError, type Verb } from './twiml';
import { TwilioError } from './twilio-errors';
import type { WebhookAnswer } from './webhooks';
import { newSid } from './identifiers';
import { textOf } from './xml';

export interface HandsetText {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** Given to deliver the same text again. */
  readonly messageSid?: string;
  /** Fields added to the webhook, or put in place of the network's own. */
  readonly form?: Readonly<Record<string, string>>;
  /** How many times the webhook is sent; all at once. */
  readonly deliver?: number;
  readonly mediaUrls?: readonly string[];
}

export interface WebhookOutcome {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
  readonly errorCode: number | null;
}

/** Texts from handsets to clinics: the signed webhook, and the TwiML that comes back. */
export class InboundTexts {
  constructor(
    private readonly network: Network,
    private readonly outbound: OutboundTexts,
  ) {}

  /** Takes a text and sends it on; the second value ends when every webhook was answered and its replies are on the way. */
  receive(wanted: HandsetText): { message: Message; outcomes: Promise<WebhookOutcome[]> } {
    const { from, to, body } = wanted;
    const sid = wanted.messageSid ?? newSid('SM');
    const known = this.network.messages.get(sid);
    const mediaUrls = wanted.mediaUrls ?? [];
    const message =
      known ??
      this.network.messages.create({ sid, direction: 'inbound', from, to, body, status: 'received', mediaUrls });
    if (!known) {
      this.network.messages.arrive(message, 'received');
      this.network.publish(message);
    }
    const optOut = known ? null : this.network.optOuts.hear(from, to, body);
    if (optOut) this.outbound.sendByNetwork(to, from, this.network.optOuts.settings.replies[optOut]);
    const form = this.form(message, optOut, wanted.form ?? {});
    const times = Array.from({ length: Math.max(1, wanted.deliver ?? 1) });
    return { message, outcomes: Promise.all(times.map(() => this.deliver(message, form))) };
  }

  private async deliver(message: Message, form: Form): Promise<WebhookOutcome> {
    const entry = this.network.numbers.find(message.to);
    if (!entry) {
      this.network.events.alert(21606, message.sid, 'no clinic has this number');
      return { status: 0, ms: 0, body: '', errorCode: 21606 };
    }
    const first = await this.post(entry.smsUrl, form, message);
    if (first.ok || entry.smsFallbackUrl === undefined) return outcome(first);
    const trouble = { ...form, ErrorCode: String(first.errorCode), ErrorUrl: entry.smsUrl };
    return outcome(await this.post(entry.smsFallbackUrl, trouble, message));
  }

  private async post(url: string, form: Form, message: Message): Promise<WebhookAnswer> {
    const answer = await this.network.webhooks.send(url, form);
    if (answer.errorCode !== null) this.network.events.alert(answer.errorCode, message.sid, answer.detail);
    else await this.follow(answer, url, form, message, 0);
    return answer;
  }

  private async follow(answer: WebhookAnswer, url: string, form: Form, message: Message, hops: number): Promise<void> {
    const text = answer.body.toString('utf8');
    if (answer.contentType.startsWith('text/plain')) {
      if (text.trim() !== '') this.reply({ body: text }, url, message);
      return;
    }
    for (const verb of this.parse(text, message)) {
      if (verb.name === 'Message' || verb.name === 'Sms') this.reply(readReplyMessage(verb), url, message);
      else if (verb.name === 'Redirect' && hops < 5) {
        await this.redirect(verb, url, form, message, hops);
        return; // Nothing after a <Redirect> is reached.
      } else this.network.events.alert(12200, message.sid, `<${verb.name}> means nothing in a text's answer`);
    }
  }

  private async redirect(verb: Verb, base: string, form: Form, message: Message, hops: number): Promise<void> {
    const url = new URL(textOf(verb).trim() || base, base).toString();
    const answer = await this.network.webhooks.send(url, form);
    if (answer.errorCode === null) await this.follow(answer, url, form, message, hops + 1);
    else this.network.events.alert(answer.errorCode, message.sid, answer.detail);
  }

  private parse(text: string, message: Message): Verb[] {
    try {
      return parseTwiml(text);
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      this.network.events.alert(error.code, message.sid, error.message);
      return [];
    }
  }

  private reply(
    wanted: { body: string; to?: string; from?: string; statusCallback?: string; mediaUrls?: readonly string[] },
    base: string,
    answered: Message,
  ): void {
    const statusCallback = wanted.statusCallback && new URL(wanted.statusCallback, base).toString();
    try {
      this.outbound.send(
        { ...wanted, from: wanted.from ?? answered.to, to: wanted.to ?? answered.from, statusCallback },
        'outbound-reply',
      );
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error;
      this.network.events.alert(error.code, answered.sid, error.message);
    }
  }

  private form(message: Message, optOut: OptOutType | null, extra: Readonly<Record<string, string>>): Form {
    const { sid, from, to, body } = message;
    const media = message.mediaUrls.flatMap((url, index) => [
      [`MediaUrl${index}`, url],
      [`MediaContentType${index}`, 'image/jpeg'],
    ]);
    return {
      ToCountry: countryOf(to),
      ToState: '',
      ToCity: '',
      ToZip: '',
      FromCountry: countryOf(from),
      FromState: '',
      FromCity: '',
      FromZip: '',
      SmsMessageSid: sid,
      SmsSid: sid,
      MessageSid: sid,
      SmsStatus: 'received',
      AccountSid: this.network.environment.accountSid,
      ApiVersion: '2010-04-01',
      From: from,
      To: to,
      Body: body,
      NumMedia: String(message.mediaUrls.length),
      NumSegments: String(message.numSegments),
      ...(optOut && this.network.optOuts.settings.sendType ? { OptOutType: optOut } : {}),
      ...(Object.fromEntries(media) as Record<string, string>),
      ...extra,
    };
  }
}

function outcome(answer: WebhookAnswer): WebhookOutcome {
  return {
    status: answer.status,
    ms: Math.round(answer.ms),
    body: answer.body.toString('utf8'),
    errorCode: answer.errorCode,
  };
}
