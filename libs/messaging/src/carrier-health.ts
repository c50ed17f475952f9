import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Environment, Health } from '@clinicall/platform';

/** How long an answer of the carrier is believed. */
const KNOWN_MS = 30_000;
const WAIT_MS = 2_000;
const TWILIO = 'https://api.twilio.com';

/**
 * Names a silent carrier under `degraded`: what cannot go out waits, and texts that still come in are answered in the
 * webhook's own answer. A product without a carrier is no fault.
 */
@Injectable()
export class CarrierHealth implements OnModuleInit {
  private known: { readonly answers: boolean; readonly until: number } | undefined;

  constructor(
    private readonly health: Health,
    private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.health.add('texts', async () => {
      const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = this.environment.values;
      const configured = TWILIO_ACCOUNT_SID !== undefined && TWILIO_AUTH_TOKEN !== undefined;
      return !configured || (await this.answers()) ? undefined : { degraded: 'texts: the carrier does not answer' };
    });
  }

  /** Any answer at all will do: whether our account is right shows at the first text. */
  private async answers(): Promise<boolean> {
    if (this.known !== undefined && this.known.until > Date.now()) return this.known.answers;
    const address = this.environment.values.TWILIO_API_BASE_URL ?? TWILIO;
    const answers = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(WAIT_MS) }).then(
      () => true,
      () => false,
    );
    // A silent carrier is asked again at once: it may be back.
    this.known = answers ? { answers, until: Date.now() + KNOWN_MS } : undefined;
    return answers;
  }
}
