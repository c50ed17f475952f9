/** What else is known of a vendor's failure. */
export interface ProviderErrorOptions extends ErrorOptions {
  /** The vendor's own code, for what must be told apart (Twilio 21610). */
  readonly code?: string;
  /** No answer came, so the vendor may have done it all the same: ask before doing it again. */
  readonly mayHaveHappened?: boolean;
}

/** A vendor's failure in neutral terms. `retryable`: the same request may succeed later (a dropped line, 429, 5xx). */
export class ProviderError extends Error {
  readonly code: string | undefined;
  readonly mayHaveHappened: boolean;

  constructor(
    readonly provider: string,
    readonly retryable: boolean,
    message: string,
    options: ProviderErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'ProviderError';
    this.code = options.code;
    this.mayHaveHappened = options.mayHaveHappened ?? false;
  }
}
