import { CALLER_VOICE, type SpeechService } from '../speech-service';
import type { Call, CallerLine, CallNews } from './call';
import { LiveWords } from './live-words';

export interface LineOptions {
  /** Reads both sides back as words. Costs a transcription a sentence. */
  readonly words: boolean;
  readonly live: boolean;
}

/**
 * A handset's end of one call: it can speak typed sentences with a synthetic voice, play sound, press keys, and hears
 * the words of both sides when asked to.
 */
export class TalkingLine implements CallerLine {
  private call: Call | undefined;
  private own: LiveWords | undefined;
  private speaking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly speech: SpeechService,
    private readonly options: LineOptions,
    private readonly listener: { hear?(frame: Buffer): void; tell(news: CallNews): void },
  ) {}

  /** Takes the call it stands at the end of. */
  hold(call: Call): void {
    this.call = call;
    call.line = this;
    call.liveLagMs = this.options.live ? 300 : null;
    if (!this.options.words) return;
    const tell = (words: { who: 'patient' | 'clinic'; text: string; startMs: number; endMs: number }): void =>
      this.tell({ type: 'words', ...words });
    new LiveWords(call, 'heard', this.speech, tell);
    this.own = new LiveWords(call, 'said', this.speech, tell);
  }

  hear(frame: Buffer): void {
    this.listener.hear?.(frame);
  }

  tell(news: CallNews): void {
    this.listener.tell(news);
  }

  /** A live microphone's µ-law, or sound made ahead. */
  send(sound: Buffer): void {
    if (this.call?.status === 'in-progress') this.call.said.push(sound);
  }

  /** Says a sentence with a synthetic voice, after those before it; false when there is no voice or the call is over. */
  say(text: string, voice = CALLER_VOICE): Promise<boolean> {
    const said = this.speaking.then(() => this.speakNow(text, voice));
    this.speaking = said;
    return said;
  }

  /** Plays sound to its end; false when the call ended first. */
  async play(sound: Buffer): Promise<boolean> {
    const call = this.call;
    if (!call || call.over) return false;
    // A synthetic sentence queued by itself may be longer than a live microphone's queue.
    const { liveLagMs } = call;
    call.liveLagMs = null;
    const whole = await call.said.play(sound);
    call.liveLagMs = liveLagMs;
    return whole;
  }

  private async speakNow(text: string, voice: string): Promise<boolean> {
    const sound = await this.speech.speak(text, voice);
    const call = this.call;
    if (!sound || !call || call.over) return false;
    this.own?.mute(true);
    const startMs = call.record.lengthMs;
    const endMs = startMs + sound.length / 8;
    call.record.note('words', { who: 'patient', text, startMs, endMs });
    this.tell({ type: 'words', who: 'patient', text, startMs, endMs });
    call.utter({ text, ms: sound.length / 8 });
    const whole = await this.play(sound);
    call.clock.after(800, () => this.own?.mute(false));
    return whole;
  }
}
