import type { Language } from '@clinicall/language';
import type { VoiceDetector } from './audio/voice-activity';
import type { CallWatch } from './call-watch';
import type { EndpointSettings } from './endpointing';
import type { SpeechToText } from './ports/speech-to-text';
import type { TextToSpeech } from './ports/text-to-speech';
import type { RepliesHeard } from './reply-hearing';

/** What a call is given to live on. */
export interface CallEquipment {
  readonly recogniser: SpeechToText;
  readonly synthesiser: TextToSpeech;
  readonly detector: VoiceDetector;
  readonly hints: readonly string[];
  /** The clinic's; the house's own when absent. */
  readonly endpointing?: EndpointSettings;
  /** The clinic's voice for a language; the provider's own when absent. */
  voiceFor?(language: Language): string | undefined;
  readonly watch: CallWatch;
  hangUp(): Promise<void>;
  /** @param reason in a few words. @returns false when nobody can be reached; a task to call back is open then. */
  transfer(reason: string): Promise<boolean>;
  /** The carrier speaks in our place: no voice of ours can. @param isLast the call is over then; else it comes back. */
  sayByCarrier(words: string, isLast: boolean): Promise<void>;
  /** Gives the stream up; the call comes back by after-stream. */
  leave(): void;
  /** Is told what was heard; absent: nobody is. */
  readonly replies?: RepliesHeard;
  log(event: string, attributes?: Readonly<Record<string, unknown>>): void;
  now(): number;
}
