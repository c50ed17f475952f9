import type { Language } from '@clinicall/language';

/** Sound for other than a telephone: 16-bit little-endian samples at SOUND_RATE, mono, without a header; or mp3. */
export type SoundFormat = 'pcm' | 'mp3';
export const SOUND_RATE = 24_000;

export interface Voicing {
  readonly language: Language;
  /** Told of every voice that failed while another is asked. @param reason a code. */
  readonly failed?: (provider: string, reason: string) => void;
  /** By the provider's own name for it; its default when absent. */
  readonly voice?: string;
}

/** Turns words into speech. One contract spec runs against every adapter. */
export abstract class TextToSpeech {
  /** Shown in logs and timelines. */
  readonly provider: string = 'text-to-speech';
  /**
   * 16-bit samples at 8 kHz, in pieces as they come.
   * An aborted signal ends the stream early, without an error.
   * @throws ProviderError when the words cannot be spoken; `language_not_supported` is not retryable.
   */
  abstract speak(text: string, voicing: Voicing, signal: AbortSignal): AsyncIterable<Int16Array>;

  /**
   * The same words at full quality, bytes in pieces as they come; a piece may end within a sample.
   * An aborted signal ends the stream early, without an error. @throws ProviderError as `speak` does.
   */
  abstract sound(text: string, voicing: Voicing, format: SoundFormat, signal: AbortSignal): AsyncIterable<Uint8Array>;
}
