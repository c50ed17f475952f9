import { Injectable } from '@nestjs/common';
import { Environment, ProviderError } from '@clinicall/platform';
import type { Twilio } from 'twilio';
import { CallControl } from '../ports/call-control';
import { resumeTwiml, transferTwiml } from '../twiml';

/** Twilio's "this call is not in progress": it has ended already. */
const ALREADY_OVER = new Set([21220, 20404]);

/** Live calls through Twilio's REST (POST /Calls/{Sid}); TWILIO_API_BASE_URL points it at another network. */
@Injectable()
export class TwilioCallControl extends CallControl {
  private client: Promise<Twilio> | undefined;

  constructor(private readonly environment: Environment) {
    super();
  }

  async hangUp(callSid: string): Promise<void> {
    await this.update(callSid, { status: 'completed' });
  }

  async transfer(
    callSid: string,
    number: string,
    words: { text: string; language: string },
    afterUrl: string,
  ): Promise<void> {
    await this.update(callSid, { twiml: transferTwiml(words, number, afterUrl) });
  }

  async say(callSid: string, words: { text: string; language: string }, resumeUrl: string): Promise<void> {
    await this.update(callSid, { twiml: resumeTwiml(words, resumeUrl) });
  }

  private async update(callSid: string, change: { status: 'completed' } | { twiml: string }): Promise<void> {
    try {
      const client = await (this.client ??= this.connect());
      await client.calls(callSid).update(change);
    } catch (error) {
      const { code, status } = error as { code?: number; status?: number };
      if (code !== undefined && ALREADY_OVER.has(code)) return;
      throw new ProviderError(
        'twilio',
        status === undefined || status === 429 || status >= 500,
        `answered ${status ?? 0}`,
        {
          cause: error,
        },
      );
    }
  }

  /** The SDK is large, so it is loaded with the first call that needs it. */
  private async connect(): Promise<Twilio> {
    const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL } = this.environment.values;
    if (TWILIO_ACCOUNT_SID === undefined || TWILIO_AUTH_TOKEN === undefined) {
      throw new ProviderError('twilio', false, 'is not configured');
    }
    const { default: twilio } = await import('twilio');
    const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
    if (TWILIO_API_BASE_URL !== undefined) client.api.baseUrl = TWILIO_API_BASE_URL;
    return client;
  }
}
