/** One text to hand to a carrier. Numbers are E.164. */
export interface TextToSend {
  readonly to: string;
  readonly from: string;
  /** At most 1,600 characters. */
  readonly body: string;
  /** Absolute address for receipts. */
  readonly statusCallback: string;
  /** Seconds after which the carrier need not deliver it any more; 1 … 36,000. */
  readonly validSeconds?: number;
}

/** A text as the carrier knows it. */
export interface KnownText {
  readonly providerId: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** A telephone network that carries texts. One contract spec runs against every adapter. */
export abstract class SmsSender {
  /**
   * Hands one text over. When it throws, the text may still have gone: ask `recent` before sending it again.
   * @throws ProviderError with the carrier's code; 21610 is a receiver who asked for silence.
   */
  abstract send(text: TextToSend, signal: AbortSignal): Promise<{ providerId: string }>;

  /** The newest texts from our number to theirs, whichever way they were handed over. @throws ProviderError. */
  abstract recent(to: string, from: string, signal: AbortSignal): Promise<readonly KnownText[]>;
}
