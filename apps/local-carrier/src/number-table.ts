/** How a clinic's number is set up, as on Twilio's page of an incoming phone number. */
export interface ClinicNumber {
  /** E.164, or '*' for every number that has no entry of its own. */
  readonly number: string;
  readonly smsUrl: string;
  readonly smsFallbackUrl?: string;
  readonly voiceUrl: string;
  readonly voiceFallbackUrl?: string;
  readonly statusCallback?: string;
}

/** Number → webhooks. At first every number belongs to the product; take '*' away for a stricter network. */
export class NumberTable {
  private readonly entries = new Map<string, ClinicNumber>();

  constructor(productUrl: string) {
    this.set({
      number: '*',
      smsUrl: `${productUrl}/api/v1/sms/webhook`,
      voiceUrl: `${productUrl}/api/v1/voice/incoming`,
      statusCallback: `${productUrl}/api/v1/voice/status`,
    });
  }

  find(number: string): ClinicNumber | undefined {
    return this.entries.get(number) ?? this.entries.get('*');
  }

  set(entry: ClinicNumber): void {
    this.entries.set(entry.number, entry);
  }

  remove(number: string): boolean {
    return this.entries.delete(number);
  }

  list(): ClinicNumber[] {
    return [...this.entries.values()];
  }
}
