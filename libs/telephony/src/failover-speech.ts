import { ProviderError } from '@clinicall/platform';
import type { Logger } from '@clinicall/platform';
import { SpeechToText } from './ports/speech-to-text';
import type { Hearing, HearingOptions, Transcript } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import type { Voicing } from './ports/text-to-speech';

/** Asks the next recogniser when one fails; all of them hear the same sound. */
export class FailoverSpeechToText extends SpeechToText {
  constructor(
    private readonly chain: readonly SpeechToText[],
    private readonly logger: Logger,
  ) {
    super();
  }

  listen(options: HearingOptions): Hearing {
    const hearings = this.chain.map((recogniser) => recogniser.listen(options));
    return {
      write: (samples) => hearings.forEach((hearing) => hearing.write(samples)),
      transcript: (signal) => this.first(hearings, signal),
      close: () => hearings.forEach((hearing) => hearing.close()),
    };
  }

  private async first(hearings: readonly Hearing[], signal: AbortSignal): Promise<Transcript> {
    let fault: unknown = new ProviderError('speech-to-text', false, 'is not configured');
    for (const hearing of hearings) {
      try {
        return await hearing.transcript(signal);
      } catch (error) {
        if (signal.aborted) throw error;
        this.logger.warn('a speech recogniser failed; the next in line is asked', { error });
        fault = error;
      }
    }
    throw fault;
  }
}

/** Asks the next voice when one fails before it has made a sound: words are never said twice. */
export class FailoverTextToSpeech extends TextToSpeech {
  constructor(
    private readonly chain: readonly TextToSpeech[],
    private readonly logger: Logger,
  ) {
    super();
  }

  async *speak(text: string, voicing: Voicing, signal: AbortSignal): AsyncIterable<Int16Array> {
    let fault: unknown = new ProviderError('text-to-speech', false, 'is not configured');
    for (const voice of this.chain) {
      let begun = false;
      try {
        for await (const samples of voice.speak(text, voicing, signal)) {
          begun = true;
          yield samples;
        }
        return;
      } catch (error) {
        if (begun) throw error;
        this.logger.warn('a voice failed; the next in line is asked', { error });
        fault = error;
      }
    }
    throw fault;
  }
}
