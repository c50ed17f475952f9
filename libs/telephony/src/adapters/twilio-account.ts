import { Injectable } from '@nestjs/common';
import { Environment, ProviderError } from '@clinicall/platform';
import type { Twilio } from 'twilio';

/** The clinic's account at Twilio; TWILIO_API_BASE_URL points it at another network. */
@Injectable()
export class TwilioAccount {
  private client: Promise<Twilio> | undefined;

  constructor(private readonly environment: Environment) {}

  /** @param gone codes of Twilio's that mean: it is over already. @returns undefined then. @throws ProviderError */
  async ask<T>(work: (client: Twilio) => Promise<T>, gone: ReadonlySet<number> = new Set()): Promise<T | undefined> {
    try {
      return await work(await (this.client ??= this.connect()));
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      const { code, status } = error as { code?: number; status?: number };
      if (code !== undefined && gone.has(code)) return undefined;
      const retryable = status === undefined || status === 429 || status >= 500;
      throw new ProviderError('twilio', retryable, `answered ${status ?? 0}`, { cause: error });
    }
  }

  /** The sound of a recording, WAV. Undefined when the carrier has it no more. @throws ProviderError */
  async sound(path: string, signal: AbortSignal): Promise<Buffer | undefined> {
    const {
      TWILIO_ACCOUNT_SID: sid = '',
      TWILIO_AUTH_TOKEN: token = '',
      TWILIO_API_BASE_URL,
    } = this.environment.values;
    const base = TWILIO_API_BASE_URL ?? 'https://api.twilio.com';
    const authorization = `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`;
    try {
      const url = `${base}/2010-04-01/Accounts/${sid}${path}`;
      const answer = await fetch(url, { headers: { authorization }, signal });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new ProviderError('twilio', answer.status >= 500, `answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      throw new ProviderError('twilio', true, 'answered 0', { cause: error });
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
