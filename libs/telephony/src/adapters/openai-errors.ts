import { ProviderError } from '@clinicall/platform';
import { APIConnectionError, APIError } from 'openai';

/** The code with which a recogniser, local-ai among them, says that it does not hear a language at all. */
const LANGUAGE_NOT_SUPPORTED = 'language_not_supported';

/** Nobody of the line of recognisers understands the caller's language: asking again would be no help. */
export function isDeafToLanguage(error: unknown): boolean {
  return error instanceof ProviderError && error.code === LANGUAGE_NOT_SUPPORTED;
}

/** A fault of the OpenAI SDK in neutral terms; its message never quotes what was sent. */
export function asProviderError(provider: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof APIConnectionError) return new ProviderError(provider, true, 'no connection', { cause: error });
  if (error instanceof APIError) {
    const status = (error as { status?: number }).status ?? 0;
    const retryable = status === 408 || status === 409 || status === 429 || status >= 500;
    const code = error.code === LANGUAGE_NOT_SUPPORTED ? LANGUAGE_NOT_SUPPORTED : undefined;
    return new ProviderError(provider, retryable, `answered ${status}`, { cause: error, code });
  }
  return new ProviderError(provider, true, 'failed', { cause: error });
}
