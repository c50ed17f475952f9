import type { Language } from '@clinicall/language';

export interface Transcript {
  readonly text: string;
  /** 0 to 1: how sure the recogniser is; undefined when it does not say. */
  readonly confidence?: number;
}

export interface HearingOptions {
  readonly language: Language;
  /** Names and words that are likely here: the clinic's doctors and specialties. */
  readonly hints: readonly string[];
  /** Names that the caller may say as theirs: of the patients who have their number. Stay in the house (openai-speech-to-text.ts). */
  readonly people?: readonly string[];
  /** The call: a recogniser that keeps a connection keeps it for this call alone, until `leave`. */
  readonly call?: object;
  /** Told the words so far while the caller speaks; a recogniser that answers only when asked never calls it. */
  readonly interim?: (words: string) => void;
  /** Told of every recogniser that failed while another is asked. @param reason a code. */
  readonly failed?: (provider: string, reason: string) => void;
}

/** One utterance being heard: samples go in as they come, the words come out when asked for. */
export interface Hearing {
  /** Words are recognised as they are spoken: asking only closes what was said, and may be done early. */
  readonly isLive?: boolean;
  /** 16-bit samples at 8 kHz, in order. */
  write(samples: Int16Array): void;
  /**
   * What was said so far. May be asked again after more was written; the answer then covers all of it.
   * An aborted signal rejects with its reason.
   * @throws ProviderError
   */
  transcript(signal: AbortSignal): Promise<Transcript>;
  /** The utterance is over or unwanted; nothing more is sent for it. */
  close(): void;
}

/** Turns a caller's speech into words. One contract spec runs against every adapter. */
export abstract class SpeechToText {
  /** Shown in logs and timelines. */
  readonly provider: string = 'speech-to-text';
  abstract listen(options: HearingOptions): Hearing;

  /** The call is over: what was kept for it is given up. */
  leave?(call: object): void;
}
