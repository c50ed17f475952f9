import { SpeechToText } from '../ports/speech-to-text';
import type { Hearing, HearingOptions } from '../ports/speech-to-text';
import { RealtimeHearing } from './realtime-hearing';
import { RealtimeLine } from './realtime-line';
import type { SpeechProvider } from './speech-providers';

/**
 * OpenAI's realtime transcription: the caller's µ-law goes up as it comes, words come down while they speak, and our own
 * voice detection closes what was said. One connection a call, so that no words of one caller guide another's.
 */
export class OpenaiRealtimeSpeechToText extends SpeechToText {
  private readonly lines = new Map<object, RealtimeLine>();

  override readonly provider: string;

  constructor(private readonly address: SpeechProvider) {
    super();
    this.provider = address.name;
  }

  listen(options: HearingOptions): Hearing {
    const { call = {}, language, hints } = options;
    const known = this.lines.get(call);
    const line = known?.isUsable(language) === true ? known : new RealtimeLine(this.address, language, hints);
    if (known !== line) known?.close();
    if (options.call !== undefined) this.lines.set(options.call, line);
    return new RealtimeHearing(line, options.interim, options.call === undefined);
  }

  override leave(call: object): void {
    this.lines.get(call)?.close();
    this.lines.delete(call);
  }
}
