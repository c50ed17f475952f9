import { ProviderError } from '@clinicall/platform';
import { APIConnectionError, APIError } from 'openai';

/** A fault of the OpenAI SDK in neutral terms; its message never quotes what was sent. */
export function asProviderError(provider: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof APIConnectionError) return new ProviderError(provider, true, 'no connection', { cause: error });
  if (error instanceof APIError) {
    const status = (error as { status?: number }).status ?? 0;
    const retryable = status === 408 || status === 409 || status === 429 || status >= 500;
    return new ProviderError(provider, retryable, `answered ${status}`, { cause: error });
  }
  return new ProviderError(provider, true, 'failed', { cause: error });
}
