import { Injectable } from '@nestjs/common';
import { ProviderError } from '@clinicall/platform';
import { CallControl } from '../ports/call-control';
import type { CarrierWords, PersonalCall, WaitingRoom } from '../ports/call-control';
import { hangUpTwiml, resumeTwiml, transferTwiml, waitTwiml } from '../twiml';
import { TwilioAccount } from './twilio-account';

/** Twilio's "this call is not in progress": it has ended already. */
const ALREADY_OVER = new Set([21220, 20404]);

/** Live calls through Twilio's REST (POST /Calls and /Calls/{Sid}). */
@Injectable()
export class TwilioCallControl extends CallControl {
  constructor(private readonly account: TwilioAccount) {
    super();
  }

  async hangUp(callSid: string): Promise<void> {
    await this.update(callSid, { status: 'completed' });
  }

  async transfer(
    callSid: string,
    number: string,
    words: CarrierWords,
    after: { url: string; ringSeconds: number },
  ): Promise<void> {
    await this.update(callSid, { twiml: transferTwiml(words, number, after) });
  }

  async wait(callSid: string, room: WaitingRoom, words: CarrierWords): Promise<void> {
    await this.update(callSid, { twiml: waitTwiml(words, room) });
  }

  async ring({ to, from, answeredUrl, statusUrl, ringSeconds }: PersonalCall): Promise<string> {
    const call = await this.account.ask((client) =>
      client.calls.create({
        to,
        from,
        url: answeredUrl,
        method: 'POST',
        statusCallback: statusUrl,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['ringing', 'answered', 'completed'],
        timeout: ringSeconds,
      }),
    );
    if (call === undefined) throw new ProviderError('twilio', false, 'made no call');
    return call.sid;
  }

  async redirect(callSid: string, url: string): Promise<void> {
    await this.update(callSid, { url, method: 'POST' });
  }

  async say(callSid: string, words: CarrierWords, resumeUrl?: string): Promise<void> {
    await this.update(callSid, { twiml: resumeUrl === undefined ? hangUpTwiml(words) : resumeTwiml(words, resumeUrl) });
  }

  private async update(
    callSid: string,
    change: { status: 'completed' } | { twiml: string } | { url: string; method: 'POST' },
  ): Promise<void> {
    await this.account.ask((client) => client.calls(callSid).update(change), ALREADY_OVER);
  }
}
